import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/database.ts';
import type { DossierEvent } from '../core/events.ts';
import { heirAfterSplit } from '../core/split-moves.ts';
import type { DossierDeps } from './deps.ts';
import type { DossierRow } from './dossier-row.ts';
import { giveTask } from './give-task.ts';
import { awaitPostAt } from './postal-items.ts';
import { record } from './record.ts';
import { type TaskRow, tasksOf } from './tasks.ts';

const over: ReadonlySet<DossierRow['phase']> = new Set(['refused', 'stopped', 'returned']);

/**
 * Moves an open dossier of a split unit, with its open tasks, to the successor that goes on with it: by the rules of the
 * reorganisation, or where somebody chose. What is closed stays under the old unit. Who has a task keeps it where their post
 * went too; else it is the group's. The dossier is locked; its version stays, an open screen goes on.
 */
export async function followSplit(
  tx: Tx,
  ctx: CommandContext,
  deps: Pick<DossierDeps, 'identity' | 'newId' | 'eventTasks'>,
  dossier: DossierRow,
  chosen?: Id<'unit'>,
): Promise<DossierRow> {
  if (over.has(dossier.phase)) return dossier;
  const { units } = deps.identity;
  const today = plainDateOf(ctx.now);
  const by = { work: { procedure: dossier.procedure_code, sector: dossier.sector }, chosen };
  const heirOf = (unitId: Id<'unit'>) => heirAfterSplit(units, unitId, today, by);
  const places = {
    received_unit_id: heirOf(dossier.received_unit_id) ?? dossier.received_unit_id,
    competent_unit_id: heirOf(dossier.competent_unit_id) ?? dossier.competent_unit_id,
    return_unit_id: heirOf(dossier.return_unit_id) ?? dossier.return_unit_id,
  };
  const tasks = await tasksOf(tx, ctx.jurisdiction, dossier.dossier_id);
  const moves = tasks.flatMap((task) => {
    const to = task.closed_at === null ? heirOf(task.unit_id) : undefined;
    return to ? [{ task, to }] : [];
  });
  const isPlaced =
    places.received_unit_id === dossier.received_unit_id &&
    places.competent_unit_id === dossier.competent_unit_id &&
    places.return_unit_id === dossier.return_unit_id;
  if (isPlaced && moves.length === 0) return dossier;
  const events: DossierEvent[] = [
    {
      type: 'dossiers.reallocated',
      payload: { fromUnitId: dossier.competent_unit_id, unitId: places.competent_unit_id },
    },
  ];
  for (const { task, to } of moves) events.push(...(await moveTask(tx, ctx, deps, task, to)));
  const lastSeq = await record(tx, ctx, deps, {
    command: 'dossiers.follow-split',
    dossierId: dossier.dossier_id,
    lastSeq: dossier.last_seq,
    events,
  });
  await sql`
    update dossiers.dossier
    set received_unit_id = ${places.received_unit_id}, competent_unit_id = ${places.competent_unit_id},
      return_unit_id = ${places.return_unit_id}, last_seq = ${lastSeq}
    where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossier.dossier_id}
  `.execute(tx);
  await awaitPostAt(tx, ctx, dossier.dossier_id, places.received_unit_id);
  return { ...dossier, ...places, last_seq: lastSeq };
}

async function moveTask(
  tx: Tx,
  ctx: CommandContext,
  deps: Pick<DossierDeps, 'identity' | 'newId'>,
  task: TaskRow,
  to: Id<'unit'>,
): Promise<readonly DossierEvent[]> {
  await sql`
    with asked as (
      update dossiers.opinion set unit_id = ${to}
      where jurisdiction = ${ctx.jurisdiction} and task_id = ${task.task_id} and closed_at is null
    )
    update dossiers.task set unit_id = ${to}
    where jurisdiction = ${ctx.jurisdiction} and task_id = ${task.task_id}
  `.execute(tx);
  if (task.assigned_to === null) return [];
  const holders = await deps.identity.holdersOf(tx, to, plainDateOf(ctx.now));
  if (holders.some(({ accountId }) => accountId === task.assigned_to)) return [];
  await giveTask(tx, ctx, deps, task, { how: 'release', to: null, by: null });
  const step = { taskId: task.task_id, stepKey: task.step_key, stepName: task.step_name };
  return [{ type: 'dossiers.stepReleased', payload: { ...step, how: 'release' } }];
}
