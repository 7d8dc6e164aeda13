import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { addDays, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuseField } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { decideGiving, type GivePermissionInput, givePermissionInput } from '../core/powers.ts';
import { officerOfLogin } from '../store/account-store.ts';
import { addGrant } from '../store/grant-store.ts';
import type { PowersDeps } from '../store/powers-deps.ts';
import { administer } from './administer.ts';

/**
 * Gives one permission to one officer, within a scope and from a day to a day. Refuses `identity.powers-not-allowed`,
 * `identity.step-up-needed`, what `decideGiving` says no to, and `identity.already-given` where its days meet those of the
 * same one.
 */
export function givePermission(
  deps: PowersDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly grantId: Id<'grant'> }>> {
  const command = {
    name: 'identity.give-permission' as const,
    input: givePermissionInput,
    refusal: 'identity.powers-not-allowed',
    fresh: true,
  };
  return administer(deps, ctx, command, input, async (tx, wanted, giver) => {
    const today = plainDateOf(ctx.now);
    const receiver = decideGiving(wanted, {
      today,
      giver: giver.personId,
      receiver: (await officerOfLogin(tx, deps.jurisdiction, wanted.login))?.person_id,
      hasUnit: wanted.unitId !== undefined && deps.units.unitOn(wanted.unitId, today) !== undefined,
    });
    if (!receiver.ok) return receiver;
    const grant = {
      grantId: deps.newId<'grant'>(),
      personId: receiver.value,
      permission: wanted.permission,
      ...placeOf(wanted),
      fromOn: wanted.fromOn,
      untilOn: addDays(wanted.lastOn, 1),
    };
    const { reason } = wanted;
    const given = await addGrant(tx, ctx, { ...grant, reason, givenBy: giver.accountId });
    if (!given) return refuseField('/fromOn', 'identity.already-given', { kind: 'conflict' });
    const { grantId, sector, ...facts } = grant;
    await recordAction(tx, ctx, deps.newId, {
      command: command.name,
      subjectId: grantId,
      facts: { ...facts, sector: sector && journalKey(sector) },
    });
    return ok({ grantId });
  });
}

/** What the scope asks for and nothing else, whatever was sent besides. */
function placeOf({ scope, unitId, sector }: GivePermissionInput) {
  return {
    scope,
    unitId: scope === 'unit' || scope === 'subtree' ? (unitId ?? null) : null,
    sector: scope === 'sector' ? (sector ?? null) : null,
  };
}
