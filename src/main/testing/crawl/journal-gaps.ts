import { sql } from 'kysely';
import { type Database, many } from '../../../platform/database.ts';
import { type Disclosure, dossierIn } from './disclosures.ts';

/** Commands that are carried out without an act in the journal, each with the reason. */
const noActs: Readonly<Record<string, string>> = {
  'dossiers.save-queue-choice': 'how somebody looks at their own queue is theirs and no act of office',
  'catalogue.keep-list-columns': 'which columns somebody sees of a list is theirs and no act of office',
  'dossiers.assign-task':
    'the step was theirs already; that giving it is an act: `main/assignment.db.test.ts`',
  'identity.revoke-consent':
    'was taken back before; that the first time is an act: `main/helpers.db.test.ts`',
};

/** Answers that told of somebody and whose question left no reading in the journal, or none of the dossier it named. */
export async function unrecordedReadings(
  owner: Database,
  disclosures: readonly Disclosure[],
): Promise<readonly Disclosure[]> {
  const rows = await many(
    owner,
    sql<{ from: string; ids: readonly string[] }>`
      select host(origin_ip) as from, subject_ids::text[] as ids from platform.read where origin_ip is not null`,
  );
  const read = Map.groupBy(rows, ({ from }) => from);
  return disclosures.filter((each) => {
    const dossierId = dossierIn(each);
    const readings = read.get(each.from) ?? [];
    return !readings.some(({ ids }) => dossierId === undefined || ids.includes(dossierId));
  });
}

/** Commands of which a request was carried out and left no action in the journal, but for those that need not. */
export async function silentCommands(owner: Database): Promise<readonly string[]> {
  const rows = await many(
    owner,
    sql<{ command: string }>`
      select distinct l.command from platform.request_log l
      where l.outcome is not null and not exists (
        select from platform.action a where a.jurisdiction = l.jurisdiction and a.request_id = l.request_id)
      order by l.command`,
  );
  return rows.map(({ command }) => command).filter((command) => !(command in noActs));
}
