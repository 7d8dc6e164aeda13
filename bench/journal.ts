/**
 * What sealing costs and how fast it proves: `node bench/journal.ts [ROWS]` (1,000,000 left out). 64 clients write the journal rows
 * of commands, without and then with the sealer beside them; then ROWS rows are sealed and the whole journal is verified.
 * On a durable server of its own, in an empty folder that is gone afterwards.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { CommandContext } from '../src/kernel/context.ts';
import type { Jurisdiction } from '../src/kernel/id.ts';
import { ok } from '../src/kernel/result.ts';
import { verifyJournal } from '../src/modules/audit/queries/verify-journal.ts';
import { createDatabase, type Database, one } from '../src/platform/database.ts';
import { startServer } from '../src/platform/embedded/embedded-server.ts';
import { newUuidV7 } from '../src/platform/ids.ts';
import { appendEvents, recordAction, recordRead } from '../src/platform/journal.ts';
import { pendingRows } from '../src/platform/journal-proof.ts';
import { sealJournal } from '../src/platform/journal-seal.ts';
import { ensureTemplateDatabase } from '../src/platform/testing/template-database.ts';
import { urlOf } from '../src/platform/testing/test-database-url.ts';
import { inTransaction } from '../src/platform/transaction.ts';

const jurisdiction = 1 as Jurisdiction;
const clients = 64;
const seconds = 10;
const many = Number(process.argv[2] ?? 1_000_000);
const now = new Date('2026-11-23T08:30:00+07:00');

const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-'));
const server = await startServer({ dataFolder: folder, durable: true });
try {
  const url = urlOf(server.url, await ensureTemplateDatabase(server.url));
  const db = createDatabase({ url, role: 'motcua_app', jurisdiction, maxConnections: clients });
  const owner = createDatabase({ url, maxConnections: 1 });
  console.log(`load average at the start ${loadavg()[0]?.toFixed(1)}`);
  console.log(`without the sealer: ${await written(db)} rows/s by ${clients} clients`);
  await sealJournal(db, now);
  console.log(`with the sealer:    ${await writtenWhileSealing(db)}`);
  await sealJournal(db, now);
  await fill(owner, many);
  const sealing = performance.now();
  const sealed = await sealedInRuns(db);
  const sealingMs = performance.now() - sealing;
  console.log(
    `sealing: ${sealed} rows in ${(sealingMs / 1000).toFixed(1)} s, ${rate(sealed, sealingMs)} rows/s`,
  );
  await sql`analyze`.execute(owner);
  const verifying = performance.now();
  const verdict = await verifyJournal(db, { jurisdiction, now, authorities: [] });
  const verifyingMs = performance.now() - verifying;
  console.log(
    `verifying: ${verdict.sealedRows} rows in ${(verifyingMs / 1000).toFixed(1)} s, ` +
      `${rate(verdict.sealedRows, verifyingMs)} rows/s, ${verdict.findings.length} findings`,
  );
  console.log(`load average at the end ${loadavg()[0]?.toFixed(1)}`);
  await owner.destroy();
  await db.destroy();
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Journal rows a second of transactions that write what one command writes: two events, an action, a reading. */
async function written(db: Database): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let rows = 0;
  const client = async () => {
    while (performance.now() < until) {
      const ctx = context();
      const id = newUuidV7<'thing'>();
      await inTransaction(db, async (tx) => {
        const events = ['bench.done', 'bench.told'].map((type) => ({ type, payload: { step: 'tham-tra' } }));
        await appendEvents(tx, ctx, newUuidV7, { id, lastSeq: 0 }, events);
        await recordAction(tx, ctx, newUuidV7, { command: 'audit.prune-reads', subjectId: id });
        await recordRead(tx, ctx, newUuidV7, { query: 'bench.look', subjectIds: [id] });
        return ok(null);
      });
      rows += 4;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return Math.round(rows / seconds);
}

/** The same with a sealer that runs each second, as the worker's does, and how far behind it was at most. */
async function writtenWhileSealing(db: Database): Promise<string> {
  let writing = true;
  let slowestMs = 0;
  const sealer = (async () => {
    while (writing) {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const from = performance.now();
      await sealJournal(db, now);
      slowestMs = Math.max(slowestMs, performance.now() - from);
    }
  })();
  const rows = await written(db);
  writing = false;
  await sealer;
  const behind = await pendingRows(db, jurisdiction);
  return `${rows} rows/s; slowest run of the sealer ${Math.round(slowestMs)} ms, so sealed within ${(1 + slowestMs / 1000).toFixed(1)} s; ${behind} rows left`;
}

async function fill(owner: Database, rows: number): Promise<void> {
  await sql`
    insert into platform.action
      (jurisdiction, action_id, recorded_at, command, subject_id, request_id, actor_kind, actor_id, facts)
    select ${jurisdiction}, uuidv7(), ${now}, 'bench.do', gen_random_uuid(), gen_random_uuid(), 'officer',
      gen_random_uuid()::text, '{"step":"tham-tra"}'
    from generate_series(1, ${rows})
  `.execute(owner);
  const { waiting } = await one(
    owner,
    sql<{ waiting: number }>`select count(*)::int as waiting from platform.journal_pending`,
  );
  if (waiting < rows) throw new Error(`only ${waiting} of ${rows} rows wait for the sealer`);
}

/** Seals what waits as runs of a second each find it: a block, a moment. */
async function sealedInRuns(db: Database): Promise<number> {
  let sealed = 0;
  for (let run = 1; ; run++) {
    const at = new Date(now.getTime() + run * 1000);
    const { rows } = await one(db, sql<{ rows: number }>`select platform.seal_journal(2000, ${at}) as rows`);
    sealed += rows;
    if (rows === 0) return sealed;
  }
}

function rate(rows: number, ms: number): string {
  return Math.round((rows / ms) * 1000).toLocaleString('en');
}

function context(): CommandContext {
  return {
    jurisdiction,
    actor: { kind: 'system', task: 'bench' },
    now,
    origin: { ip: '10.0.0.7', userAgent: 'bench' },
    requestId: newUuidV7(),
  };
}
