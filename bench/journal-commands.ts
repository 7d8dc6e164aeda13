/**
 * What the journal costs beside real commands: `node bench/journal-commands.ts [--seconds 20] [--clients 64]`. Linux. 64 clients carry
 * birth registrations from draft to result through the modules, looking at each page before they act, in turn without the sealer, with it, and with it while 1,000 further
 * journal rows a second are written beside them; then the same rows are written with no command around them, which tells the
 * journal's share of the work.
 * On a durable server of its own, in an empty folder that is gone afterwards.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { ok, type Result } from '../src/kernel/result.ts';
import {
  aCitizenAccount,
  forgetUsedCodes,
  proveByDemoCode,
} from '../src/modules/identity/testing/test-identity.ts';
import { one } from '../src/platform/database.ts';
import { newUuidV7 } from '../src/platform/ids.ts';
import { appendEvents, recordAction, recordRead } from '../src/platform/journal.ts';
import { createSeal } from '../src/platform/sealed-text.ts';
import { must } from '../src/platform/testing/must.ts';
import { inTransaction } from '../src/platform/transaction.ts';
import { type LifePeople, liveOneDossier } from './journal/dossier-life.ts';
import { type SealerFigures, startWatchedSealer } from './journal/watch-sealer.ts';
import { openWorld, password, type World } from './requests/open-world.ts';
import { processorTime, processorTimeOfServer } from './requests/processor-time.ts';

const { values: options } = parseArgs({
  options: { seconds: { type: 'string', default: '20' }, clients: { type: 'string', default: '64' } },
});
const seconds = Number(options.seconds);
const clients = Number(options.clients);

/** What each run has beside the clients: the sealer, and so many rows a second of others. */
const turns = [
  { sealer: false, rowsBeside: 0 },
  { sealer: true, rowsBeside: 0 },
  { sealer: true, rowsBeside: 1000 },
  { sealer: false, rowsBeside: 0 },
  { sealer: true, rowsBeside: 0 },
  { sealer: true, rowsBeside: 1000 },
] as const;

const header = `| sealer | rows beside /s | commands /s | pages read /s | journal rows /s | rows a command or page | command p50, p95 ms | processor ms a command or page: product, database | slowest run of the sealer ms | looks, of them with somebody waiting for the sealer |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|`;

const world = await openWorld();
try {
  const people = await signIn(world);
  await lives(world, people, 3, writePaced(world, 0));
  console.log(`load average at the start ${loadavg()[0]?.toFixed(1)}`);
  console.log(header);
  for (const { sealer, rowsBeside } of turns) {
    const watched = sealer ? startWatchedSealer(world) : undefined;
    const beside = writePaced(world, rowsBeside);
    const figures = await lives(world, people, seconds, beside);
    console.log(row(figures, await watched?.stop()));
  }
  const alone = await rowsAlone(world, seconds / 2);
  console.log(
    `rows alone: ${alone.rowsPerSecond} rows/s, ${alone.processorMs.toFixed(3)} ms of processor time a row`,
  );
  console.log(`load average at the end ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await world.close();
}

interface Figures {
  readonly commands: number;
  readonly reads: number;
  readonly rows: number;
  /** Written beside the commands, and not in `rows`. */
  readonly rowsBeside: number;
  readonly seconds: number;
  /** Of commands, in order. */
  readonly tookMs: readonly number[];
  readonly nodeMs: number;
  readonly databaseMs: number;
}

function row(figures: Figures, sealer: SealerFigures | undefined): string {
  const { commands, reads, rows, tookMs } = figures;
  const done = commands + reads;
  const rate = (count: number) => Math.round(count / figures.seconds);
  const at = (share: number) => (tookMs[Math.floor(tookMs.length * share)] ?? 0).toFixed(0);
  return `| ${sealer ? 'runs' : '–'} | ${rate(figures.rowsBeside)} | ${rate(commands)} | ${rate(reads)} | ${rate(rows)} | ${(rows / done).toFixed(2)} | ${at(0.5)}, ${at(0.95)} | ${(figures.nodeMs / done).toFixed(2)}, ${(figures.databaseMs / done).toFixed(2)} | ${sealer ? Math.round(sealer.slowestMs) : '–'} | ${sealer ? `${sealer.looks}, ${sealer.waitedForSealer}` : '–'} |`;
}

/** All clients live dossiers until the time is up; what is under way then is finished and counted with its time. */
async function lives(world: World, people: LifePeople, seconds: number, beside: PacedRows): Promise<Figures> {
  const until = performance.now() + seconds * 1000;
  const tookMs: number[] = [];
  let reads = 0;
  const counted = async <T>(kind: 'command' | 'read', work: () => Promise<Result<T>>): Promise<T> => {
    const from = performance.now();
    const value = must(await work());
    if (kind === 'command') tookMs.push(performance.now() - from);
    else reads += 1;
    return value;
  };
  const client = async () => {
    while (performance.now() < until) await liveOneDossier(world, people, counted);
  };
  let rowsBeside = 0;
  const { rows, ...measured } = await measure(world, async () => {
    await Promise.all(Array.from({ length: clients }, client));
    rowsBeside = await beside.stop();
  });
  return {
    ...measured,
    rows: rows - rowsBeside,
    rowsBeside,
    commands: tookMs.length,
    reads,
    tookMs: tookMs.sort((one, other) => one - other),
  };
}

/** The journal rows of one command with no command around them: two events, an action, a reading in one transaction. */
async function writeRows({ product: { db, jurisdiction, clock } }: World): Promise<number> {
  const ctx = {
    jurisdiction,
    actor: { kind: 'system' as const, task: 'bench' },
    now: clock(),
    origin: { ip: '127.0.0.1', userAgent: 'bench' },
    requestId: newUuidV7(),
  };
  await inTransaction(db, async (tx) => {
    const id = newUuidV7();
    const events = ['bench.done', 'bench.told'].map((type) => ({ type, payload: { step: 'tham-tra' } }));
    await appendEvents(tx, ctx, newUuidV7, { id, lastSeq: 0 }, events);
    await recordAction(tx, ctx, newUuidV7, { command: 'audit.prune-reads', subjectId: id });
    await recordRead(tx, ctx, newUuidV7, { query: 'bench.look', subjectIds: [id] });
    return ok(null);
  });
  return 4;
}

interface PacedRows {
  /** Ends the writing and tells how many rows there are of it. */
  stop(): Promise<number>;
}

/** Writes so many rows a second beside the clients; what a moment could not do, the next ones make up for. */
function writePaced(world: World, rowsPerSecond: number): PacedRows {
  if (rowsPerSecond === 0) return { stop: () => Promise.resolve(0) };
  const from = performance.now();
  const writing: Promise<number>[] = [];
  const timer = setInterval(() => {
    const due = ((performance.now() - from) / 1000) * (rowsPerSecond / 4);
    while (writing.length < due) writing.push(writeRows(world));
  }, 20);
  return {
    async stop() {
      clearInterval(timer);
      return (await Promise.all(writing)).reduce((sum, rows) => sum + rows, 0);
    },
  };
}

async function rowsAlone(world: World, seconds: number) {
  const until = performance.now() + seconds * 1000;
  const client = async () => {
    while (performance.now() < until) await writeRows(world);
  };
  const { rows, nodeMs, databaseMs, ...took } = await measure(world, () =>
    Promise.all(Array.from({ length: clients }, client)),
  );
  return { rowsPerSecond: Math.round(rows / took.seconds), processorMs: (nodeMs + databaseMs) / rows };
}

async function measure(world: World, work: () => Promise<unknown>) {
  const used = () => ({
    at: performance.now(),
    node: processorTime(process.pid),
    database: processorTimeOfServer(world.server.pid),
  });
  const rowsBefore = await journalRows(world);
  const from = used();
  await work();
  const to = used();
  return {
    rows: (await journalRows(world)) - rowsBefore,
    seconds: (to.at - from.at) / 1000,
    nodeMs: to.node - from.node,
    databaseMs: to.database - from.database,
  };
}

async function journalRows(world: World): Promise<number> {
  const { rows } = await one(
    world.owner,
    sql<{ rows: number }>`
      select (select count(*) from platform.event) + (select count(*) from platform.action)
        + (select count(*) from platform.read) as rows`,
  );
  return Number(rows);
}

async function signIn(world: World): Promise<LifePeople> {
  const { db, jurisdiction, clock, config, modules } = world.product;
  const origin = { ip: '127.0.0.1', userAgent: 'bench' };
  const officer = async (login: string) => {
    const now = clock();
    const session = must(await modules.identity.signInOfficer({ login, password }, now, origin));
    await forgetUsedCodes(world.owner, jurisdiction);
    await proveByDemoCode(modules.identity, login, { token: session.token, now, origin });
    const { actor } = await modules.identity.resolveSession(session.token, now);
    if (actor.kind !== 'officer') throw new Error(`${login} is no officer`);
    return actor;
  };
  const facts = { name: 'Phan Thị Mỹ Duyên', identityNumber: '072195999001', phone: '0530000051' };
  return {
    citizen: await aCitizenAccount(db, jurisdiction, createSeal(config.sealKeys), facts, clock()),
    counter: await officer('tiepnhan.tanninh'),
    specialist: await officer('hotich.tanninh'),
    leader: await officer('phochutich.tanninh'),
    clerk: await officer('vanthu.tanninh'),
  };
}
