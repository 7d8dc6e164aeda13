/**
 * What the nightly walk of retention costs: `node bench/retention.ts [DOSSIERS]` (1,000,000 left out). Dossiers ended evenly over ten
 * years, nine in ten of procedures whose dossiers are kept for ever, one in ten of one that is kept for five years; as the application
 * role on a durable server. Uses TEST_DATABASE_URL or its own server.
 */
import { loadavg } from 'node:os';
import { sql } from 'kysely';
import type { Jurisdiction } from '../src/kernel/id.ts';
import type { PlainDate } from '../src/kernel/plain-date.ts';
import { endedProcedures, endedUntil } from '../src/modules/dossiers/store/ended-dossiers.ts';
import type { RetentionRule } from '../src/modules/privacy/public.ts';
import { findDue } from '../src/modules/privacy/tasks/find-due.ts';
import { createDatabase, type Database, one } from '../src/platform/database.ts';
import { newUuidV7 } from '../src/platform/ids.ts';
import { onAFreshDatabase } from './on-a-fresh-database.ts';

const many = Number(process.argv[2] ?? 1_000_000);
const jurisdiction = 1 as Jurisdiction;
const now = new Date('2026-11-26T02:00:00+07:00');

/** Only looked at: nothing is announced, and the walk alone is measured. */
const rule: RetentionRule = {
  basis: 'bench',
  source: 'bench',
  certainty: 'unchecked',
  countedFrom: 'end',
  validFrom: '2016-01-01' as PlainDate,
};
const forEver = Array.from({ length: 50 }, (_, n) => `1.0000${10 + n}`);
const retention = [...forEver.map((procedureCode) => ({ ...rule, procedureCode })), { ...rule, years: 5 }];

async function measure(url: string): Promise<void> {
  const owner = createDatabase({ url, maxConnections: 1 });
  const db = createDatabase({ url, role: 'motcua_app', jurisdiction, maxConnections: 2 });
  await fill(owner);
  const deps = {
    db,
    newId: newUuidV7,
    retention,
    deadlines: [
      { right: 'erasing-warning' as const, days: 90, source: 'bench', validFrom: '2016-01-01' as PlainDate },
    ],
    kept: {
      endedProcedures,
      endedUntil,
      warnOwner: () => Promise.reject(new Error('nothing is certain here')),
    },
  };
  console.log(`load ${loadavg()[0]?.toFixed(1)}; ${many.toLocaleString('en')} ended dossiers`);
  for (const night of [1, 2, 3]) {
    const from = performance.now();
    await findDue(deps, jurisdiction, new Date(now.getTime() + night * 86_400_000));
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    const { due } = await one(owner, sql<{ due: number }>`select count(*) as due from privacy.retention_due`);
    console.log(`night ${night}: ${seconds} s, ${due.toLocaleString('en')} due or soon`);
  }
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
  await owner.destroy();
  await db.destroy();
}

async function fill(owner: Database): Promise<void> {
  const unit = newUuidV7();
  for (let from = 1; from <= many; from += 50_000)
    await sql`
      insert into dossiers.dossier (jurisdiction, dossier_id, code, channel, phase, version, last_seq, submitted_under,
        procedure_version_id, process_version_id, procedure_code, procedure_name, sector, case_key, case_answers,
        received_unit_id, competent_unit_id, return_unit_id, owner_name, search_text, second_facts, answers, submitted_at, refused_at)
      select 1, uuidv7(), 'B-' || n, 'online', 'refused', 1, 0, '{}', ${unit}::uuid, ${unit}::uuid,
        case when n % 10 = 0 then '2.000815' else '1.0000' || (10 + n % 50) end, 'Thủ tục', 'Hộ tịch', 'mot', '{}', ${unit}::uuid,
        ${unit}::uuid, ${unit}::uuid, 'Trần Thị Số ' || n, '', '{}', '{}', ended - interval '3 days', ended
      from generate_series(${from}::int, ${Math.min(many, from + 49_999)}::int) n
      cross join lateral (select ${now}::timestamptz - n * interval '10 years' / ${many}::int as ended) e`.execute(
      owner,
    );
  await sql`vacuum analyze dossiers.dossier`.execute(owner);
}

await onAFreshDatabase({ durable: true }, measure);
