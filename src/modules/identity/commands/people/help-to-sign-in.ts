import type { CommandContext } from '../../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { recordAction } from '../../../../platform/journal.ts';
import { journalKey } from '../../../../platform/journal-facts.ts';
import { accountInput, resetInput, sessionsInput } from '../../core/people/inputs.ts';
import type { PeopleDeps } from '../../store/people/people-deps.ts';
import { dropLinks, linkOf } from '../../store/province-store.ts';
import { revokeAllOf, revokeSessionOf } from '../../store/session-store.ts';
import { clearFailuresOfLogin } from '../../store/sign-in-failure-store.ts';
import { recordWithReason } from '../../store/stated-reasons.ts';
import { holdOfficer, runPeopleCommand } from './run-people-command.ts';

/** Ends one session of an officer, or all without `sessionId`: a machine left open, a device stolen. */
export function endSessionsOf(deps: PeopleDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runPeopleCommand(
    deps,
    ctx,
    'identity.end-sessions-of',
    sessionsInput,
    input,
    async (tx, wanted, by) => {
      const { accountId, sessionId, reason } = wanted;
      const officer = await holdOfficer(deps, tx, ctx, by, accountId);
      if (!officer.ok) return officer;
      const { account_id: id } = officer.value;
      if (sessionId === undefined) await revokeAllOf(tx, deps.jurisdiction, id, ctx.now);
      else if (!(await revokeSessionOf(tx, deps.jurisdiction, id, sessionId, ctx.now)))
        return refuse('not-found', 'identity.session-unknown');
      await recordWithReason(tx, ctx, deps.newId, {
        command: 'identity.end-sessions-of',
        subjectId: id,
        reason,
        facts: sessionId === undefined ? {} : { sessionId: journalKey(sessionId) },
      });
      return ok(null);
    },
  );
}

/**
 * Takes an officer's link to the province's issuer away, with every session: they left that office, or somebody else has their account
 * there. Whoever has no password then needs a code.
 */
export function unlinkProvinceOf(
  deps: PeopleDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  return runPeopleCommand(
    deps,
    ctx,
    'identity.unlink-province-of',
    resetInput,
    input,
    async (tx, { accountId, reason }, by) => {
      const officer = await holdOfficer(deps, tx, ctx, by, accountId);
      if (!officer.ok) return officer;
      const { account_id: id } = officer.value;
      if (!(await linkOf(tx, deps.jurisdiction, id)))
        return refuse('conflict', 'identity.province-not-linked');
      await dropLinks(tx, deps.jurisdiction, [id]);
      await revokeAllOf(tx, deps.jurisdiction, id, ctx.now);
      await recordWithReason(tx, ctx, deps.newId, {
        command: 'identity.unlink-province-of',
        subjectId: id,
        reason,
      });
      return ok(null);
    },
  );
}

/** Lets an officer who was slowed down after wrong passwords try again at once. */
export function liftSlowdown(deps: PeopleDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runPeopleCommand(
    deps,
    ctx,
    'identity.lift-slowdown',
    accountInput,
    input,
    async (tx, wanted, by) => {
      const officer = await holdOfficer(deps, tx, ctx, by, wanted.accountId);
      if (!officer.ok) return officer;
      await clearFailuresOfLogin(tx, deps.jurisdiction, officer.value.login);
      await recordAction(tx, ctx, deps.newId, {
        command: 'identity.lift-slowdown',
        subjectId: officer.value.account_id,
      });
      return ok(null);
    },
  );
}
