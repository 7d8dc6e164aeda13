import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import type { ActionName } from '../../../platform/journal.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { declineWithdrawalInput, requestWithdrawalInput, takeBackWithdrawalInput } from '../contract.ts';
import type { ActEvent } from '../core/act-events.ts';
import { phaseAfter } from '../core/life-cycle.ts';
import type { DossierDeps } from '../store/deps.ts';
import { type DossierRow, lockDossier } from '../store/dossier-row.ts';
import { ownsDossier } from '../store/own-dossiers.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { closeWithdrawal, openWithdrawal, withdrawalsOf } from '../store/withdrawals.ts';
import { lockToEnd } from './lock-to-end.ts';
import { requireCitizen } from './own-draft.ts';

/** The citizen asks to have an accepted dossier back (status 7): a request, which stops nothing until it is answered. */
export function requestWithdrawal(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly requestId: string }>> {
  return runCommand(
    deps,
    ctx,
    'dossiers.request-withdrawal',
    requestWithdrawalInput,
    input,
    async (tx, wanted) => {
      const citizen = requireCitizen(ctx);
      if (!citizen.ok) return citizen;
      const dossier = await lockOwn(tx, ctx, wanted.dossierId);
      if (!dossier.ok) return dossier;
      const phase = phaseAfter(dossier.value.phase, 'askWithdrawal');
      if (!phase.ok) return phase;
      if (dossier.value.withdrawal_requested_at !== null) {
        return refuse('conflict', 'dossiers.withdrawal-open');
      }
      const requestId = deps.newId<'withdrawal'>();
      const { accountId: by } = citizen.value;
      await openWithdrawal(tx, ctx, dossier.value.dossier_id, { requestId, reason: wanted.reason, by });
      await tell(tx, ctx, deps, dossier.value, 'dossiers.request-withdrawal', {
        type: 'dossiers.withdrawalRequested',
        payload: { requestId },
      });
      return ok({ requestId });
    },
  );
}

/** The citizen thinks better of it while nobody has answered. */
export function takeBackWithdrawal(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  return runCommand(
    deps,
    ctx,
    'dossiers.take-back-withdrawal',
    takeBackWithdrawalInput,
    input,
    async (tx, wanted) => {
      const dossier = await lockOwn(tx, ctx, wanted.dossierId);
      if (!dossier.ok) return dossier;
      return close(tx, ctx, deps, dossier.value, wanted.requestId, { as: 'takenBack' });
    },
  );
}

/** The office goes on with the dossier, and says why; granting the wish is stopping it. */
export function declineWithdrawal(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  return runCommand(
    deps,
    ctx,
    'dossiers.decline-withdrawal',
    declineWithdrawalInput,
    input,
    async (tx, wanted) => {
      const locked = await lockToEnd(tx, ctx, deps, wanted.dossierId);
      if (!locked.ok) return locked;
      const closing = { as: 'declined', answer: wanted.answer } as const;
      const { dossier, delegationId } = locked.value;
      return close(tx, ctx, deps, dossier, wanted.requestId, { ...closing, delegationId });
    },
  );
}

async function close(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  requestId: string,
  closing: {
    readonly as: 'declined' | 'takenBack';
    readonly answer?: string;
    readonly delegationId?: Id<'delegation'> | undefined;
  },
): Promise<Result<null>> {
  const all = await withdrawalsOf(tx, ctx.jurisdiction, dossier.dossier_id);
  if (!all.some((each) => each.request_id === requestId && each.closed_as === null)) {
    return refuse('conflict', 'dossiers.withdrawal-closed');
  }
  await closeWithdrawal(tx, ctx, dossier.dossier_id, closing);
  const event = { type: 'dossiers.withdrawalClosed', payload: { requestId, as: closing.as } } as const;
  await tell(tx, ctx, deps, dossier, 'dossiers.close-withdrawal', event, closing.delegationId);
  return ok(null);
}

async function lockOwn(tx: Tx, ctx: CommandContext, dossierId: string): Promise<Result<DossierRow>> {
  const citizen = requireCitizen(ctx);
  if (!citizen.ok) return citizen;
  const dossier = await lockDossier(tx, ctx.jurisdiction, dossierId);
  return dossier && ownsDossier(citizen.value, dossier)
    ? ok(dossier)
    : refuse('not-found', 'dossiers.not-found');
}

async function tell(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  command: ActionName,
  event: ActEvent,
  delegationId?: Id<'delegation'>,
): Promise<void> {
  const { dossier_id: dossierId, last_seq: lastSeq } = dossier;
  const next = await record(tx, ctx, deps, { command, dossierId, lastSeq, events: [event], delegationId });
  await saveDossier(tx, ctx.jurisdiction, dossier, {}, next);
}
