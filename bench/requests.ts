/**
 * Inbox page, look-up, submit and step of the product next to a bare HTTP server on the same SQL, from an empty folder:
 * `node bench/requests.ts [--seconds 6] [--connections 1,8,32] [--only submit,look-up]`. Linux. See bench/README.md.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { fillInbox } from '../src/modules/dossiers/testing/many-dossiers.ts';
import { type Figures, measureLoad } from './requests/load.ts';
import { copyDossier, copyDraft } from './requests/make-many.ts';
import { openWorld, type World } from './requests/open-world.ts';
import { type Operation, operationsOn } from './requests/operations.ts';
import { aSignedInCitizen, signInOfficer } from './requests/people.ts';
import { type Served, serveBare, serveProduct } from './requests/processes.ts';
import { processorTime, processorTimeOfServer } from './requests/processor-time.ts';
import { recordOperations } from './requests/record-operations.ts';
import { gistOf, type Statement } from './requests/record-statements.ts';
import { walkJourney } from './requests/walk-journey.ts';

const waiting = 20_000;
const prepared = { drafts: 12_000, dossiers: 24_000 };
const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '6' },
    connections: { type: 'string', default: '1,8,32' },
    only: { type: 'string' },
  },
});
const seconds = Number(options.seconds);
const levels = options.connections.split(',').map(Number);
const wanted = options.only?.split(',');

const header = `| request | conn. | product /s | bare /s | ratio | product p50, p95 ms | bare p50, p95 ms | processor ms a request: product, bare | database: product, bare | failed |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|`;

const world = await openWorld();
try {
  const product = await serveProduct(world);
  try {
    await run(world, product);
  } finally {
    await product.stop();
  }
} finally {
  await world.close();
}

async function run(world: World, product: Served): Promise<void> {
  const operations = await prepare(world, product);
  const recordings = await recordOperations(world, operations);
  console.log('\nStatements of one request (each one round trip):');
  for (const [{ name }, { statements, bytes }] of recordings) {
    console.log(`  ${name}: ${statements.length} statements, answer of ${bytes} bytes`);
    printStatements(statements);
  }
  const bare = await serveBare({ url: world.env.DATABASE_URL, recordings: [...recordings.values()] });
  try {
    console.log(`\n${facts()}\n\n${header}`);
    for (const operation of operations) {
      for (const served of [product, bare]) await measure(world, served, operation, 4, 2);
      for (const connections of levels) {
        const ours = await measure(world, product, operation, connections, seconds);
        const theirs = await measure(world, bare, operation, connections, seconds);
        console.log(row(operation.name, connections, ours, theirs));
      }
    }
    console.log(`\n${facts()}`);
  } finally {
    await bare.stop();
  }
}

/** Signs people in, walks one dossier to its end, and makes enough of everything that is used up. */
async function prepare(world: World, { address }: Served): Promise<readonly Operation[]> {
  const citizen = await aSignedInCitizen(world);
  const counter = await signInOfficer(world, address, 'tiepnhan.tanninh');
  const [post] = counter.actor.posts;
  if (!post) throw new Error('the counter has nobody');
  await fillInbox(world.owner, post.unitId, waiting, world.product.clock());
  const specialist = await signInOfficer(world, address, 'hotich.tanninh');
  const leader = await signInOfficer(world, address, 'phochutich.tanninh');
  const clerk = await signInOfficer(world, address, 'vanthu.tanninh');
  const journey = await walkJourney(world, {
    citizen: citizen.actor,
    counter: counter.actor,
    specialist: specialist.actor,
    leader: leader.actor,
    clerk: clerk.actor,
  });
  console.log('Statements of each command and query (each one round trip):');
  for (const [name, statements] of journey.walked) {
    console.log(`  ${name}: ${statements.length}`);
    printStatements(statements);
  }
  const operations = operationsOn({
    citizenCookie: citizen.cookie,
    counterCookie: counter.cookie,
    specialistCookie: specialist.cookie,
    drafts: await copyDraft(world.owner, journey.draftId, prepared.drafts),
    draftVersion: journey.draftVersion,
    dossiers: await copyDossier(world.owner, journey.acceptedId, prepared.dossiers),
  });
  await sql`vacuum analyze`.execute(world.owner);
  return operations.filter(({ name }) => wanted?.includes(name) ?? true);
}

interface Measured extends Figures {
  /** Milliseconds of processor time a request took, in the HTTP server and in PostgreSQL. */
  readonly processor: number;
  readonly database: number;
}

async function measure(
  world: World,
  served: Served,
  { next, expectedStatus }: Operation,
  connections: number,
  duration: number,
): Promise<Measured> {
  const used = () => [processorTime(served.pid), processorTimeOfServer(world.server.pid)] as const;
  const [http, database] = used();
  const figures = await measureLoad({
    url: served.address,
    connections,
    seconds: duration,
    expectedStatus,
    next,
  });
  const [httpAfter, databaseAfter] = used();
  return {
    ...figures,
    processor: (httpAfter - http) / figures.requests,
    database: (databaseAfter - database) / figures.requests,
  };
}

function row(name: string, connections: number, ours: Measured, theirs: Measured): string {
  const cells = [
    name,
    connections,
    ours.perSecond.toFixed(0),
    theirs.perSecond.toFixed(0),
    (ours.perSecond / theirs.perSecond).toFixed(2),
    `${ours.p50.toFixed(1)}, ${ours.p95.toFixed(1)}`,
    `${theirs.p50.toFixed(1)}, ${theirs.p95.toFixed(1)}`,
    `${ours.processor.toFixed(2)}, ${theirs.processor.toFixed(2)}`,
    `${ours.database.toFixed(2)}, ${theirs.database.toFixed(2)}`,
    `${ours.failures}, ${theirs.failures}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function facts(): string {
  const [cpu] = cpus();
  const load = loadavg().map((each) => each.toFixed(1));
  return `${new Date().toISOString()}, Node ${process.version}, ${cpus().length} × ${cpu?.model}, load ${load.join(' ')}`;
}

function printStatements(statements: readonly Statement[]): void {
  console.log(`    ${statements.map(gistOf).join(' · ')}`);
}
