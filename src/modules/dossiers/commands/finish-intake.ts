import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { feeFor, type ProcedureVersion } from '../../catalogue/public.ts';
import { advance, begin } from '../../process/public.ts';
import type { AcceptedDossier, FeeCollection } from '../contract.ts';
import { catalogueChannel } from '../core/catalogue-channel.ts';
import type { DossierEvent } from '../core/events.ts';
import { checkFee } from '../core/fee-check.ts';
import { acceptRow } from '../store/accept-row.ts';
import { startClock } from '../store/clock-row.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { requestLetter } from '../store/letters.ts';
import { openNext } from '../store/open-next.ts';
import { issuePromise } from '../store/promises.ts';
import { record } from '../store/record.ts';
import { calendarToday, knownRule, recountClock } from '../store/recount-clock.ts';
import { standingUnit } from '../store/standing-unit.ts';
import { closeTask, type TaskRow } from '../store/tasks.ts';
import { saveTokens } from '../store/tokens.ts';

/**
 * What acceptance does once the papers are in order, for online and walk-in dossiers alike. The register counter is
 * locked last.
 */
export async function finishIntake(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  intake: TaskRow,
  more: { readonly fee: FeeCollection | undefined; readonly letter: boolean },
): Promise<Result<AcceptedDossier>> {
  const version = await deps.catalogue.getVersion(
    tx,
    ctx.jurisdiction,
    dossier.procedure_version_id,
    plainDateOf(dossier.submitted_at),
  );
  if (!version.ok) return version;
  const rule = knownRule(version.value, dossier);
  const promise = rule && deps.process.promise(calendarToday(ctx, deps, dossier), rule, ctx.now);
  if (promise && !promise.ok) return promise;
  const promisedAt = promise?.value.dueAt ?? null;
  const process = await deps.process.getProcessVersion(tx, dossier.process_version_id);
  if (!process.ok) return process;
  const started = begin(process.value.graph, ctx.now);
  const moved = advance(
    process.value.graph,
    started.tokens,
    { kind: 'forward', step: intake.step_key },
    ctx.now,
  );
  if (!moved.ok) return moved;
  const fee = await collectFee(tx, ctx, deps, dossier, version.value, more.fee);
  if (!fee.ok) return fee;
  await closeTask(tx, ctx, intake.task_id, { outcome: 'forward' });
  if (promise)
    await issuePromise(tx, ctx, dossier.dossier_id, { seq: 1, kind: 'receipt', promise: promise.value });
  await startClock(tx, ctx, dossier.dossier_id, rule);
  await saveTokens(tx, ctx.jurisdiction, dossier.dossier_id, moved.value.tokens);
  const promised = { ...dossier, promised_at: promisedAt };
  const follower = { unitId: dossier.competent_unit_id, role: 'specialist' } as const;
  const opened = await openNext(tx, ctx, deps, promised, moved.value, follower);
  if (!opened.ok) return opened;
  const counted = await recountClock(tx, ctx, deps, dossier);
  if (!counted.ok) return counted;
  if (more.letter) await requestLetter(tx, ctx, deps, dossier.dossier_id, 'receipt');
  const lastSeq = await record(tx, ctx, deps, {
    command: 'dossiers.accept',
    dossierId: dossier.dossier_id,
    lastSeq: dossier.last_seq,
    events: [
      { type: 'dossiers.accepted', payload: { promisedAt: promisedAt?.toISOString() ?? null } },
      ...fee.value,
      ...opened.value,
    ],
  });
  const registerSerial = await acceptRow(tx, ctx, {
    dossierId: dossier.dossier_id,
    registerUnitId: standingUnit(deps.identity.units, dossier.received_unit_id, plainDateOf(ctx.now)),
    promisedAt,
    lastSeq,
  });
  return ok({
    dossierId: dossier.dossier_id,
    code: dossier.code,
    registerSerial,
    ...(promisedAt && { promisedAt: promisedAt.toISOString() }),
  });
}

async function collectFee(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  version: ProcedureVersion,
  collected: FeeCollection | undefined,
): Promise<Result<readonly DossierEvent[]>> {
  const channel = catalogueChannel(dossier.channel);
  const quote = feeFor(version, dossier.case_key, channel, collected?.quantities ?? {}, dossier.case_answers);
  const checked = checkFee(quote, collected);
  if (!checked.ok || !collected || ctx.actor.kind !== 'officer') return checked.ok ? ok([]) : checked;
  const recorded = await deps.payments.recordCounterReceipt(tx, ctx, {
    dossierId: dossier.dossier_id,
    unitId: standingUnit(deps.identity.units, dossier.received_unit_id, plainDateOf(ctx.now)),
    receiptNumber: collected.receiptNumber,
    amount: collected.amount,
    lines: quote.lines.map((line) => ({ name: line.fee.name, amount: line.amount ?? collected.amount })),
    collectedBy: ctx.actor.accountId,
  });
  if (!recorded.ok) return recorded;
  const { amount, receiptNumber } = collected;
  return ok([{ type: 'dossiers.feeCollected', payload: { amount, receiptNumber } }]);
}
