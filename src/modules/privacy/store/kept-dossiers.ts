import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Connection, Tx } from '../../../platform/database.ts';
import type { KeptKind } from '../contract.ts';

/** A dossier that has ended and of which something is still kept. */
export interface EndedDossier {
  readonly dossierId: Id<'dossier'>;
  readonly code: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  /** Codes of the other procedures it carries. */
  readonly alsoFor: readonly string[];
  /** The agency that decided on it. */
  readonly unitId: Id<'unit'>;
  readonly endedOn: PlainDate;
  readonly erased: readonly KeptKind[];
}

/** Behind which dossier the walk goes on. */
export interface EndedAfter {
  readonly endedAt: string;
  readonly dossierId: string;
}

/** What retention needs of dossiers. Declared here, fulfilled by dossiers; joined in compose. */
export interface KeptDossiers {
  /** Codes of the procedures of which something that has ended still holds something. */
  endedProcedures(connection: Connection, jurisdiction: Jurisdiction): Promise<readonly string[]>;
  /** A page of what ended of a procedure up to a day and still holds something, oldest first. */
  endedUntil(
    connection: Connection,
    jurisdiction: Jurisdiction,
    of: { readonly procedureCode: string; readonly day: PlainDate },
    page: { readonly after?: EndedAfter | undefined; readonly limit: number },
  ): Promise<readonly (EndedDossier & { readonly next: EndedAfter })[]>;
  /** One of them, locked; undefined when it has not ended or nothing of it is left. */
  lockEnded(tx: Tx, jurisdiction: Jurisdiction, dossierId: string): Promise<EndedDossier | undefined>;
  /** Any dossier by its code, whatever its state. */
  findByCode(
    connection: Connection,
    jurisdiction: Jurisdiction,
    code: string,
  ): Promise<Pick<EndedDossier, 'dossierId' | 'code' | 'unitId' | 'erased'> | undefined>;
  /** Throws away drafts never handed in and not touched since, with their papers; how many, at most the limit. */
  dropDrafts(tx: Tx, jurisdiction: Jurisdiction, before: Date, now: Date, limit: number): Promise<number>;
  /** Tells its owner that these kinds are to be erased from a day on, while they can still take a copy. */
  warnOwner(tx: Tx, ctx: CommandContext, dossierId: string, dueOn: PlainDate): Promise<void>;
  /** Erases these kinds of a locked dossier, and says so in its history. */
  erase(tx: Tx, ctx: CommandContext, dossierId: string, kinds: readonly KeptKind[]): Promise<void>;
}

/** What goes by itself when its time is over: codes, flows, sessions, words of reasons stated before a moment. */
export type ForgetExpired = (
  tx: Tx,
  jurisdiction: Jurisdiction,
  now: Date,
  reasonsBefore: Date,
) => Promise<void>;

/** What another module keeps about a dossier and erases with the facts about its people. */
export interface ErasedWith {
  eraseOf(tx: Tx, jurisdiction: Jurisdiction, dossierId: string): Promise<void>;
}
