import type { QueryContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { Result } from '../../../kernel/result.ts';

/** Somebody who wants to know who looked at what is kept of them, as their sign-in vouches for them. */
export interface ReadPerson {
  readonly jurisdiction: Jurisdiction;
  readonly personId: Id<'person'>;
  readonly accountIds: readonly Id<'account'>[];
  readonly name?: string;
  readonly identityNumber?: string;
}

/** A dossier of somebody, or one that names them, with the files of it. */
export interface NamedDossier {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  /** Whether its page is open to them. */
  readonly isOwn: boolean;
  readonly fileIds: readonly string[];
}

/** What journal rows are about. Declared here, fulfilled by the modules that own the things; joined in compose. */
export interface AuditSubjects {
  /** The dossier and everything of it that is read by itself (its files), for its owner; anybody else's is not found. */
  idsOfOwnDossier(ctx: QueryContext, dossierId: string): Promise<Result<readonly string[]>>;
  /** The thing with this code; undefined when there is none. */
  findByCode(ctx: QueryContext, code: string): Promise<string | undefined>;
  /** The latest dossiers of the person, also those taken in at a counter or handed in for them. */
  dossiersAbout(person: ReadPerson, most: number): Promise<readonly NamedDossier[]>;
}
