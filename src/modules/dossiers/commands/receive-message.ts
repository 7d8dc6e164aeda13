import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { advance } from '../../process/public.ts';
import { type ReceiveMessageInput, receiveMessageInput } from '../contract.ts';
import type { DossierEvent } from '../core/events.ts';
import { phaseAfter } from '../core/life-cycle.ts';
import { messagePlaces } from '../core/power-places.ts';
import { isSplit } from '../core/split-moves.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { openNext } from '../store/open-next.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { closeSuspension } from '../store/suspensions.ts';
import { closeTask, findTask, type TaskRow } from '../store/tasks.ts';
import { saveTokens, tokensOf } from '../store/tokens.ts';
import { lockStanding } from './lock-standing.ts';
import { refuseDone } from './lock-task.ts';
import { requirePower } from './under-power.ts';

/**
 * What a dossier waited for has come: a tax notice, proof of payment. Written down by an officer of the unit that follows
 * it or of the counter, or by the system for another one; the clock runs again, and the next step or wait opens.
 */
export function receiveMessage(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly dossierId: string }>> {
  return runCommand(deps, ctx, 'dossiers.receive-message', receiveMessageInput, input, async (tx, wanted) => {
    const locked = await lockWait(tx, ctx, deps, wanted.taskId);
    if (!locked.ok) return locked;
    const { dossier, task } = locked.value;
    const phase = phaseAfter(dossier.phase, 'advance');
    if (!phase.ok) return phase;
    if (dossier.withdrawal_requested_at !== null) return refuse('conflict', 'dossiers.withdrawal-unanswered');
    if (wanted.document.on > plainDateOf(ctx.now)) {
      return refuseField('/document/on', 'dossiers.document-in-future');
    }
    const moved = await goOn(tx, ctx, deps, locked.value, wanted);
    if (!moved.ok) return moved;
    const { task_id: taskId, step_key: stepKey, step_name: stepName, unit_id: unitId } = task;
    const lastSeq = await record(tx, ctx, deps, {
      delegationId: locked.value.delegationId,
      command: 'dossiers.receive-message',
      dossierId: dossier.dossier_id,
      lastSeq: dossier.last_seq,
      events: [
        {
          type: 'dossiers.messageReceived',
          payload: { taskId, stepKey, stepName, unitId, document: wanted.document.number },
        },
        ...moved.value,
      ],
    });
    await saveDossier(tx, ctx.jurisdiction, dossier, { phase: phase.value }, lastSeq);
    return ok({ dossierId: dossier.dossier_id });
  });
}

interface LockedWait {
  readonly dossier: DossierRow;
  readonly task: TaskRow;
  /** Set where the post they act under was lent to them. */
  readonly delegationId?: Id<'delegation'>;
}

/** The wait, its dossier locked where it stands today; written down by an officer, or by the system for another one. */
async function lockWait(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  taskId: string,
): Promise<Result<LockedWait>> {
  const seen = await findTask(tx, ctx.jurisdiction, taskId);
  if (!seen) return refuse('not-found', 'dossiers.task-not-found');
  const locked = await lockStanding(tx, ctx, deps, seen.dossier_id);
  if (!locked.ok) return locked;
  const dossier = locked.value;
  const task = await findTask(tx, ctx.jurisdiction, taskId);
  if (!task) throw new Error(`task ${taskId} is gone`);
  const power =
    ctx.actor.kind === 'system'
      ? ok({})
      : await requirePower(tx, ctx, deps, dossier, messagePlaces(dossier, task));
  if (!power.ok) return power;
  if (task.kind !== 'wait') return refuse('invalid', 'dossiers.not-a-wait');
  if (task.closed_at) return refuseDone(tx, ctx, deps, task);
  if (isSplit(deps.identity.units, task.unit_id, plainDateOf(ctx.now)))
    return refuse('conflict', 'dossiers.split-undecided');
  return ok({ dossier, task, ...power.value });
}

async function goOn(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  { dossier, task }: LockedWait,
  { document, note }: ReceiveMessageInput,
): Promise<Result<readonly DossierEvent[]>> {
  const process = await deps.process.getProcessVersion(tx, dossier.process_version_id);
  if (!process.ok) return process;
  const tokens = await tokensOf(tx, ctx.jurisdiction, dossier.dossier_id);
  const decision = { kind: 'message', step: task.step_key } as const;
  const moved = advance(process.value.graph, tokens, decision, ctx.now);
  if (!moved.ok) return moved;
  await closeTask(tx, ctx, task.task_id, { outcome: 'forward', note, facts: { ...task.facts, document } });
  const { suspensionId } = task.facts;
  const resumed =
    typeof suspensionId === 'string'
      ? await closeSuspension(tx, ctx, deps, dossier, suspensionId)
      : ok({ events: [] });
  if (!resumed.ok) return resumed;
  await saveTokens(tx, ctx.jurisdiction, dossier.dossier_id, moved.value.tokens);
  const follower = { unitId: task.unit_id, role: task.role };
  const opened = await openNext(tx, ctx, deps, dossier, moved.value, follower);
  return opened.ok ? ok([...resumed.value.events, ...opened.value]) : opened;
}
