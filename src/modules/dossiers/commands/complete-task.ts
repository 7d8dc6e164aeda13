import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { runCommand } from '../../../platform/run-command.ts';
import type { Advance } from '../../process/public.ts';
import { type CompleteTaskInput, completeTaskInput, type Phase } from '../contract.ts';
import type { DossierEvent } from '../core/events.ts';
import { phaseAfter } from '../core/life-cycle.ts';
import type { DossierDeps } from '../store/deps.ts';
import { openNext } from '../store/open-next.ts';
import { movePostalItem } from '../store/postal-items.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { closeTask } from '../store/tasks.ts';
import { saveTokens } from '../store/tokens.ts';
import { decideStep } from './decide-step.ts';
import { issueResult } from './issue-result.ts';
import { type LockedTask, lockTask } from './lock-task.ts';
import { settleOpinions } from './settle-opinions.ts';
import { signatureFacts } from './signature-facts.ts';
import { withdrawTasks } from './withdraw-tasks.ts';

/**
 * Completes one step and opens what follows. A step of kind `issue` registers the result and makes the dossier "đã xử
 * lý xong" (9); one of kind `return` makes it "đã trả kết quả" (10).
 */
export function completeTask(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly dossierId: string }>> {
  return runCommand(deps, ctx, 'dossiers.complete-task', completeTaskInput, input, (tx, wanted) =>
    completeStep(tx, ctx, deps, wanted),
  );
}

/** The same inside a transaction; `listId` is the list on which a result given to the post stands. */
export async function completeStep(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  wanted: CompleteTaskInput,
  listId?: Id<'postalList'>,
): Promise<Result<{ readonly dossierId: string }>> {
  const locked = await lockTask(tx, ctx, deps, wanted.taskId);
  if (!locked.ok) return locked;
  const { dossier, task } = locked.value;
  if (task.kind === 'intake') return refuse('invalid', 'dossiers.intake-is-accepted');
  const moved = await decideStep(tx, ctx, deps, locked.value, wanted);
  if (!moved.ok) return moved;
  const phase = phaseOf(dossier.phase, task.kind, wanted.outcome);
  if (!phase.ok) return phase;
  const signature = await signatureFacts(tx, ctx, deps, locked.value, wanted.outcome);
  const facts = wanted.handedTo === undefined ? signature : { ...signature, handedTo: wanted.handedTo };
  const posted = await giveToPost(tx, ctx, locked.value, wanted, listId);
  if (!posted.ok) return posted;
  const { actsFor } = locked.value;
  await closeTask(tx, ctx, task.task_id, { outcome: wanted.outcome, note: wanted.note, facts, actsFor });
  const opened = await moveOn(tx, ctx, deps, locked.value, moved.value);
  if (!opened.ok) return opened;
  const issued = await issueResult(tx, ctx, deps, locked.value, wanted);
  if (!issued.ok) return issued;
  const lastSeq = await record(tx, ctx, deps, {
    delegationId: locked.value.delegationId,
    command: 'dossiers.complete-task',
    dossierId: dossier.dossier_id,
    lastSeq: dossier.last_seq,
    events: [
      stepCompleted(locked.value, wanted),
      ...issued.value,
      ...posted.value,
      ...handedOver(phase.value),
      ...opened.value,
    ],
  });
  const times = {
    ...(phase.value === 'completed' && dossier.phase !== 'completed' && { completed_at: ctx.now }),
    ...(phase.value === 'returned' && { returned_at: ctx.now }),
  };
  await saveDossier(tx, ctx.jurisdiction, dossier, { phase: phase.value, ...times }, lastSeq);
  return ok({ dossierId: dossier.dossier_id });
}

/** The result leaves by post where its people chose so and it has not left yet; nothing for whoever fetches it. */
async function giveToPost(
  tx: Tx,
  ctx: CommandContext,
  { dossier, task }: LockedTask,
  { trackingNumber, outcome }: CompleteTaskInput,
  listId: Id<'postalList'> | undefined,
): Promise<Result<readonly DossierEvent[]>> {
  if (trackingNumber === undefined) return ok([]);
  const isReturned = task.kind === 'return' && outcome === 'forward';
  const moved = { trackingNumber, listId };
  if (!isReturned || !(await movePostalItem(tx, ctx, dossier.dossier_id, 'out', moved))) {
    return refuseField('/trackingNumber', 'dossiers.nothing-for-the-post');
  }
  return ok([{ type: 'dossiers.handedToPost', payload: { trackingNumber } }]);
}

/** Leaves the step and what going back undoes, and opens what follows. */
async function moveOn(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  { dossier, task }: LockedTask,
  moved: Advance,
): Promise<Result<readonly DossierEvent[]>> {
  const id = dossier.dossier_id;
  const settled = await settleOpinions(tx, ctx, id, new Set([task.task_id]));
  const withdrawn = await withdrawTasks(tx, ctx, deps, dossier, moved);
  if (!withdrawn.ok) return withdrawn;
  await saveTokens(tx, ctx.jurisdiction, id, moved.tokens);
  const follower = { unitId: task.unit_id, role: task.role };
  const opened = await openNext(tx, ctx, deps, dossier, moved, follower);
  return opened.ok ? ok([...settled, ...withdrawn.value, ...opened.value]) : opened;
}

function phaseOf(phase: Phase, kind: string, outcome: CompleteTaskInput['outcome']): Result<Phase> {
  if (outcome === 'back') return phaseAfter(phase, 'advance');
  if (kind === 'issue') return phaseAfter(phase, 'complete');
  return phaseAfter(phase, kind === 'return' ? 'handOver' : 'advance');
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
