import type { CommandContext } from '../../../../kernel/context.ts';
import type { Id } from '../../../../kernel/id.ts';
import { plainDateOf } from '../../../../kernel/plain-date.ts';
import { ok, type Result, refuse, refuseField } from '../../../../kernel/result.ts';
import { recordAction } from '../../../../platform/journal.ts';
import {
  accountInput,
  changePersonInput,
  closeAccountInput,
  openAccountInput,
} from '../../core/people/inputs.ts';
import { staysAdministered } from '../../core/people/post-rules.ts';
import { addOfficerAccount, findAccountOfLogin } from '../../store/account-store.ts';
import { dropActivation } from '../../store/people/activation-store.ts';
import {
  administratorsBeside,
  lockAdministrators,
  setClosed,
  updateOfficer,
} from '../../store/people/officer-accounts.ts';
import type { PeopleDeps } from '../../store/people/people-deps.ts';
import { addPerson } from '../../store/person-store.ts';
import { revokeAllOf } from '../../store/session-store.ts';
import { recordWithReason } from '../../store/stated-reasons.ts';
import { givePostTo, refusedAt } from './posts.ts';
import { holdOfficer, runPeopleCommand, runPostsCommand } from './run-people-command.ts';

/**
 * Opens the account of a person with their first post; they cannot sign in before a code was issued (`issueCode`). Refuses
 * `identity.login-taken` and what `givePost` refuses.
 */
export function openAccount(
  deps: PeopleDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ accountId: Id<'account'> }>> {
  return runPostsCommand(
    deps,
    ctx,
    'identity.open-account',
    openAccountInput,
    input,
    async (held, tx, wanted, by) => {
      const { login, post, ...person } = wanted;
      // Two who open the same login, by hand or from a file, do it one after the other (`lockAdministrators`).
      if (await findAccountOfLogin(tx, held.jurisdiction, login))
        return refuseField('/login', 'identity.login-taken');
      const personId = held.newId<'person'>();
      const accountId = held.newId<'account'>();
      await addPerson(tx, held.jurisdiction, held.seal, personId, person, ctx.now);
      await addOfficerAccount(
        tx,
        held.jurisdiction,
        { id: accountId, person_id: personId, login, name: person.name },
        ctx.now,
      );
      const given = await givePostTo(held, tx, by, { personId, others: [] }, post);
      if (!given.ok) return refusedAt('/post', given);
      await recordAction(tx, ctx, held.newId, {
        command: 'identity.open-account',
        subjectId: accountId,
        facts: given.value,
      });
      return ok({ accountId });
    },
  );
}

/** Corrects name and contacts. */
export function changePerson(deps: PeopleDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runPeopleCommand(
    deps,
    ctx,
    'identity.change-person',
    changePersonInput,
    input,
    async (tx, wanted, by) => {
      const { accountId, ...facts } = wanted;
      const officer = await holdOfficer(deps, tx, ctx, by, accountId);
      if (!officer.ok) return officer;
      await updateOfficer(tx, deps.jurisdiction, officer.value, facts);
      await recordAction(tx, ctx, deps.newId, {
        command: 'identity.change-person',
        subjectId: accountId,
        facts: {
          name: facts.name !== officer.value.name,
          phone: (facts.phone ?? null) !== officer.value.phone,
          email: (facts.email ?? null) !== officer.value.email,
        },
      });
      return ok(null);
    },
  );
}

/**
 * Closes an account: every session ends at once, nobody signs in any more; what the person did stays under their name. Refuses
 * one's own, and that of the last administrator (`identity.last-administrator`).
 */
export function closeAccount(deps: PeopleDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runPeopleCommand(
    deps,
    ctx,
    'identity.close-account',
    closeAccountInput,
    input,
    async (tx, wanted, by) => {
      const { accountId, reason } = wanted;
      if (accountId === by.actor.accountId) return refuse('forbidden', 'identity.own-account');
      await lockAdministrators(tx, deps.jurisdiction);
      const officer = await holdOfficer(deps, tx, ctx, by, accountId);
      if (!officer.ok) return officer;
      const { account_id: id, person_id: personId, closed_at: closedAt, posts } = officer.value;
      if (closedAt) return refuse('conflict', 'identity.account-closed');
      if (posts.some(({ role }) => role === 'administrator')) {
        const others = await administratorsBeside(tx, deps.jurisdiction, { personIds: [personId] });
        if (!staysAdministered(others, plainDateOf(ctx.now)))
          return refuse('conflict', 'identity.last-administrator');
      }
      await setClosed(tx, deps.jurisdiction, id, ctx.now);
      await revokeAllOf(tx, deps.jurisdiction, id, ctx.now);
      await dropActivation(tx, deps.jurisdiction, id);
      await recordWithReason(tx, ctx, deps.newId, {
        command: 'identity.close-account',
        subjectId: id,
        reason,
      });
      return ok(null);
    },
  );
}

/** Opens a closed account again; the password is the old one until a new code is issued. */
export function reopenAccount(deps: PeopleDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runPeopleCommand(
    deps,
    ctx,
    'identity.reopen-account',
    accountInput,
    input,
    async (tx, wanted, by) => {
      const officer = await holdOfficer(deps, tx, ctx, by, wanted.accountId);
      if (!officer.ok) return officer;
      if (!officer.value.closed_at) return refuse('conflict', 'identity.account-open');
      await setClosed(tx, deps.jurisdiction, officer.value.account_id, undefined);
      await recordAction(tx, ctx, deps.newId, {
        command: 'identity.reopen-account',
        subjectId: officer.value.account_id,
      });
      return ok(null);
    },
  );
}
