import type { z } from 'zod';
import type { OfficerActor } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Database, Tx } from '../../../platform/database.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { isFreshlyProved } from '../core/assurance.ts';
import { can } from '../core/permissions.ts';

/** What a command of administrators is called and takes. */
export interface AdministratorsCommand<Input> {
  readonly name: string;
  readonly input: z.ZodType<Input>;
  /** What everybody else is told. */
  readonly refusal: string;
  /** Whether they must have proved lately who they are; else `identity.step-up-needed`. */
  readonly fresh?: boolean;
}

/** The frame of a command that only administrators give, whatever their units. */
export async function administer<Input, Output>(
  deps: { readonly db: Database },
  ctx: CommandContext,
  { name, input: schema, refusal, fresh = false }: AdministratorsCommand<Input>,
  input: unknown,
  work: (tx: Tx, parsed: Input, officer: OfficerActor) => Promise<Result<Output>>,
): Promise<Result<Output>> {
  const { actor } = ctx;
  if (actor.kind !== 'officer' || !can(actor, 'identity.manage')) return refuse('forbidden', refusal);
  if (fresh && !isFreshlyProved(actor, ctx.now)) return refuse('forbidden', 'identity.step-up-needed');
  return runCommand(deps, ctx, name, schema, input, (tx, parsed) => work(tx, parsed, actor));
}
