import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Connection } from '../../../platform/database.ts';
import type { DraftBasis } from '../core/editing/draft-basis.ts';
import type { StoredDraft } from './drafts.ts';
import { findVersion } from './processes.ts';
import { suspensionGrounds } from './suspension-grounds.ts';

/** Joined in compose: the limit of a procedure is known to the catalogue; undefined where it does not know the procedure. */
export type LegalLimitOf = (
  connection: Connection,
  procedure: string,
  caseKey: string | undefined,
  on: PlainDate,
) => Promise<DraftBasis['limit']>;

/** What a draft is held against today: the limit of its first procedure, the grounds of the regimes, its version before. */
export async function draftBasis(
  connection: Connection,
  { legalLimitOf }: { readonly legalLimitOf?: LegalLimitOf | undefined },
  { content, base_version_id }: Pick<StoredDraft, 'content' | 'base_version_id'>,
  on: PlainDate,
): Promise<DraftBasis> {
  const [procedure] = content.procedures;
  const limit = procedure && (await legalLimitOf?.(connection, procedure, content.cases?.[0], on));
  const before = base_version_id === null ? undefined : await findVersion(connection, base_version_id);
  const grounds = (await suspensionGrounds(connection)).map(({ ground }) => ground);
  return {
    ...(limit !== undefined && limit !== '' && { limit }),
    // An installation that keeps no regimes judges no grounds.
    ...(grounds.length > 0 && { grounds: [...new Set(grounds)] }),
    ...(before && { keysBefore: before.steps.map(({ key }) => key) }),
  };
}
