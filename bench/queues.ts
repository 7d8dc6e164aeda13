/**
 * Every queue and the counts of an ordinary officer, with 40,000 open tasks among 3 million, as the application role and
 * next to the bare statement: `node bench/queues.ts [--tasks 3000000] [--open 40000] [--rounds 60]`. See bench/README.md.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { OfficerActor } from '../src/kernel/actor.ts';
import type { QueryContext } from '../src/kernel/context.ts';
import { type Queue, queues } from '../src/modules/dossiers/contract.ts';
import { queueBounds } from '../src/modules/dossiers/queries/queue-bounds.ts';
import { countQueues } from '../src/modules/dossiers/queries/queue-counts.ts';
import { queuePage } from '../src/modules/dossiers/queries/queue-page.ts';
import { ownPlaces, placesLed, queueReach } from '../src/modules/dossiers/queries/queue-reach.ts';
import { proveByDemoCode } from '../src/modules/identity/testing/test-identity.ts';
import { many } from '../src/platform/database.ts';
import { fillMillions } from './queues/fill-millions.ts';
import { openWorld, password, type World } from './requests/open-world.ts';
import { processorTime, processorTimeOfServer } from './requests/processor-time.ts';

const { values: options } = parseArgs({
  options: {
    tasks: { type: 'string', default: '3000000' },
    open: { type: 'string', default: '40000' },
    rounds: { type: 'string', default: '60' },
  },
});
const rounds = Number(options.rounds);

const world = await openWorld();
try {
  const started = performance.now();
  const officers = {
    specialist: await signIn(world, 'hotich.tanninh'),
    counter: await signIn(world, 'tiepnhan.tanninh'),
    leader: await signIn(world, 'phochutich.tanninh'),
  };
  await fillMillions(world, Number(options.tasks), Number(options.open), officers.specialist.accountId);
  console.log(
    `made in ${Math.round((performance.now() - started) / 1000)} s; load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log(
    '\n| as | queue | rows | query p50, p95 ms | bare statement p50, p95 ms | processor ms: query, bare |\n|---|---|--:|--:|--:|--:|',
  );
  for (const [name, officer] of Object.entries(officers)) await measure(name, officer);
  console.log(`\nload ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await world.close();
}

async function signIn({ product }: World, login: string): Promise<OfficerActor> {
  const { identity } = product.modules;
  const origin = { ip: '127.0.0.1', userAgent: 'bench' };
  const session = await identity.signInOfficer({ login, password }, product.clock(), origin);
  if (!session.ok) throw new Error(`${login}: ${session.refusal.type}`);
  const { token } = session.value;
  await proveByDemoCode(identity, login, { token, now: product.clock(), origin });
  const { actor } = await identity.resolveSession(token, product.clock());
  if (actor.kind !== 'officer') throw new Error(`${login} is no officer`);
  return actor;
}

async function measure(name: string, officer: OfficerActor): Promise<void> {
  const { product } = world;
  const deps = { db: product.db, ...product.modules };
  const origin = { ip: '127.0.0.1', userAgent: 'bench' };
  const ctx: QueryContext = {
    jurisdiction: product.jurisdiction,
    actor: officer,
    now: product.clock(),
    origin,
  };
  const { inbox, queueCounts } = product.modules.dossiers.queries;
  const bounds = queueBounds(deps, ctx, officer);
  const bare = async (queue: Queue, scope: 'group' | 'mine') =>
    queuePage(ctx, queue, await queueReach(deps, ctx, officer, queue, scope), bounds, {}, undefined, 51);
  for (const queue of queues) {
    const page = await inbox(ctx, queue);
    const rows = page.ok ? page.value.items.length : 0;
    if (rows === 0) continue;
    const statement = await bare(queue, 'group');
    await report(
      name,
      queue,
      rows,
      () => inbox(ctx, queue),
      () => many(product.db, statement),
    );
  }
  const mine = { choice: { scope: 'mine' } } as const;
  const page = await inbox(ctx, 'dang-thu-ly', mine);
  if (page.ok && page.value.items.length > 0) {
    const statement = await bare('dang-thu-ly', 'mine');
    const { length } = page.value.items;
    await report(
      name,
      'dang-thu-ly, of theirs',
      length,
      () => inbox(ctx, 'dang-thu-ly', mine),
      () => many(product.db, statement),
    );
  }
  const own = { places: ownPlaces(officer), held: [] };
  const led = { places: placesLed(product.modules.identity.units, ctx, officer), held: [] };
  const counting = countQueues(ctx, own, led, bounds);
  await report(
    name,
    'all counts',
    queues.length,
    () => queueCounts(ctx),
    () => many(product.db, counting),
  );
}

async function report(
  name: string,
  what: string,
  rows: number,
  query: () => Promise<unknown>,
  statement: () => Promise<unknown>,
): Promise<void> {
  const [ours, floor] = [await timesOf(query), await timesOf(statement)];
  console.log(
    `| ${name} | ${what} | ${rows} | ${ours.times} | ${floor.times} | ${ours.used}, ${floor.used} |`,
  );
}

interface Times {
  readonly times: string;
  /** Processor time of this process and of PostgreSQL a round: what a busy machine does not stretch. */
  readonly used: string;
}

async function timesOf(work: () => Promise<unknown>): Promise<Times> {
  for (let warm = 0; warm < 3; warm += 1) await work();
  const before = usedTime();
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  const used = ((usedTime() - before) / rounds).toFixed(1);
  taken.sort((one, other) => one - other);
  const at = (share: number) => (taken[Math.floor(taken.length * share)] ?? Number.NaN).toFixed(1);
  return { times: `${at(0.5)}, ${at(0.95)}`, used };
}

function usedTime(): number {
  return processorTime(process.pid) + processorTimeOfServer(world.server.pid);
}
