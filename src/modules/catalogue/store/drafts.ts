import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import type { DraftDocument } from '../core/drafts/draft-document.ts';
import type { DraftState } from '../core/drafts/draft-views.ts';

/** Row of catalogue.draft. */
export interface DraftRow {
  readonly draft_id: string;
  readonly code: string;
  readonly base_version_id: string | null;
  readonly state: DraftState;
  readonly version: number;
  readonly document: DraftDocument;
  readonly created_at: Date;
  readonly created_by: Id<'account'> | null;
  readonly changed_at: Date;
  readonly changed_by: Id<'account'> | null;
  readonly submitted_at: Date | null;
  readonly submitted_by: Id<'account'> | null;
  readonly approved_at: Date | null;
  readonly approved_by: Id<'account'> | null;
  readonly version_id: string | null;
}

/** Holds off whoever begins a text of one of these procedures until the transaction ends; always in the same order. */
export async function lockBeginning(tx: Tx, codes: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtext('catalogue.draft'), l.key)
    from (select distinct hashtext(c) as key from unnest(${codes}::text[]) c order by key) l
  `.execute(tx);
}

/** The texts of these procedures that are being written, reviewed or wait for their decision. */
export function findOpenDrafts(
  db: Connection,
  jurisdiction: Jurisdiction,
  codes: readonly string[],
): Promise<readonly DraftRow[]> {
  return many(
    db,
    sql<DraftRow>`
      select ${draftColumns} from catalogue.draft d
      where d.jurisdiction = ${jurisdiction} and d.code = any (${codes}::text[])
        and d.state in ('draft', 'inReview', 'approved')
    `,
  );
}

/** Columns of a draft under the alias `d`. */
export const draftColumns = sql`
  d.draft_id, d.code, d.base_version_id, d.state, d.version, d.document, d.created_at, d.created_by, d.changed_at,
  d.changed_by, d.submitted_at, d.submitted_by, d.approved_at, d.approved_by, d.version_id`;

export function findDraft(
  db: Connection,
  jurisdiction: Jurisdiction,
  draftId: string,
): Promise<DraftRow | undefined> {
  return maybeOne(
    db,
    sql<DraftRow>`
      select ${draftColumns} from catalogue.draft d
      where d.jurisdiction = ${jurisdiction} and d.draft_id = ${draftId}
    `,
  );
}

export function lockDraft(
  tx: Tx,
  jurisdiction: Jurisdiction,
  draftId: string,
): Promise<DraftRow | undefined> {
  return maybeOne(
    tx,
    sql<DraftRow>`
      select ${draftColumns} from catalogue.draft d
      where d.jurisdiction = ${jurisdiction} and d.draft_id = ${draftId}
      for update
    `,
  );
}

export async function insertDraft(
  tx: Tx,
  ctx: CommandContext,
  draft: Pick<DraftRow, 'draft_id' | 'code' | 'base_version_id' | 'document'>,
): Promise<void> {
  const by = accountOf(ctx.actor);
  await sql`
    insert into catalogue.draft
      (jurisdiction, draft_id, code, base_version_id, state, version, document, created_at, created_by, changed_at,
       changed_by)
    values (${ctx.jurisdiction}, ${draft.draft_id}, ${draft.code}, ${draft.base_version_id}, 'draft', 1,
      ${JSON.stringify(draft.document)}::jsonb, ${ctx.now}, ${by}, ${ctx.now}, ${by})
  `.execute(tx);
}

/** Moves a locked draft to its next version with this document. */
export async function writeDocument(
  tx: Tx,
  ctx: CommandContext,
  draft: Pick<DraftRow, 'draft_id' | 'version'>,
  document: unknown,
): Promise<void> {
  await sql`
    update catalogue.draft d
    set document = ${JSON.stringify(document)}::jsonb, version = ${draft.version + 1}, changed_at = ${ctx.now},
      changed_by = ${accountOf(ctx.actor)}
    where d.jurisdiction = ${ctx.jurisdiction} and d.draft_id = ${draft.draft_id}
  `.execute(tx);
}

/** Moves a locked draft to another state; what the state begins is signed by the actor. */
export async function writeState(
  tx: Tx,
  ctx: CommandContext,
  draft: DraftRow,
  state: 'draft' | 'inReview' | 'approved' | 'discarded',
): Promise<void> {
  const by = accountOf(ctx.actor);
  const signature =
    state === 'inReview'
      ? sql`, submitted_at = ${ctx.now}, submitted_by = ${by}`
      : state === 'approved'
        ? sql`, approved_at = ${ctx.now}, approved_by = ${by}`
        : sql``;
  await sql`
    update catalogue.draft d set state = ${state}, version = ${draft.version + 1} ${signature}
    where d.jurisdiction = ${ctx.jurisdiction} and d.draft_id = ${draft.draft_id}
  `.execute(tx);
}

/** The account that acts; null for the system. */
export function accountOf(actor: Actor): Id<'account'> | null {
  return actor.kind === 'officer' ? actor.accountId : null;
}
