import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../../kernel/context.ts';
import type { Page } from '../../../../kernel/page.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../../platform/cursor.ts';
import { many } from '../../../../platform/database.ts';
import { recordRead } from '../../../../platform/journal.ts';
import type { MergeView } from '../../core/merge-views.ts';
import { can } from '../../core/permissions.ts';
import type { CitizenQueryDeps } from './deps.ts';

const pageSize = 20;
const cursorShape = z.tuple([cursorInstant, z.uuid()]);

interface Row {
  readonly id: string;
  readonly kept_name: string;
  readonly merged_name: string;
  readonly kept_person_id: string;
  readonly merged_person_id: string;
  readonly accounts: number;
  readonly proof: MergeView['proof'];
  readonly reason: string | null;
  readonly by_name: string;
  readonly merged_at: Date;
  readonly sort_key: string;
  readonly undone_at: Date | null;
  readonly undo_reason: string | null;
}

/** Merges, newest first: all of them for administrators, their own for a citizen. */
export async function listMerges(
  deps: CitizenQueryDeps,
  ctx: QueryContext,
  cursor: string | undefined,
): Promise<Result<Page<MergeView>>> {
  const { actor } = ctx;
  const isAdministrator = actor.kind === 'officer' && can(actor, 'identity.manage');
  if (actor.kind !== 'citizen' && !isAdministrator) return refuse('forbidden', 'identity.not-allowed');
  const after = readCursor(cursorShape, cursor);
  if (!after.ok) return after;
  const own = actor.kind === 'citizen' ? sql`and m.kept_person_id = ${actor.personId}` : sql``;
  const beyond = after.value
    ? sql`and (m.merged_at, m.id) < (${after.value[0]}::timestamptz, ${after.value[1]}::uuid)`
    : sql``;
  const rows = await many(
    deps.db,
    sql<Row>`
      select m.id, kept.name as kept_name, merged.name as merged_name, m.kept_person_id, m.merged_person_id,
        cardinality(m.account_ids) as accounts, m.proof, m.reason, doer.name as by_name, m.merged_at,
        m.merged_at::text as sort_key, m.undone_at, m.undo_reason
      from identity.person_merge m
      join identity.person kept on kept.jurisdiction = m.jurisdiction and kept.id = m.kept_person_id
      join identity.person merged on merged.jurisdiction = m.jurisdiction and merged.id = m.merged_person_id
      join identity.account by on by.jurisdiction = m.jurisdiction and by.id = m.merged_by
      join identity.person doer on doer.jurisdiction = by.jurisdiction and doer.id = by.person_id
      where m.jurisdiction = ${ctx.jurisdiction} ${own} ${beyond}
      order by m.merged_at desc, m.id desc
      limit ${pageSize + 1}`,
  );
  const shown = rows.slice(0, pageSize);
  const subjectIds = shown.flatMap((row) => [row.kept_person_id, row.merged_person_id]);
  await recordRead(deps.db, ctx, deps.newId, { query: 'identity.list-merges', subjectIds });
  const last = shown.at(-1);
  return ok({
    items: shown.map(viewOf),
    ...(rows.length > pageSize && last && { next: writeCursor([last.sort_key, last.id]) }),
  });
}

function viewOf(row: Row): MergeView {
  return {
    mergeId: row.id,
    keptName: row.kept_name,
    mergedName: row.merged_name,
    accounts: row.accounts,
    proof: row.proof,
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.proof === 'administrator' && { by: row.by_name }),
    mergedAt: row.merged_at.toISOString(),
    ...(row.undone_at !== null && { undoneAt: row.undone_at.toISOString() }),
    ...(row.undo_reason !== null && { undoReason: row.undo_reason }),
  };
}
