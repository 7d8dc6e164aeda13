import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { saveQueueChoiceInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { keepQueueChoice } from '../store/queue-choices.ts';

/** Keeps how an officer looks at one of their queues: filter, order, columns. It is theirs alone and no act of office. */
export function saveQueueChoice(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  return runCommand(
    deps,
    ctx,
    'dossiers.save-queue-choice',
    saveQueueChoiceInput,
    input,
    async (tx, wanted) => {
      if (ctx.actor.kind !== 'officer') return refuse('forbidden', 'dossiers.not-allowed');
      await keepQueueChoice(tx, ctx, ctx.actor, wanted.queue, wanted.choice);
      return ok(null);
    },
  );
}
