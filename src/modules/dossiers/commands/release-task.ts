import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { releaseTaskInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { lockTask } from './lock-task.ts';
import { moveTask } from './move-task.ts';

/** Who has a step gives it back: to the group, or to the head where the head gives it out. */
export function releaseTask(deps: DossierDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runCommand(deps, ctx, 'dossiers.release-task', releaseTaskInput, input, async (tx, wanted) => {
    const locked = await lockTask(tx, ctx, deps, wanted.taskId);
    if (!locked.ok) return locked;
    if (locked.value.task.assigned_to === null) return refuse('conflict', 'dossiers.task-not-held');
    await moveTask(tx, ctx, deps, locked.value, { how: 'release', to: null, reason: wanted.reason });
    return ok(null);
  });
}
