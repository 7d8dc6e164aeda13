import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { type StopDossierInput, stopDossierInput } from '../contract.ts';
import { phaseAfter } from '../core/life-cycle.ts';
import { matterOf } from '../core/matter.ts';
import { signingPlaces } from '../core/signing-places.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { requestLetter } from '../store/letters.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { standingUnit } from '../store/standing-unit.ts';
import { insertStopNotice } from '../store/stop-notices.ts';
import { closeSupplement, openSupplement } from '../store/supplements.ts';
import { closeTask, type TaskRow } from '../store/tasks.ts';
import { saveTokens } from '../store/tokens.ts';
import { closeWithdrawal } from '../store/withdrawals.ts';
import { findSigner } from './find-signer.ts';
import { type DossierToEnd, lockToEnd } from './lock-to-end.ts';
import { settleOpinions } from './settle-opinions.ts';

/**
 * Ends a dossier without a result (status 8) with its notice: on which ground, why, how far it had come, what became of
 * the money. A refusal to grant is no stop: that is a result.
 */
export function stopDossier(deps: DossierDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runCommand(deps, ctx, 'dossiers.stop', stopDossierInput, input, (tx, wanted) =>
    stop(tx, ctx, deps, wanted),
  );
}

async function stop(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  wanted: StopDossierInput,
): Promise<Result<null>> {
  const locked = await lockToEnd(tx, ctx, deps, wanted.dossierId);
  if (!locked.ok) return locked;
  const { dossier, open, officer } = locked.value;
  if (dossier.version !== wanted.expectedVersion) return refuse('conflict', 'dossiers.stale-version');
  const phase = phaseAfter(dossier.phase, 'stop');
  if (!phase.ok) return phase;
  const lawful = await checkGround(tx, ctx, dossier, wanted);
  if (!lawful.ok) return lawful;
  const unitId = standingUnit(deps.identity.units, dossier.competent_unit_id, plainDateOf(ctx.now));
  const places = signingPlaces(
    unitId,
    open.map((task) => task.unit_id),
  );
  const signer = await findSigner(tx, ctx, deps, places, wanted.signerPostId, matterOf(dossier, 'stop'));
  if (!signer.ok) return signer;
  await endEverything(tx, ctx, locked.value, wanted);
  await requestLetter(tx, ctx, deps, dossier.dossier_id, 'stop');
  const book = { unitId, book: 'stop', year: Number(plainDateOf(ctx.now).slice(0, 4)) };
  const number = String(await deps.documents.commands.nextNumber(tx, ctx.jurisdiction, book));
  await insertStopNotice(tx, ctx, dossier.dossier_id, {
    notice_id: deps.newId<'stopNotice'>(),
    ground: wanted.ground,
    reason: wanted.reason,
    stage: stageReached(open),
    money: wanted.money,
    unit_id: unitId,
    number,
    signer_lines: signer.value.signerLines,
    signer_id: signer.value.signerId,
    stoppedBy: officer.accountId,
  });
  const lastSeq = await record(tx, ctx, deps, {
    delegationId: locked.value.delegationId,
    signer: signer.value,
    command: 'dossiers.stop',
    dossierId: dossier.dossier_id,
    lastSeq: dossier.last_seq,
    events: [{ type: 'dossiers.stopped', payload: { ground: wanted.ground, number, unitId } }],
  });
  await saveDossier(tx, ctx.jurisdiction, dossier, { phase: phase.value, stopped_at: ctx.now }, lastSeq);
  return ok(null);
}

/** A ground that names a fact needs the fact: a request to withdraw, or a notice whose day has passed. */
async function checkGround(
  tx: Tx,
  ctx: CommandContext,
  dossier: DossierRow,
  { ground }: StopDossierInput,
): Promise<Result<null>> {
  const wrong = (type: string) => refuseField('/ground', type);
  if (ground === 'requested' && dossier.withdrawal_requested_at === null) {
    return wrong('dossiers.stop-not-requested');
  }
  if (ground !== 'unanswered') return ok(null);
  const asked = await openSupplement(tx, ctx.jurisdiction, dossier.dossier_id);
  return asked && asked.answer_by < plainDateOf(ctx.now) ? ok(null) : wrong('dossiers.stop-not-unanswered');
}

/** Nothing of it stays open: steps, tokens, what was asked, a notice, a wish to withdraw; its clock ends as it is saved. */
async function endEverything(
  tx: Tx,
  ctx: CommandContext,
  { dossier, open }: DossierToEnd,
  wanted: StopDossierInput,
): Promise<void> {
  for (const task of open) {
    await closeTask(tx, ctx, task.task_id, { outcome: 'stop', note: wanted.reason, facts: task.facts });
  }
  await saveTokens(tx, ctx.jurisdiction, dossier.dossier_id, []);
  const asked = await openSupplement(tx, ctx.jurisdiction, dossier.dossier_id);
  if (asked) await closeSupplement(tx, ctx, asked, { as: 'ended' });
  await closeWithdrawal(tx, ctx, dossier.dossier_id, { as: 'stopped', answer: wanted.reason });
  await settleOpinions(tx, ctx, dossier.dossier_id, new Set(open.map((task) => task.task_id)));
}

/** As the notice says it: the steps that were open. */
function stageReached(open: readonly TaskRow[]): string {
  return open.map((task) => task.step_name).join('; ');
}
