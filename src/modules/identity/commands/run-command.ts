import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/context.ts';
import type { NewId } from '../../../kernel/id.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Database, Tx } from '../../../platform/database.ts';
import { once } from '../../../platform/journal.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { inTransaction } from '../../../platform/transaction.ts';

/** The frame of a command: parse at the door, one transaction, a repeated request gets its first outcome. */
export async function runCommand<Input, Output>(
  deps: { readonly db: Database; readonly newId: NewId },
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
