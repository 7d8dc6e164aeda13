import type { Actor, Role } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Permission } from '../../../modules/identity/public.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import type { Modules } from '../../compose.ts';
import type { SeededProduct } from '../seeded-product.ts';

/** Who asks about what other modules keep. */
export const whos = [
  'anonymous',
  'owner',
  'otherCitizen',
  'author',
  'second',
  'administrator',
  'chair',
  'deputy',
  'chief',
  'specialist',
  'clerk',
  'counter',
  'postOffice',
  'helper',
  'stranger',
  'otherClerk',
] as const;
export type Who = (typeof whos)[number];

export interface Place {
  readonly role: Role;
  readonly unit: string;
}

/** With what a thing is brought to a state. */
export interface Making {
  readonly world: SeededProduct;
  readonly test: TestDatabase;
  readonly people: Readonly<Record<Who, Actor>>;
  readonly at: (who: Who) => CommandContext;
}

/** What the input of an act names. */
export type Made = Readonly<Record<string, string | number>>;

export interface Asked {
  readonly who: Who;
  readonly state: string;
  /** The role of an officer's post. */
  readonly role?: Role;
  readonly holds: (permission: Permission, ...units: readonly string[]) => boolean;
  /** Whether they hold it in any unit. */
  readonly holdsSomewhere: (permission: Permission) => boolean;
}

/** The type of a refusal: always the same, by state, or by who asks. */
export type Told = string | Readonly<Record<string, string>> | ((asked: Asked) => string);

export interface ThingAct {
  readonly by: (asked: Asked) => boolean;
  /** States in which it is done, or who may do it when. */
  readonly in: readonly string[] | ((asked: Asked) => boolean);
  /** What whoever may hears in a state in which it is not done. */
  readonly not?: Told;
  /** What everybody else hears, in any state; where it is left out, what the thing says. */
  readonly no?: Told;
  readonly run: (modules: Modules, ctx: CommandContext, made: Made) => Promise<Result<unknown>>;
}

/** Something that stands in a state, and what may be done to it. */
export interface Thing {
  /** Where its functions stand in what compose builds; acts are named as they are, with what tells two apart in brackets. */
  readonly of: string;
  readonly states: readonly string[];
  readonly make: (state: string, making: Making) => Promise<Made>;
  readonly acts: Readonly<Record<string, ThingAct>>;
  /** What whoever may not hears of all its acts but those that say it themselves. */
  readonly no?: Told;
  /** When it is made and asked; the morning of the tests where nothing else is said. */
  readonly now?: Date;
  /** When it is asked in a state that time brings. */
  readonly askedAt?: (state: string) => Date | undefined;
  /** What is kept in memory behind it is read again after what was undone. */
  readonly refresh?: (modules: Modules) => Promise<unknown>;
  /** Who they have become by the time they are asked. */
  readonly peopleThen?: (making: Making, state: string, made: Made) => Promise<Making['people']>;
  /** For planting a fault: whom the product takes somebody for. */
  readonly as?: Readonly<Partial<Record<Who, Who>>>;
}
