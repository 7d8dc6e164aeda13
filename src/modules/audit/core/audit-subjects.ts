import type { QueryContext } from '../../../kernel/context.ts';
import type { Result } from '../../../kernel/result.ts';

/** What journal rows are about. Declared here, fulfilled by the modules that own the things; joined in compose. */
export interface AuditSubjects {
  /** The dossier and everything of it that is read by itself (its files), for its owner; anybody else's is not found. */
  idsOfOwnDossier(ctx: QueryContext, dossierId: string): Promise<Result<readonly string[]>>;
  /** The thing with this code; undefined when there is none. */
  findByCode(ctx: QueryContext, code: string): Promise<string | undefined>;
}
