import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Connection, Tx } from '../../../platform/database.ts';
import type { DossierEvent } from '../core/events.ts';
import type { DossierDeps } from '../store/deps.ts';
import { giveTask } from '../store/give-task.ts';
import {
  type HandOverRow,
  type HeldTask,
  type HeldTasks,
  heldTasksIn,
  lockHeldDossiers,
  saveProgress,
} from '../store/hand-overs.ts';
import { record } from '../store/record.ts';
import { refuseBarred } from './refuse-barred.ts';

/** Dossiers moved in one transaction: what its locks hold others up for stays well under a second. */
const chunk = 100;

export interface Moved {
  readonly toPerson: number;
  readonly toGroup: number;
  /** Nothing of theirs is left there. */
  readonly isFinished: boolean;
}

/** Moves the next of somebody's tasks; each dossier gets its own event. Called again, it goes on with what is left. */
export async function moveHeld(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  handOver: HandOverRow,
): Promise<Moved> {
  const held: HeldTasks = {
    account: handOver.from_account,
    unitScope: deps.identity.units.scopeOf(handOver.unit_id, plainDateOf(ctx.now)),
  };
  const receiver = await receiverOf(tx, ctx, deps, handOver);
  const dossiers = await lockHeldDossiers(tx, ctx, held, chunk);
  const tasks = await heldTasksIn(
    tx,
    ctx,
    held,
    dossiers.map((dossier) => dossier.dossier_id),
  );
  const byDossier = Map.groupBy(tasks, (task) => task.dossier_id);
  let toPerson = 0;
  for (const { dossier_id: dossierId, last_seq: lastSeq } of dossiers) {
    const own = byDossier.get(dossierId) ?? [];
    const events: DossierEvent[] = [];
    for (const task of own) {
      const to = (await mayHave(tx, ctx, deps, task, receiver)) ? handOver.to_account : null;
      if (to !== null) toPerson += 1;
      const giving = { how: 'handOver', to, by: handOver.created_by, reason: handOver.reason } as const;
      await giveTask(tx, ctx, deps, task, giving);
      events.push(movedEvent(task, to));
    }
    const seq = await record(tx, ctx, deps, {
      command: 'dossiers.hand-over',
      dossierId,
      lastSeq,
      events,
    });
    await sql`
      update dossiers.dossier set version = version + 1, last_seq = ${seq}
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId}
    `.execute(tx);
  }
  const moved = { toPerson, toGroup: tasks.length - toPerson, isFinished: dossiers.length < chunk };
  await saveProgress(tx, ctx, handOver, moved);
  return moved;
}

/** Who receives, and the roles of the unit they hold today; undefined where all goes to the group. */
export async function receiverOf(
  connection: Connection,
  ctx: CommandContext,
  deps: DossierDeps,
  target: { readonly unit_id: Id<'unit'>; readonly to_account: Id<'account'> | null },
): Promise<Receiver | undefined> {
  if (target.to_account === null) return undefined;
  const holders = await deps.identity.holdersOf(connection, target.unit_id, plainDateOf(ctx.now));
  const posts = holders.filter((each) => each.accountId === target.to_account);
  const [first] = posts;
  return first && { personId: first.personId, roles: new Set(posts.map(({ role }) => role)) };
}

interface Receiver {
  readonly personId: Id<'person'>;
  readonly roles: ReadonlySet<Role>;
}

/** A step of another role goes to its group, and one kept from who did another: never to somebody who may not do it. */
async function mayHave(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  task: HeldTask,
  receiver: Receiver | undefined,
): Promise<boolean> {
  if (!receiver?.roles.has(task.role)) return false;
  return (await refuseBarred(tx, ctx, deps, task, [receiver.personId])) === undefined;
}

function movedEvent(task: HeldTask, to: Id<'account'> | null) {
  const step = {
    taskId: task.task_id,
    stepKey: task.step_key,
    stepName: task.step_name,
    how: 'handOver',
  } as const;
  return to === null
    ? ({ type: 'dossiers.stepReleased', payload: step } as const)
    : ({ type: 'dossiers.stepAssigned', payload: { ...step, toAccount: to } } as const);
}
