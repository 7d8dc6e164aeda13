import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { assignTaskInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { lockToAssign } from './lock-task.ts';
import { moveTask } from './move-task.ts';
import { refuseBarred } from './refuse-barred.ts';

/**
 * The head of the section or the leader of the unit gives a step to somebody who holds its role there today. Taking it
 * from somebody who has it needs a reason.
 */
export function assignTask(deps: DossierDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runCommand(deps, ctx, 'dossiers.assign-task', assignTaskInput, input, async (tx, wanted) => {
    const locked = await lockToAssign(tx, ctx, deps, wanted.taskId);
    if (!locked.ok) return locked;
    const { task } = locked.value;
    if (task.kind === 'wait') return refuse('invalid', 'dossiers.nobodys-task');
    if (task.kind === 'intake') return refuse('invalid', 'dossiers.intake-not-assigned');
    const holders = await deps.identity.holdersOf(tx, task.unit_id, plainDateOf(ctx.now));
    const chosen = holders.find(
      ({ accountId, role }) => accountId === wanted.accountId && role === task.role,
    );
    if (!chosen) return refuseField('/accountId', 'dossiers.cannot-have-step');
    const barred = await refuseBarred(tx, ctx, deps, task, [chosen.personId]);
    if (barred) return refuseField('/accountId', 'dossiers.assignee-barred');
    if (task.assigned_to === chosen.accountId) return ok(null);
    const isTaken = task.assigned_to !== null;
    if (isTaken && !wanted.reason) return refuseField('/reason', 'dossiers.reassign-reason');
    const how = isTaken ? 'reassign' : 'assign';
    await moveTask(tx, ctx, deps, locked.value, { how, to: chosen.accountId, reason: wanted.reason });
    return ok(null);
  });
}
