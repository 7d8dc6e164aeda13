import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { can } from '../../identity/public.ts';
import { type AcceptedDossier, type SettleAtCounterInput, settleAtCounterInput } from '../contract.ts';
import { matterOf } from '../core/matter.ts';
import type { DossierDeps } from '../store/deps.ts';
import { lockDossier } from '../store/dossier-row.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { closeTask, tasksOf } from '../store/tasks.ts';
import { saveTokens } from '../store/tokens.ts';
import { findSigner, type Signer } from './find-signer.ts';
import { finishIntake } from './finish-intake.ts';
import { registerResult } from './issue-result.ts';
import { openWalkIn } from './open-walk-in.ts';

/**
 * A walk-in that is finished while the person waits, where the procedure allows it (practice 11): received, fee taken,
 * signed on paper by a leader of the agency, numbered in its book and handed over, all under the officer's name. No
 * appointment slip is printed.
 */
export function settleAtCounter(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<AcceptedDossier>> {
  return runCommand(
    deps,
    ctx,
    'dossiers.settle-at-counter',
    settleAtCounterInput,
    input,
    async (tx, wanted) => {
      const { signerPostId, result, ...walkInInput } = wanted;
      if (wanted.post) return refuse('invalid', 'dossiers.settled-without-post');
      const walkIn = await openWalkIn(tx, ctx, deps, walkInInput);
      if (!walkIn.ok) return walkIn;
      const { dossier, intake, pinned } = walkIn.value;
      // Who only takes in (the post's staff) finishes nothing.
      if (!can(ctx.actor, 'dossiers.work', [dossier.received_unit_id]))
        return refuse('forbidden', 'dossiers.not-allowed');
      if (!pinned.version.content.settledAtCounter)
        return refuse('invalid', 'dossiers.not-settled-at-counter');
      const places = [{ unitId: pinned.competent.id, role: 'leader' as const }];
      const signer = await findSigner(tx, ctx, deps, places, signerPostId, matterOf(dossier, 'result'));
      if (!signer.ok) return signer;
      const accepted = await finishIntake(tx, ctx, deps, dossier, intake, { fee: wanted.fee, letter: false });
      if (!accepted.ok) return accepted;
      const closed = await settle(tx, ctx, deps, dossier.dossier_id, result, signer.value);
      return closed.ok ? accepted : closed;
    },
  );
}

/** Ends the process where it stands: result registered, nothing left open, handed over. */
async function settle(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossierId: Id<'dossier'>,
  result: SettleAtCounterInput['result'],
  signer: Signer,
): Promise<Result<null>> {
  const dossier = await lockDossier(tx, ctx.jurisdiction, dossierId);
  if (!dossier) throw new Error(`dossier ${dossierId} is gone`);
  const facts = { settledAtCounter: true, signerId: signer.signerId, signerLines: signer.signerLines };
  const open = (await tasksOf(tx, ctx.jurisdiction, dossierId)).filter((task) => task.closed_at === null);
  for (const task of open) await closeTask(tx, ctx, task.task_id, { outcome: 'forward', facts });
  await saveTokens(tx, ctx.jurisdiction, dossierId, []);
  const issued = await registerResult(tx, ctx, deps, dossier, result, signer);
  if (!issued.ok) return issued;
  const lastSeq = await record(tx, ctx, deps, {
    command: 'dossiers.settle-at-counter',
    signer,
    dossierId,
    lastSeq: dossier.last_seq,
    events: [...issued.value, { type: 'dossiers.returned', payload: {} }],
  });
  const change = { phase: 'returned', completed_at: ctx.now, returned_at: ctx.now } as const;
  await saveDossier(tx, ctx.jurisdiction, dossier, change, lastSeq);
  return ok(null);
}
