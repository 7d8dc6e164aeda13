import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { type Advance, advance, type Decision, findStep, type ProcessGraph } from '../../process/public.ts';
import { type CompleteTaskInput, completeTaskInput, type Phase } from '../contract.ts';
import type { DossierEvent } from '../core/events.ts';
import { phaseAfter } from '../core/life-cycle.ts';
import type { DossierDeps } from '../store/deps.ts';
import { openedEvents, planTasks, writeTasks } from '../store/open-steps.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { closeTask, tasksOf } from '../store/tasks.ts';
import { saveTokens, tokensOf } from '../store/tokens.ts';
import { issueResult } from './issue-result.ts';
import { type LockedTask, lockTask } from './lock-task.ts';
import { runCommand } from './run-command.ts';
import { signatureFacts } from './signature-facts.ts';

/**
 * Completes one step and opens what follows. A step of kind `issue` registers the result and makes the dossier "đã xử
 * lý xong" (9); one of kind `return` makes it "đã trả kết quả" (10).
 */
export function completeTask(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly dossierId: string }>> {
  return runCommand(deps, ctx, 'dossiers.complete-task', completeTaskInput, input, async (tx, wanted) => {
    const locked = await lockTask(tx, ctx, deps, wanted.taskId);
    if (!locked.ok) return locked;
    const { dossier, task } = locked.value;
    if (task.kind === 'intake') return refuse('invalid', 'dossiers.intake-is-accepted');
    const moved = await move(tx, ctx, deps, locked.value, wanted);
    if (!moved.ok) return moved;
    const tasks = await planTasks(tx, ctx, deps, dossier, dossier.promised_at, moved.value.opened);
    if (!tasks.ok) return tasks;
    const phase = phaseOf(dossier.phase, task.kind, wanted.outcome);
    if (!phase.ok) return phase;
    const signature = await signatureFacts(tx, ctx, deps, locked.value, wanted.outcome);
    const facts = wanted.handedTo === undefined ? signature : { ...signature, handedTo: wanted.handedTo };
    const { actsFor } = locked.value;
    await closeTask(tx, ctx, task.task_id, { outcome: wanted.outcome, note: wanted.note, facts, actsFor });
    await withdrawTasks(tx, ctx, locked.value, moved.value);
    await saveTokens(tx, ctx.jurisdiction, dossier.dossier_id, moved.value.tokens);
    await writeTasks(tx, ctx, dossier, dossier.promised_at, tasks.value);
    const issued = await issueResult(tx, ctx, deps, locked.value, wanted);
    if (!issued.ok) return issued;
    const lastSeq = await record(tx, ctx, deps, {
      command: 'dossiers.complete-task',
      dossierId: dossier.dossier_id,
      lastSeq: dossier.last_seq,
      events: [
        stepCompleted(locked.value, wanted),
        ...issued.value,
        ...handedOver(phase.value),
        ...openedEvents(tasks.value),
      ],
    });
    const times = {
      ...(phase.value === 'completed' && dossier.phase !== 'completed' && { completed_at: ctx.now }),
      ...(phase.value === 'returned' && { returned_at: ctx.now }),
    };
    await saveDossier(tx, ctx.jurisdiction, dossier, { phase: phase.value, ...times }, lastSeq);
    return ok({ dossierId: dossier.dossier_id });
  });
}

async function move(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  { dossier, task }: LockedTask,
  wanted: CompleteTaskInput,
): Promise<Result<Advance>> {
  const process = await deps.process.getProcessVersion(tx, dossier.process_version_id);
  if (!process.ok) return process;
  const { graph } = process.value;
  if (wanted.outcome === 'back' && !wanted.note) {
    return refuse('invalid', 'dossiers.reason-needed', {
      fields: [{ pointer: '/note', type: 'dossiers.reason-needed' }],
    });
  }
  const decision = decisionOf(graph, task.step_key, wanted);
  if (!decision) return refuse('invalid', 'dossiers.cannot-go-back', { params: { step: task.step_name } });
  return advance(graph, await tokensOf(tx, ctx.jurisdiction, dossier.dossier_id), decision, ctx.now);
}

/** Going back leads to the named step or the nearest one; never to the intake itself, which has been accepted. */
function decisionOf(graph: ProcessGraph, step: string, wanted: CompleteTaskInput): Decision | undefined {
  if (wanted.outcome === 'forward') return { kind: 'forward', step };
  const targets = (findStep(graph, step)?.backTo ?? []).filter(
    (key) => findStep(graph, key)?.step.kind !== 'intake',
  );
  const to = wanted.backTo === undefined ? targets[0] : targets.find((key) => key === wanted.backTo);
  return to === undefined ? undefined : { kind: 'back', step, to };
}

function phaseOf(phase: Phase, kind: string, outcome: CompleteTaskInput['outcome']): Result<Phase> {
  if (outcome === 'back') return phaseAfter(phase, 'advance');
  if (kind === 'issue') return phaseAfter(phase, 'complete');
  return phaseAfter(phase, kind === 'return' ? 'handOver' : 'advance');
}

/** Going back may undo branches that others still work on: their tasks close with it. */
async function withdrawTasks(
  tx: Tx,
  ctx: CommandContext,
  { dossier, task }: LockedTask,
  moved: Advance,
): Promise<void> {
  const closed = new Set(moved.closed.map((token) => token.node).filter((node) => node !== task.step_key));
  if (closed.size === 0) return;
  const others = (await tasksOf(tx, ctx.jurisdiction, dossier.dossier_id)).filter(
    (other) => other.closed_at === null && closed.has(other.step_key),
  );
  for (const other of others) await closeTask(tx, ctx, other.task_id, { outcome: 'back' });
}

function stepCompleted({ task, actsFor }: LockedTask, wanted: CompleteTaskInput): DossierEvent {
  return {
    type: 'dossiers.stepCompleted',
    payload: {
      taskId: task.task_id,
      stepKey: task.step_key,
      stepName: task.step_name,
      kind: task.kind,
      outcome: wanted.outcome,
      unitId: task.unit_id,
      ...(actsFor !== undefined && { actsFor }),
    },
  };
}

function handedOver(phase: Phase): readonly DossierEvent[] {
  return phase === 'returned' ? [{ type: 'dossiers.returned', payload: {} }] : [];
}
