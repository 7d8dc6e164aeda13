import type { CommandContext } from '../../../../kernel/context.ts';
import type { Id } from '../../../../kernel/id.ts';
import { plainDateOf } from '../../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { recordAction } from '../../../../platform/journal.ts';
import { journalKey } from '../../../../platform/journal-facts.ts';
import { runCommand } from '../../../../platform/run-command.ts';
import { isFreshlyProved } from '../../core/assurance.ts';
import { decideResetInput, resetInput } from '../../core/people/inputs.ts';
import { can } from '../../core/permissions.ts';
import {
  dropAllFactors,
  holdReset,
  insertReset,
  settleReset,
} from '../../store/people/factor-reset-store.ts';
import type { PeopleDeps } from '../../store/people/people-deps.ts';
import { confirmPlaces } from '../../store/people/reach.ts';
import { tiesBetween } from '../../store/people/ties.ts';
import { revokeAllOf } from '../../store/session-store.ts';
import { holdOfficer, runPeopleCommand } from './run-people-command.ts';

/** The second person must answer the telephone today, not next month. */
const hoursOpen = 24;

/**
 * Asks that an officer's second factor be taken away, because the device is lost. Nothing happens until somebody else confirms.
 * Refuses one's own and a wish that is open already.
 */
export function askFactorReset(
  deps: PeopleDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ resetId: Id<'factorReset'> }>> {
  return runPeopleCommand(
    deps,
    ctx,
    'identity.ask-factor-reset',
    resetInput,
    input,
    async (tx, wanted, by) => {
      const { accountId, reason } = wanted;
      if (accountId === by.actor.accountId) return refuse('forbidden', 'identity.own-account');
      const officer = await holdOfficer(deps, tx, ctx, by, accountId);
      if (!officer.ok) return officer;
      if (officer.value.closed_at) return refuse('conflict', 'identity.account-closed');
      const resetId = deps.newId<'factorReset'>();
      const reset = { id: resetId, accountId: officer.value.account_id, askedBy: by.actor.accountId, reason };
      const expiresAt = new Date(ctx.now.getTime() + hoursOpen * 3_600_000);
      if (!(await insertReset(tx, deps.jurisdiction, reset, ctx.now, expiresAt)))
        return refuse('conflict', 'identity.reset-open');
      await recordAction(tx, ctx, deps.newId, {
        command: 'identity.ask-factor-reset',
        subjectId: reset.accountId,
        facts: { resetId },
      });
      return ok({ resetId });
    },
  );
}

/**
 * The second person confirms or declines: another administrator, or a leader of the officer's unit or of one above it. Confirmed,
 * all factors and recovery codes go and every session ends; the next sign-in sets a new factor up. Refuses whoever asked
 * (`identity.reset-needs-another`), whom it concerns, and who owes their account or post to the asker, or both to a third
 * (`identity.reset-second-tied`): nobody confirms by a second account of their own making.
 */
export async function decideFactorReset(
  deps: PeopleDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  const { actor } = ctx;
  if (actor.kind !== 'officer' || !can(actor, 'identity.confirm-reset'))
    return refuse('forbidden', 'identity.not-confirming');
  if (!isFreshlyProved(actor, ctx.now)) return refuse('forbidden', 'identity.step-up-needed');
  const name = 'identity.decide-factor-reset';
  return runCommand(deps, ctx, name, decideResetInput, input, async (tx, { resetId, decision }) => {
    const reset = await holdReset(tx, deps.jurisdiction, resetId, ctx.now);
    if (!reset) return refuse('not-found', 'identity.reset-unknown');
    const places = await confirmPlaces(deps, tx, reset.person_id, plainDateOf(ctx.now));
    if (!can(actor, 'identity.confirm-reset', places)) return refuse('not-found', 'identity.reset-unknown');
    if (actor.accountId === reset.asked_by || actor.accountId === reset.account_id)
      return refuse('forbidden', 'identity.reset-needs-another');
    const state = decision === 'confirm' ? 'done' : 'declined';
    if (state === 'done') {
      const tie = await tiesBetween(tx, deps.jurisdiction, reset.asked_by, actor.accountId, ctx.now);
      if (tie !== 'none') return refuse('forbidden', 'identity.reset-second-tied');
    }
    await settleReset(tx, deps.jurisdiction, reset.id, state, actor.accountId, ctx.now);
    if (state === 'done') {
      await dropAllFactors(tx, deps.jurisdiction, reset.account_id, ctx.now);
      await revokeAllOf(tx, deps.jurisdiction, reset.account_id, ctx.now);
    }
    await recordAction(tx, ctx, deps.newId, {
      command: name,
      subjectId: reset.account_id,
      facts: { resetId: journalKey(resetId), state, askedBy: reset.asked_by },
    });
    return ok(null);
  });
}
