import { sql } from 'kysely';
import type { CommandContext } from '../../kernel/context.ts';
import { type Database, many } from '../../platform/database.ts';

/** What the journal says was carried out by one request. */
export async function commandsInJournal(
  owner: Database,
  { requestId }: CommandContext,
): Promise<readonly string[]> {
  const rows = await many(
    owner,
    sql<{ command: string }>`
      select command from platform.action where request_id = ${requestId} order by action_id`,
  );
  return rows.map(({ command }) => command);
}
