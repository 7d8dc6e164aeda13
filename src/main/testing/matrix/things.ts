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
  readonly holds: (permission: Permission, ...units: readonly string[]) => boolean;
}

export interface ThingAct {
  readonly by: (asked: Asked) => boolean;
  /** States in which it is done, or who may do it when. */
  readonly in: readonly string[] | ((asked: Asked) => boolean);
  readonly run: (modules: Modules, ctx: CommandContext, made: Made) => Promise<Result<unknown>>;
}

/** Something that stands in a state, and what may be done to it. */
export interface Thing {
  /** Where its functions stand in what compose builds; acts are named as they are, with what tells two apart in brackets. */
  readonly of: string;
  readonly states: readonly string[];
  readonly make: (state: string, making: Making) => Promise<Made>;
  readonly acts: Readonly<Record<string, ThingAct>>;
  /** When it is made and asked; the morning of the tests where nothing else is said. */
  readonly now?: Date;
  /** When it is asked in a state that time brings. */
  readonly askedAt?: (state: string) => Date | undefined;
  /** Whether units are kept in memory behind it, and read again after what was undone. */
  readonly changesUnits?: true;
  /** For planting a fault: whom the product takes somebody for. */
  readonly as?: Readonly<Partial<Record<Who, Who>>>;
}
