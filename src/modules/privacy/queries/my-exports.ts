import type { QueryContext } from '../../../kernel/context.ts';
import type { ExportView } from '../contract.ts';
import { type ExportRow, exportsOf } from '../store/exports.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';

/** Copies the caller asked for, newest first. */
export async function myExports(deps: PrivacyDeps, ctx: QueryContext): Promise<readonly ExportView[]> {
  if (ctx.actor.kind !== 'citizen') return [];
  const rows = await exportsOf(deps.db, ctx.jurisdiction, ctx.actor.personId, 10);
  return rows.map((row) => viewOf(row, ctx.now));
}

function viewOf(row: ExportRow, now: Date): ExportView {
  const isOver = row.expires_at <= now || (row.made_at !== null && row.content_sealed === null);
  return {
    exportId: row.export_id,
    requestedAt: row.requested_at.toISOString(),
    state: isOver ? 'over' : row.made_at === null ? 'making' : 'ready',
    expiresAt: row.expires_at.toISOString(),
    left: [
      ...(row.page_taken_at === null ? (['page'] as const) : []),
      ...(row.json_taken_at === null ? (['json'] as const) : []),
    ],
  };
}
