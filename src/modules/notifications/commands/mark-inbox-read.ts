import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../../kernel/context.ts';
import type { NewId } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/database.ts';
import { recordAction } from '../../../platform/journal.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { ownAccounts } from '../../identity/public.ts';

/** Marks everything in the caller's inbox as read; doing it twice is harmless. */
export function markInboxRead(
  deps: { readonly db: Database; readonly newId: NewId },
  ctx: CommandContext,
): Promise<Result<null>> {
  const command = 'notifications.mark-inbox-read';
  return runCommand(deps, ctx, command, z.object({}), {}, async (tx) => {
    if (ctx.actor.kind !== 'citizen') return refuse('unauthenticated', 'dossiers.sign-in-first');
    const { numAffectedRows } = await sql`
      update notifications.message set read_at = ${ctx.now}
      where jurisdiction = ${ctx.jurisdiction} and account_id = any(${[...ownAccounts(ctx.actor)]}::uuid[]) and read_at is null
    `.execute(tx);
    await recordAction(tx, ctx, deps.newId, {
      command,
      subjectId: ctx.actor.accountId,
      facts: { messages: Number(numAffectedRows ?? 0) },
    });
    return ok(null);
  });
}
