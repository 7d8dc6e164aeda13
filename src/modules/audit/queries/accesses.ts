import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/page.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../platform/cursor.ts';
import { searchJournal } from '../../../platform/journal-search.ts';
import { ownAccounts } from '../../identity/public.ts';
import type { AccessLine } from '../contract.ts';
import type { AuditDeps } from '../store/audit-deps.ts';
import { actorLabels } from './actor-labels.ts';

const pageSize = 50;
const cursorShape = z.tuple([cursorInstant, z.uuid()]);

/** Who read a dossier of the caller's and its papers, newest first. Somebody else's dossier is not found. */
export async function accesses(
  deps: AuditDeps,
  ctx: QueryContext,
  dossierId: string,
  cursor: string | undefined,
): Promise<Result<Page<AccessLine>>> {
  const subjects = await deps.subjects.idsOfOwnDossier(ctx, dossierId);
  if (!subjects.ok) return subjects;
  const after = readCursor(cursorShape, cursor);
  if (!after.ok) return after;
  const filter = { source: 'read' as const, subjectIds: subjects.value };
  const rows = await searchJournal(deps.db, ctx.jurisdiction, filter, after.value, pageSize + 1);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const label = await actorLabels(deps.db, deps.identity, shown);
  const own = ctx.actor.kind === 'citizen' ? ownAccounts(ctx.actor) : [];
  return ok({
    items: shown.map((row) => ({
      at: row.recordedAt.toISOString(),
      query: row.name,
      reader: label(row),
      own: own.some((accountId) => accountId === row.actorId),
    })),
    ...(rows.length > pageSize && last && { next: writeCursor([last.sortKey, last.rowId]) }),
  });
}
