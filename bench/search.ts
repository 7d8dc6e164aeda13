/**
 * How long a search takes at 2,000 procedures, as the application role: `node bench/search.ts [FILE]`.
 * Always among the procedures and synonyms that ship. Without FILE the others are generated; with one, from that import file. Uses TEST_DATABASE_URL or its own server.
 */
import pg from 'pg';
import type { Jurisdiction } from '../src/kernel/id.ts';
import { ok } from '../src/kernel/result.ts';
import { loadReferenceData } from '../src/main/reference-data/load-reference-data.ts';
import { toProcedureRecord } from '../src/main/reference-data/procedure-records.ts';
import { importProcedures } from '../src/modules/catalogue/commands/import-procedures.ts';
import { loadProcedures } from '../src/modules/catalogue/commands/load-procedures.ts';
import { browseProcedures } from '../src/modules/catalogue/queries/browse-procedures.ts';
import { findProcedures } from '../src/modules/catalogue/queries/find-procedures.ts';
import { readLines } from '../src/modules/catalogue/store/read-import-file.ts';
import { readRecordLines } from '../src/modules/catalogue/store/read-record-lines.ts';
import { sourceRecords } from '../src/modules/catalogue/testing/a-source-file.ts';
import { createDatabase } from '../src/platform/database.ts';
import { newUuidV7 } from '../src/platform/ids.ts';
import { onAFreshDatabase } from './on-a-fresh-database.ts';
import { processorTime, processorTimeOfServer } from './requests/processor-time.ts';

const queries = [
  'khai sinh',
  'đăng ký khai sinh',
  'giay khai sinh',
  'khai snih',
  'ho tich',
  '1.001193',
  'cap giay phep',
  'giấy phép xây dựng nhà ở',
  'so do',
  'chung thuc ban sao tu ban chinh',
  'thue',
  'xac nhan tinh trang hon nhan',
  'dang ki kinh doanh',
  'quyen su dung dat',
  'nhap ho khau',
  'tien nguoi gia',
  'gieng khoan',
];
const rounds = 40;

async function measure(url: string, serverPid: number | undefined): Promise<void> {
  const db = createDatabase({ url, role: 'motcua_app', jurisdiction: 1 });
  const deps = { db, newId: newUuidV7 };
  const start = performance.now();
  const data = await loadReferenceData('data');
  await loadProcedures(deps, context(), {
    procedures: data.procedures.map((file) => toProcedureRecord(file, data)),
    synonyms: data.searchSynonyms.map(({ phrase, means }) => ({ phrase, means })),
    lifeEvents: data.lifeEvents.map(({ key, name, nameEn }) => ({
      key,
      name,
      nameEn,
      procedures: data.procedures.filter((file) => file.lifeEvents.includes(key)).map((file) => file.code),
    })),
  });
  await importProcedures(deps, context(), async (today) => ok(await readLines(source(), today)));
  console.log(`import: ${Math.round(performance.now() - start)} ms`);
  const owner = new pg.Client(url);
  await owner.connect();
  await owner.query('analyze');
  await owner.end();
  const searches = (
    asked: readonly { readonly q?: string; readonly agency?: string; readonly event?: string }[],
  ) => repeated(asked.map((each) => () => findProcedures(deps, context(), each)));
  const repeated = async (asked: readonly (() => Promise<unknown>)[]) => {
    for (const each of asked) await each();
    const before = usedTime(serverPid);
    const taken: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const each of asked) taken.push(await timeOf(each));
    }
    return { taken, used: (usedTime(serverPid) - before) / taken.length };
  };
  for (const q of queries) report(q, await searches([{ q }]));
  report('all of these', await searches(queries.map((q) => ({ q }))));
  report('the list, no words', await searches([{}]));
  report('one agency', await searches([{ agency: 'commune' }]));
  report('one life event', await searches([{ event: 'birth' }]));
  report('all shelves with their counts', await repeated([() => browseProcedures(deps, context())]));
  await db.destroy();
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Processor time so far of this process and of the server when it is our own: what a busy machine does not stretch. */
function usedTime(serverPid: number | undefined): number {
  return processorTime(process.pid) + (serverPid === undefined ? 0 : processorTimeOfServer(serverPid));
}

interface Measured {
  readonly taken: readonly number[];
  /** Milliseconds of processor time a search. */
  readonly used: number;
}

function report(what: string, { taken, used }: Measured): void {
  const sorted = [...taken].sort((one, other) => one - other);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  console.log(
    `${what.padEnd(36)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   max ${sorted.at(-1)?.toFixed(1)} ms   processor ${used.toFixed(1)} ms`,
  );
}

async function* source(): AsyncGenerator<string> {
  const [file] = process.argv.slice(2);
  if (file) yield* readRecordLines(file);
  else for (const record of sourceRecords(2000)) yield JSON.stringify(record);
}

function context() {
  return {
    jurisdiction: 1 as Jurisdiction,
    actor: { kind: 'system' as const, task: 'bench' },
    now: new Date(),
    origin: { ip: undefined, userAgent: undefined },
    requestId: newUuidV7(),
  };
}

await onAFreshDatabase({ durable: false }, measure);
