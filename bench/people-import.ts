/**
 * How long a file of people takes: read and shown, then taken in, as the application role under row-level security.
 * `node bench/people-import.ts [ROWS]` (5,000 left out), each row a new account with one post. The first round meets a database that
 * nobody has analysed yet, the later ones what autovacuum makes of it within a minute. Uses TEST_DATABASE_URL or its own server.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Jurisdiction } from '../src/kernel/id.ts';
import { aPeopleRow, savePeopleFile } from '../src/modules/identity/testing/a-people-file.ts';
import { anAdministration } from '../src/modules/identity/testing/an-administration.ts';
import { createDatabase } from '../src/platform/database.ts';
import { must } from '../src/platform/testing/must.ts';
import { onAFreshDatabase } from './on-a-fresh-database.ts';

const count = Number(process.argv[2] ?? 5_000);
const rounds = 3;
const now = new Date('2026-11-26T08:00:00+07:00');

async function measure(url: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-'));
  const path = join(folder, 'tep.xlsx');
  const jurisdiction = 1 as Jurisdiction;
  const db = createDatabase({ url, role: 'motcua_app', jurisdiction, maxConnections: 4 });
  const owner = createDatabase({ url, maxConnections: 1 });
  const house = await anAdministration({ db, owner, jurisdiction, url }, now);
  const admin = await house.signIn('quantri');
  const { commands } = house.identity.people;
  console.log(`load ${loadavg()[0]?.toFixed(1)}; ${count.toLocaleString('en')} rows`);
  for (let round = 1; round <= rounds; round++) {
    const rows = Array.from({ length: count }, (_, index) =>
      aPeopleRow(index, { login: `vong.${round}.${index}` }),
    );
    await savePeopleFile(path, rows);
    const from = performance.now();
    const { importId } = must(await commands.stagePeople(house.as(admin), { path, name: 'tep.xlsx' }));
    const read = performance.now();
    const { state } = must(await commands.settlePeople(house.as(admin), { importId, choice: 'whole' }));
    const done = performance.now();
    console.log(
      `round ${round}: read and shown ${(read - from).toFixed(0)} ms, taken in ${(done - read).toFixed(0)} ms (${state})`,
    );
    await sql`analyze`.execute(owner);
  }
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
  await owner.destroy();
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
}

await onAFreshDatabase({ durable: true }, measure);
