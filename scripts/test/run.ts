import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb } from '../../src/main/launcher/web-build.ts';
import { checkout } from '../../src/platform/embedded/data-home.ts';
import type { Problem } from '../checks/problem.ts';
import { checks } from './checks.ts';
import { findChromium } from './find-chromium.ts';
import { createReport } from './report.ts';
import { runPlaywright, runVitest } from './suites.ts';

const report = createReport();

/** Statements where they are written, and the whole product where it asks most of the database: seals, copies, erasing, units that move. */
const whereServersDiffer = [
  'src/modules/',
  'src/platform/',
  'src/main/audit.db',
  'src/main/tampered-journal',
  'src/main/copy-of-my-data',
  'src/main/erased',
  'src/main/reorganised',
  'src/main/who-saw-me',
];

/** What `npm test -- db e2e` may name; without a name all but `sql` and `journeys`, which `db` and `e2e` hold. */
const parts: Readonly<Record<string, () => Promise<void>>> = {
  checks: runChecks,
  unit: () => report.suite('unit tests', () => runVitest(checkout, ['unit'])),
  /** With the matrix and the crawl: every command and query, and everything that answers over HTTP, asked by everybody. */
  db: () => report.suite('database tests', () => runVitest(checkout, ['db', 'matrix', 'crawl'])),
  sql: () => report.suite('database tests', () => runVitest(checkout, ['db'], whereServersDiffer)),
  e2e: () => runBrowserTests([]),
  /** The ways of one dossier only: what differs between database servers shows there first. */
  journeys: () => runBrowserTests(['citizen-submits', 'counter-accepts', 'walk-in', 'supplement']),
};

const [command, ...asked] = process.argv.slice(2);
try {
  if (command === 'test:shared') await runSharedTests();
  else for (const part of partsOf(asked)) await part();
} catch (error) {
  report.check('test run', [error instanceof Error ? error.message : String(error)], 0);
}
process.exitCode = report.finish() ? 0 : 1;

function partsOf(names: readonly string[]): (() => Promise<void>)[] {
  const wanted = names.length > 0 ? names : ['checks', 'unit', 'db', 'e2e'];
  return wanted.map((name) => {
    const part = parts[name];
    if (!part) throw new Error(`there is no part "${name}"; there are ${Object.keys(parts).join(', ')}`);
    return part;
  });
}

async function runChecks(): Promise<void> {
  for (const { name, run } of checks) await timed(name, () => run(checkout));
}

async function runBrowserTests(specs: readonly string[]): Promise<void> {
  await timed('web build', async () => {
    await buildWeb();
    return [];
  });
  const chromium = findChromium(report.say);
  await report.suite('browser tests', () => runPlaywright(checkout, chromium, specs));
}

/** What needs the folder beside the checkout: without it the tests could prove nothing. */
async function runSharedTests(): Promise<void> {
  const folder = join(checkout, '../shared');
  if (!existsSync(folder))
    throw new Error(`${folder} is missing; test:shared reads the national catalogue from it`);
  await report.suite('tests on ../shared', () => runVitest(checkout, ['shared']));
}

async function timed(
  name: string,
  run: () => Promise<readonly Problem[]> | readonly Problem[],
): Promise<void> {
  const started = Date.now();
  try {
    report.check(name, await run(), Date.now() - started);
  } catch (error) {
    report.check(
      name,
      [error instanceof Error ? (error.stack ?? error.message) : String(error)],
      Date.now() - started,
    );
  }
}
