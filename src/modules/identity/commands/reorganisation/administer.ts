import type { z } from 'zod';
import type { OfficerActor } from '../../../../kernel/actor.ts';
import type { CommandContext } from '../../../../kernel/context.ts';
import { type Result, refuse } from '../../../../kernel/result.ts';
import type { Tx } from '../../../../platform/database.ts';
import { once } from '../../../../platform/journal.ts';
import { parseInput } from '../../../../platform/parse-input.ts';
import { inTransaction } from '../../../../platform/transaction.ts';
import { can } from '../../core/permissions.ts';
import type { ReorganisationDeps } from '../../store/reorganisation-deps.ts';

/**
 * The frame of every command on the unit tree: an administrator, the input parsed, one transaction, a repeated request gets
 * its first outcome. Refuses `identity.units-not-allowed`.
 */
export async function administer<Input, Output>(
  deps: ReorganisationDeps,
  ctx: CommandContext,
  command: { readonly name: string; readonly input: z.ZodType<Input> },
  input: unknown,
  work: (tx: Tx, parsed: Input, officer: OfficerActor) => Promise<Result<Output>>,
): Promise<Result<Output>> {
  const { actor } = ctx;
  if (actor.kind !== 'officer' || !can(actor, 'identity.manage'))
    return refuse('forbidden', 'identity.units-not-allowed');
  const parsed = parseInput(command.input, input);
  if (!parsed.ok) return parsed;
  return inTransaction(deps.db, (tx) =>
    once(tx, ctx, command.name, parsed.value, () => work(tx, parsed.value, actor)),
  );
}
