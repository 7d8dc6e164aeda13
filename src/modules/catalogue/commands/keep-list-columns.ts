import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { keepListColumnsInput } from '../core/office-list.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { saveListColumns } from '../store/list-columns.ts';
import { runCommand } from './run-command.ts';

/** Keeps which columns somebody sees of the list of procedures. It is theirs alone and no act of office. */
export function keepListColumns(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  const frame = {
    name: 'catalogue.keep-list-columns',
    input: keepListColumnsInput,
    needs: 'catalogue.edit',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, { columns }) => {
    await saveListColumns(tx, ctx, columns);
    return ok(null);
  });
}
