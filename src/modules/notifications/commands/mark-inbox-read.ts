import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/database.ts';
import { ownAccounts } from '../../identity/public.ts';

/** Marks everything in the caller's inbox as read; doing it twice is harmless. */
export async function markInboxRead(db: Database, ctx: CommandContext): Promise<Result<null>> {
  if (ctx.actor.kind !== 'citizen') return refuse('unauthenticated', 'dossiers.sign-in-first');
  await sql`
    update notifications.message set read_at = ${ctx.now}
    where jurisdiction = ${ctx.jurisdiction} and account_id = any(${[...ownAccounts(ctx.actor)]}::uuid[]) and read_at is null
  `.execute(db);
  return ok(null);
}
