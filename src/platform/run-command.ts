import type { z } from 'zod';
import type { CommandContext } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';
import type { Database, Tx } from './database.ts';
import { once } from './journal.ts';
import { parseInput } from './parse-input.ts';
import { inTransaction } from './transaction.ts';

/** The frame of every command: parse at the door, one transaction, a repeated request gets its first outcome. */
export async function runCommand<Input, Output>(
  deps: { readonly db: Database },
  ctx: CommandContext,
  name: string,
  schema: z.ZodType<Input>,
  input: unknown,
  work: (tx: Tx, parsed: Input) => Promise<Result<Output>>,
): Promise<Result<Output>> {
  const parsed = parseInput(schema, input);
  if (!parsed.ok) return parsed;
  return inTransaction(deps.db, (tx) => once(tx, ctx, name, parsed.value, () => work(tx, parsed.value)));
}
