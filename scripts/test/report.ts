import { stripVTControlCharacters } from 'node:util';
import type { Problem } from '../checks/problem.ts';
import type { Tally, TimedTest } from './tally.ts';

export interface Report {
  say(line: string): void;
  /** One check: one passed or one failed. */
  check(name: string, problems: readonly Problem[], ms: number): void;
  /** One suite: as many as its tests. */
  suite(name: string, run: () => Promise<Tally>): Promise<void>;
  /** Prints the ten slowest tests and, alone in the last line, the count. True when nothing failed and something ran. */
  finish(): boolean;
}

/** Tells the run on the console, a short line per check, and counts. */
export function createReport(print: (line: string) => void = console.log): Report {
  let passed = 0;
  let failed = 0;
  const tests: TimedTest[] = [];
  const tell = (ok: boolean, name: string, ms: number, note = '') =>
    print(
      `${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(20)} ${(ms / 1000).toFixed(1).padStart(6)} s  ${note}`.trimEnd(),
    );
  return {
    say: (line) => print(`      ${line}`),
    check(name, problems, ms) {
      if (problems.length === 0) passed++;
      else failed++;
      tell(problems.length === 0, name, ms);
      for (const problem of problems) print(indented(problem));
    },
    async suite(name, run) {
      const started = Date.now();
      const tally = await run();
      passed += tally.passed;
      failed += tally.failed;
      tests.push(...tally.tests);
      tell(tally.failed === 0, name, Date.now() - started, `${tally.passed} passed, ${tally.failed} failed`);
      for (const failure of tally.failures) print(indented(failure));
    },
    finish() {
      const slowest = tests.toSorted((one, other) => other.ms - one.ms).slice(0, 10);
      if (slowest.length > 0) print('\nTen slowest tests:');
      for (const { name, ms } of slowest) print(`  ${(ms / 1000).toFixed(1).padStart(6)} s  ${name}`);
      print(`\n${passed} passed, ${failed} failed`);
      return failed === 0 && passed > 0;
    },
  };
}

function indented(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/^/gm, '      ');
}
