import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/context.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { runCommand as run } from '../../../platform/run-command.ts';
import { can, type Permission, refuseUnproved } from '../../identity/public.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';

/** What a command is called in the journal, what it takes and who may give it. */
export interface CommandFrame<Input> {
  readonly name: string;
  readonly input: z.ZodType<Input>;
  readonly needs: Extract<Permission, `catalogue.${string}`>;
}

/** The frame of every command: whoever holds its permission, freshly proved where it asks for that. Refuses `catalogue.not-allowed`. */
export async function runCommand<Input, Output>(
  deps: CatalogueStoreDeps,
  ctx: CommandContext,
  frame: CommandFrame<Input>,
  input: unknown,
  work: (tx: Tx, parsed: Input) => Promise<Result<Output>>,
): Promise<Result<Output>> {
  if (!can(ctx.actor, frame.needs)) return refuse('forbidden', 'catalogue.not-allowed');
  const unproved = refuseUnproved(ctx, frame.needs);
  if (unproved) return unproved;
  return run(deps, ctx, frame.name, frame.input, input, work);
}
