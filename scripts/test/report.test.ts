import { describe, expect, it } from 'vitest';
import { createReport } from './report.ts';

function recorded() {
  const lines: string[] = [];
  return { lines, report: createReport((line) => lines.push(line)) };
}

describe('the report of a test run', () => {
  it('counts a check as one and a suite as its tests, and ends with the count alone', async () => {
    const { lines, report } = recorded();
    report.check('format', [], 100);
    await report.suite('unit tests', async () => ({
      passed: 20,
      failed: 0,
      failures: [],
      tests: Array.from({ length: 20 }, (_, index) => ({ name: `test ${index}`, ms: index })),
    }));
    expect(report.finish()).toBe(true);
    expect(lines.at(-1)).toBe('\n21 passed, 0 failed');
    expect(lines.filter((line) => line.includes('  test '))).toHaveLength(10);
  });

  it('shows what failed and fails the run; an empty run fails too', async () => {
    const { lines, report } = recorded();
    report.check('lint', ['src/a.ts: \u001b[31mwrong\u001b[39m'], 100);
    expect(report.finish()).toBe(false);
    expect(lines.join('\n')).toContain('src/a.ts: wrong');
    expect(recorded().report.finish()).toBe(false);
  });
});
