import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../checks/tool.ts';
import { refuseEmpty, type Tally, tallyPlaywright, tallyVitest } from './tally.ts';

/** Runs projects of vitest.config.ts; of their files only those whose path holds one of these, where any are named. */
export async function runVitest(
  root: string,
  projects: readonly string[],
  paths: readonly string[] = [],
): Promise<Tally> {
  return withReport(async (report) => {
    const args = ['run', ...projects.map((project) => `--project=${project}`), ...paths, '--reporter=json'];
    const { output } = await runTool(root, 'vitest/vitest.mjs', [...args, `--outputFile=${report}`]);
    return read(report, output, (json) => refuseEmpty(projects.join(' + '), tallyVitest(json, root)));
  });
}

/** Runs the browser tests, all or those of the named files, with the Chromium at this path. */
export async function runPlaywright(
  root: string,
  chromium: string,
  specs: readonly string[],
): Promise<Tally> {
  return withReport(async (report) => {
    const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const { output } = await runTool(
      root,
      '@playwright/test/cli.js',
      ['test', ...specs, '--reporter=json'],
      env,
    );
    return read(report, output, (json) => refuseEmpty('e2e', tallyPlaywright(json)));
  });
}

async function withReport(work: (report: string) => Promise<Tally>): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-report-'));
  try {
    return await work(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A runner that died leaves no report: what it said last is the failure. */
function read(report: string, output: string, tally: (json: unknown) => Tally): Tally {
  let text: string;
  try {
    text = readFileSync(report, 'utf8');
  } catch {
    return { passed: 0, failed: 1, failures: [output.split('\n').slice(-40).join('\n')], tests: [] };
  }
  return tally(JSON.parse(text));
}
