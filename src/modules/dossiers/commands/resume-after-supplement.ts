import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { computeDue, onlineAnswerRule } from '../../process/public.ts';
import type { DossierEvent } from '../core/events.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { renewAnswerDue } from '../store/renew-answer-due.ts';
import { standingUnit } from '../store/standing-unit.ts';
import { closeSupplement, type SupplementRow } from '../store/supplements.ts';
import { showWaiting } from '../store/suspension-log.ts';
import { closeSuspension } from '../store/suspensions.ts';
import { refreshWaiting } from '../store/waiting.ts';

/**
 * Closes a request and puts its step back to work: the clock runs again, or (before acceptance) the office has its
 * 8 working hours anew. Gives the events of it for the command's own record.
 */
export async function resumeAfterSupplement(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  request: SupplementRow,
  closing: Parameters<typeof closeSupplement>[3],
): Promise<Result<readonly DossierEvent[]>> {
  await closeSupplement(tx, ctx, request, closing);
  await refreshWaiting(tx, ctx.jurisdiction, dossier.dossier_id);
  if (request.suspension_id === null) {
    await showWaiting(tx, ctx.jurisdiction, dossier.dossier_id, null);
    return closing.as === 'withdrawn' ? ok([]) : answerAnew(tx, ctx, deps, dossier, request);
  }
  const resumed = await closeSuspension(tx, ctx, deps, dossier, request.suspension_id);
  return resumed.ok ? ok(resumed.value.events) : resumed;
}

/** What comes back is a submission to answer like the first (NĐ 45/2020 Art. 11). */
async function answerAnew(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  request: SupplementRow,
): Promise<Result<readonly DossierEvent[]>> {
  const today = plainDateOf(ctx.now);
  const received = standingUnit(deps.identity.units, dossier.received_unit_id, today);
  const due = computeDue(deps.process.calendarOf(received, today), {
    rule: onlineAnswerRule,
    receivedAt: ctx.now,
    asOf: ctx.now,
    suspensions: [],
  });
  if (!due.ok) return due;
  await renewAnswerDue(tx, ctx.jurisdiction, dossier.dossier_id, request.task_id, due.value.dueAt);
  return ok([]);
}
