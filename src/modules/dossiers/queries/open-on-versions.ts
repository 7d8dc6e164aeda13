import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { type Database, many } from '../../../platform/database.ts';

/** How many dossiers are still on their way under each of these procedure versions; they stay on them. */
export async function openOnVersions(
  db: Database,
  jurisdiction: Jurisdiction,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await many(
    db,
    sql<{ version: string; open: number }>`
      select d.procedure_version_id as version, count(*) as open
      from dossiers.dossier d
      where d.jurisdiction = ${jurisdiction} and d.procedure_version_id = any (${[...versionIds]}::uuid[])
        and d.phase in ('submitted', 'accepted', 'inProcess', 'completed')
      group by d.procedure_version_id
    `,
  );
  return new Map(rows.map(({ version, open }) => [version, open]));
}
