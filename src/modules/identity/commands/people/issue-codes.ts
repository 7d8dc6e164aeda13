import { z } from 'zod';
import type { CommandContext } from '../../../../kernel/context.ts';
import type { Id } from '../../../../kernel/id.ts';
import { plainDateOf } from '../../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { Tx } from '../../../../platform/database.ts';
import { recordAction } from '../../../../platform/journal.ts';
import { parseInput } from '../../../../platform/parse-input.ts';
import { inTransaction } from '../../../../platform/transaction.ts';
import type { ActivationSlip } from '../../core/people/people-views.ts';
import { staysAdministered } from '../../core/people/post-rules.ts';
import { newPaperCode } from '../../store/paper-code.ts';
import { clearPasswords, saveActivations } from '../../store/people/activation-store.ts';
import { administratorsBeside, lockAdministrators } from '../../store/people/officer-accounts.ts';
import type { PeopleDeps } from '../../store/people/people-deps.ts';
import { dropLinks } from '../../store/province-store.ts';
import { revokeAllOf } from '../../store/session-store.ts';
import { administrationOf, type HeldOfficer, holdOfficer } from './run-people-command.ts';

/** Long enough for a slip of paper to reach a commune. */
const daysGood = 7;

/** As many slips as one printing takes; an import of thousands is printed in parts. */
const input = z.strictObject({ accountIds: z.array(z.uuid()).min(1).max(500) });

/**
 * Makes codes with which people set their password, and takes their old passwords, their links to the province's issuer and their
 * sessions away. A code is shown this once:
 * neither the database nor the log of requests keeps it, so asking again makes another and the earlier one is no longer good.
 * Refuses one's own account and closed ones.
 */
export async function issueCodes(
  deps: PeopleDeps,
  ctx: CommandContext,
  asked: unknown,
): Promise<Result<readonly ActivationSlip[]>> {
  const by = administrationOf(deps, ctx);
  if (!by.ok) return by;
  const parsed = parseInput(input, asked);
  if (!parsed.ok) return parsed;
  const accountIds = [...new Set(parsed.value.accountIds)].toSorted();
  if (accountIds.some((id) => id === by.value.actor.accountId))
    return refuse('forbidden', 'identity.own-account');
  return inTransaction(deps.db, async (tx) => {
    await lockAdministrators(tx, deps.jurisdiction);
    const held: HeldOfficer[] = [];
    for (const accountId of accountIds) {
      const officer = await holdOfficer(deps, tx, ctx, by.value, accountId);
      if (!officer.ok) return officer;
      if (officer.value.closed_at) return refuse('conflict', 'identity.account-closed');
      held.push(officer.value);
    }
    if (!(await staysInUse(deps, tx, ctx, held))) return refuse('conflict', 'identity.last-administrator');
    const expiresAt = new Date(ctx.now.getTime() + daysGood * 86_400_000);
    const made = held.map((officer) => ({ officer, accountId: officer.account_id, code: newPaperCode(3) }));
    await saveActivations(tx, deps.jurisdiction, made, ctx.now, expiresAt);
    const ids: readonly Id<'account'>[] = made.map(({ accountId }) => accountId);
    await clearPasswords(tx, deps.jurisdiction, ids);
    // Whoever had taken the account over may have linked it to themselves.
    await dropLinks(tx, deps.jurisdiction, ids);
    for (const accountId of ids) {
      await revokeAllOf(tx, deps.jurisdiction, accountId, ctx.now);
      await recordAction(tx, ctx, deps.newId, { command: 'identity.issue-code', subjectId: accountId });
    }
    return ok(
      made.map(({ officer: { login, name, posts }, code, accountId }) => ({
        accountId,
        login,
        name,
        unit: unitNameOf(deps, posts[0]),
        code,
        expiresAt: expiresAt.toISOString(),
      })),
    );
  });
}

/** Without a password an administrator is none for a while: somebody else must be left, also when two do it to each other. */
async function staysInUse(
  deps: PeopleDeps,
  tx: Tx,
  ctx: CommandContext,
  held: readonly HeldOfficer[],
): Promise<boolean> {
  const personIds = held
    .filter(({ posts }) => posts.some(({ role }) => role === 'administrator'))
    .map(({ person_id: personId }) => personId);
  if (personIds.length === 0) return true;
  const others = await administratorsBeside(tx, deps.jurisdiction, { personIds });
  return staysAdministered(others, plainDateOf(ctx.now));
}

function unitNameOf({ units }: PeopleDeps, post: HeldOfficer['posts'][number] | undefined): string {
  return (post && units.latest(post.unit_id)?.name) ?? '';
}
