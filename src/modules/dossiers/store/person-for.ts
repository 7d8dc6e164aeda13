import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { many, type Tx } from '../../../platform/database.ts';
import type { Performer } from '../../process/public.ts';
import { type Candidate, choosePerformer, takesTurns } from '../core/assignment/choose-performer.ts';
import { barringStep } from '../core/separation.ts';
import type { DossierDeps } from './deps.ts';
import { withPowers } from './done-steps.ts';
import { type NewTask, tasksOf } from './tasks.ts';

interface OpeningStep {
  readonly key: string;
  readonly notBy?: readonly string[];
  readonly performer: Performer;
}

/**
 * Who gets a step that opens, by its performer rule; `planned` are the tasks of the same transaction that are not written
 * yet. Where work goes round, the row of the turn is locked first: two that open at once never count the same.
 */
export async function personFor(
  tx: Tx,
  ctx: CommandContext,
  deps: Pick<DossierDeps, 'identity'>,
  dossierId: Id<'dossier'>,
  step: OpeningStep,
  unitId: Id<'unit'>,
  planned: readonly NewTask[],
): Promise<Pick<NewTask, 'assignedTo' | 'toAssign'>> {
  const { performer } = step;
  if ((performer.rule ?? 'group') === 'group' && performer.post === undefined) return {};
  if (takesTurns(performer)) await takeTurn(tx, ctx, unitId, performer.role);
  const holders = await deps.identity.holdersOf(tx, unitId, plainDateOf(ctx.now));
  const done = step.notBy ? await withPowers(tx, deps, await tasksOf(tx, ctx.jurisdiction, dossierId)) : [];
  const accounts = holders.filter(
    ({ role, personId }) => role === performer.role && !barringStep(step.notBy ?? [], done, [personId]),
  );
  const burdens = await burdensOf(tx, ctx, unitId, performer.role, accounts);
  const candidates = accounts.map(({ accountId, title }): Candidate => {
    const burden = burdens.get(accountId);
    const more = planned.filter((task) => task.assignedTo === accountId && task.unitId === unitId).length;
    return {
      accountId,
      title,
      openTasks: (burden?.open_tasks ?? 0) + more,
      lastGivenAt: burden?.last_given_at?.getTime() ?? 0,
      isAway: burden?.is_away ?? false,
    };
  });
  const previous = performer.rule === 'previous' ? await workedBefore(tx, ctx, dossierId, step.key) : [];
  const chosen = choosePerformer(performer, candidates, previous);
  if (chosen.kind === 'person') return { assignedTo: chosen.accountId };
  return chosen.kind === 'head' ? { toAssign: true } : {};
}

async function takeTurn(tx: Tx, ctx: CommandContext, unitId: Id<'unit'>, role: string): Promise<void> {
  await sql`
    insert into dossiers.turn (jurisdiction, unit_id, role, given_at)
    values (${ctx.jurisdiction}, ${unitId}, ${role}, ${ctx.now})
    on conflict (jurisdiction, unit_id, role) do update set given_at = excluded.given_at
  `.execute(tx);
}

interface Burden {
  readonly account_id: Id<'account'>;
  readonly open_tasks: number;
  readonly last_given_at: Date | null;
  readonly is_away: boolean;
}

/** What each of them has open in the unit and role, when something last came to them there, and who is away today. */
async function burdensOf(
  tx: Tx,
  ctx: CommandContext,
  unitId: Id<'unit'>,
  role: string,
  accounts: readonly { readonly accountId: Id<'account'> }[],
): Promise<ReadonlyMap<Id<'account'>, Burden>> {
  const today = plainDateOf(ctx.now);
  const rows = await many(
    tx,
    sql<Burden>`
      select holder.account_id, held.open_tasks, held.last_given_at, exists (
        select from dossiers.substitution s
        where s.jurisdiction = ${ctx.jurisdiction} and s.absent_account = holder.account_id and s.ended_at is null
          and s.from_on <= ${today} and s.until_on > ${today}) as is_away
      from unnest(${[...new Set(accounts.map(({ accountId }) => accountId))]}::uuid[]) as holder(account_id)
      cross join lateral (
        select count(*)::int as open_tasks, max(t.assigned_at) as last_given_at from dossiers.task t
        where t.jurisdiction = ${ctx.jurisdiction} and t.assigned_to = holder.account_id and t.closed_at is null
          and t.unit_id = ${unitId} and t.role = ${role}
      ) held
    `,
  );
  return new Map(rows.map((row) => [row.account_id, row]));
}

/** Who did the step before, newest first; then who else has worked on the dossier. */
async function workedBefore(
  tx: Tx,
  ctx: CommandContext,
  dossierId: Id<'dossier'>,
  stepKey: string,
): Promise<readonly string[]> {
  const rows = await many(
    tx,
    sql<{ account: string }>`
      select coalesce(closed_for, closed_by) as account from dossiers.task
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId} and closed_by is not null
      order by (step_key = ${stepKey}) desc, closed_at desc, task_id desc
    `,
  );
  return rows.map(({ account }) => account);
}
