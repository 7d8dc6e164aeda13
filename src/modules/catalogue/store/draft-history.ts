import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import type { DraftChange } from '../core/drafts/apply-patch.ts';
import type { DraftComment } from '../core/drafts/draft-views.ts';
import { accountOf, type DraftRow } from './drafts.ts';

/** Writes down what a save changed, behind what was changed before; the draft is locked. */
export async function appendChanges(
  tx: Tx,
  ctx: CommandContext,
  draft: Pick<DraftRow, 'draft_id' | 'version'>,
  changes: readonly DraftChange[],
): Promise<void> {
  const rows = changes.map(({ op, pointer, before, after }, index) => ({
    index: index + 1,
    op,
    pointer,
    before: before ?? null,
    after: after ?? null,
  }));
  await sql`
    insert into catalogue.draft_change
      (jurisdiction, draft_id, seq, version, op, pointer, before, after, changed_at, changed_by)
    select ${ctx.jurisdiction}, ${draft.draft_id},
      coalesce((select max(c.seq) from catalogue.draft_change c
        where c.jurisdiction = ${ctx.jurisdiction} and c.draft_id = ${draft.draft_id}), 0) + r.index,
      ${draft.version + 1}, r.op, r.pointer, r.before, r.after, ${ctx.now}, ${accountOf(ctx.actor)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(index integer, op text, pointer text, before jsonb, after jsonb)
  `.execute(tx);
}

export interface ChangeRow {
  readonly seq: number;
  readonly version: number;
  readonly op: DraftChange['op'];
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly changed_at: Date;
  readonly changed_by: Id<'account'> | null;
}

/** What was changed after a version of the draft, oldest first. */
export function changesSince(
  db: Connection,
  jurisdiction: Jurisdiction,
  draftId: string,
  version: number,
): Promise<readonly ChangeRow[]> {
  return many(
    db,
    sql<ChangeRow>`
      select c.seq, c.version, c.op, c.pointer, c.before, c.after, c.changed_at, c.changed_by
      from catalogue.draft_change c
      where c.jurisdiction = ${jurisdiction} and c.draft_id = ${draftId} and c.version > ${version}
      order by c.seq limit 200
    `,
  );
}

/** Who wrote at a draft. */
export async function writersOf(
  db: Connection,
  jurisdiction: Jurisdiction,
  draftId: string,
): Promise<ReadonlySet<Id<'account'>>> {
  const rows = await many(
    db,
    sql<{ by: Id<'account'> }>`
      select c.changed_by as by from catalogue.draft_change c
      where c.jurisdiction = ${jurisdiction} and c.draft_id = ${draftId} and c.changed_by is not null
      union
      select a.by from catalogue.draft d cross join lateral (values (d.created_by), (d.submitted_by)) a(by)
      where d.jurisdiction = ${jurisdiction} and d.draft_id = ${draftId} and a.by is not null
    `,
  );
  return new Set(rows.map((row) => row.by));
}

/** Adds what was said of a draft as it stands. */
export async function appendComments(
  tx: Tx,
  ctx: CommandContext,
  draft: DraftRow,
  comments: readonly {
    readonly commentId: string;
    readonly kind: DraftComment['kind'];
    readonly pointer?: string | undefined;
    readonly text: string;
  }[],
): Promise<void> {
  await sql`
    insert into catalogue.draft_comment
      (jurisdiction, draft_id, comment_id, kind, pointer, body, version, written_at, written_by)
    select ${ctx.jurisdiction}, ${draft.draft_id}, r."commentId", r.kind, r.pointer, r.text, ${draft.version},
      ${ctx.now}, ${accountOf(ctx.actor)}
    from jsonb_to_recordset(${JSON.stringify(comments)}::jsonb)
      as r("commentId" uuid, kind text, pointer text, text text)
  `.execute(tx);
}

export interface CommentRow {
  readonly comment_id: string;
  readonly kind: DraftComment['kind'];
  readonly pointer: string | null;
  readonly body: string;
  readonly version: number;
  readonly written_at: Date;
  readonly written_by: Id<'account'> | null;
}

export function commentsOf(
  db: Connection,
  jurisdiction: Jurisdiction,
  draftId: string,
): Promise<readonly CommentRow[]> {
  return many(
    db,
    sql<CommentRow>`
      select c.comment_id, c.kind, c.pointer, c.body, c.version, c.written_at, c.written_by
      from catalogue.draft_comment c
      where c.jurisdiction = ${jurisdiction} and c.draft_id = ${draftId}
      order by c.comment_id
    `,
  );
}
