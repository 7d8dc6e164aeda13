import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { addDays, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import { maybeOne, type Tx } from '../../../platform/database.ts';
import { recordAction } from '../../../platform/journal.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { can } from '../../identity/public.ts';
import { endSubstitutionInput, type SubstituteInput, substituteInput } from '../contract.ts';
import { isColleague, placesToAssign } from '../core/assignment/substitution.ts';
import type { DossierDeps } from '../store/deps.ts';

/**
 * "Phân công xử lý thay": from the first to the last day somebody's tasks in a unit are done by a colleague. Decided by
 * the head of the section or the leader; it never lends the power to sign (practice 9).
 */
export function substitute(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly substitutionId: string }>> {
  return runCommand(deps, ctx, 'dossiers.substitute', substituteInput, input, async (tx, wanted) => {
    const { actor } = ctx;
    const unitId = deps.identity.units.latest(wanted.unitId)?.id;
    if (actor.kind !== 'officer' || !unitId || !mayDecide(ctx, deps, unitId)) {
      return refuse('forbidden', 'dossiers.not-assigning');
    }
    const checked = await check(tx, ctx, deps, unitId, wanted);
    if (!checked.ok) return checked;
    const substitutionId = deps.newId<'substitution'>();
    const added = await maybeOne(
      tx,
      sql<{ id: string }>`
        insert into dossiers.substitution (jurisdiction, substitution_id, unit_id, absent_account, substitute_account,
          from_on, until_on, reason, created_by, created_at)
        values (${ctx.jurisdiction}, ${substitutionId}, ${unitId}, ${wanted.absentAccountId},
          ${wanted.substituteAccountId}, ${wanted.fromOn}, ${addDays(checked.value.lastOn, 1)}, ${wanted.reason},
          ${actor.accountId}, ${ctx.now})
        on conflict on constraint one_substitute do nothing
        returning substitution_id as id
      `,
    );
    if (!added) return refuseField('/fromOn', 'dossiers.already-substituted', { kind: 'conflict' });
    await recordAction(tx, ctx, deps.newId, {
      command: 'dossiers.substitute',
      subjectId: substitutionId,
      facts: { unitId, absent: wanted.absentAccountId, substitute: wanted.substituteAccountId },
    });
    return ok({ substitutionId });
  });
}

/** Ends a substitution from now on: what was done under it stays done. */
export function endSubstitution(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  return runCommand(
    deps,
    ctx,
    'dossiers.end-substitution',
    endSubstitutionInput,
    input,
    async (tx, wanted) => {
      const found = await maybeOne(
        tx,
        sql<{ unit_id: Id<'unit'> }>`
        select unit_id from dossiers.substitution
        where jurisdiction = ${ctx.jurisdiction} and substitution_id = ${wanted.substitutionId} and ended_at is null
        for update
      `,
      );
      if (!found) return refuse('not-found', 'dossiers.substitution-not-found');
      if (ctx.actor.kind !== 'officer' || !mayDecide(ctx, deps, found.unit_id)) {
        return refuse('forbidden', 'dossiers.not-assigning');
      }
      await sql`
        update dossiers.substitution set ended_at = ${ctx.now}, ended_by = ${ctx.actor.accountId}
        where jurisdiction = ${ctx.jurisdiction} and substitution_id = ${wanted.substitutionId}
      `.execute(tx);
      await recordAction(tx, ctx, deps.newId, {
        command: 'dossiers.end-substitution',
        subjectId: wanted.substitutionId,
      });
      return ok(null);
    },
  );
}

function mayDecide(ctx: CommandContext, deps: DossierDeps, unitId: Id<'unit'>): boolean {
  return can(ctx.actor, 'dossiers.assign', placesToAssign(deps.identity.units, unitId, plainDateOf(ctx.now)));
}

/** Dates in order and not over; the absent one works there, the substitute in the same agency, today. */
async function check(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  unitId: Id<'unit'>,
  wanted: SubstituteInput,
) {
  const today = plainDateOf(ctx.now);
  const lastOn = wanted.lastOn;
  if (lastOn < wanted.fromOn) return refuseField('/lastOn', 'dossiers.dates-reversed');
  if (lastOn < today) return refuseField('/lastOn', 'dossiers.dates-over');
  if (wanted.absentAccountId === wanted.substituteAccountId)
    return refuseField('/substituteAccountId', 'dossiers.own-substitute');
  const people = await deps.identity.describeAccounts(tx, [wanted.substituteAccountId], today);
  const { units } = deps.identity;
  const posts = people.get(wanted.substituteAccountId)?.posts ?? [];
  const holders = await deps.identity.holdersOf(tx, unitId, today);
  if (!holders.some(({ accountId }) => accountId === wanted.absentAccountId))
    return refuseField('/absentAccountId', 'dossiers.not-of-unit');
  if (!isColleague(units, posts, unitId, today))
    return refuseField('/substituteAccountId', 'dossiers.not-colleague');
  return ok({ lastOn });
}
