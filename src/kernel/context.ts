import type { Actor } from './actor.ts';
import type { Jurisdiction } from './id.ts';

/** What every query knows of the request it answers. */
export interface QueryContext {
  readonly jurisdiction: Jurisdiction;
  readonly actor: Actor;
  readonly now: Date;
  readonly origin: Origin;
}

/** What every command knows of the request it carries out. */
export interface CommandContext extends QueryContext {
  /** Made by the client once per intention: the same id and body returns the first outcome. A UUID text. */
  readonly requestId: string;
}

/** From where a request came; kept in the action journal, never in logs. */
export interface Origin {
  readonly ip: string | undefined;
  readonly userAgent: string | undefined;
}
