import { z } from 'zod';

export interface TimedTest {
  readonly name: string;
  readonly ms: number;
}

/** What one suite came to. `failures` are ready to print. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly string[];
  readonly tests: readonly TimedTest[];
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          duration: z.number().nullish(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** Reads Vitest's JSON report. A skipped test and a file that could not be loaded count as failed: both hide something. */
export function tallyVitest(report: unknown, root: string): Tally {
  const files = vitestReport.parse(report).testResults;
  const tests = files.flatMap((file) =>
    file.assertionResults.map((test) => ({ ...test, file: file.name.replace(`${root}/`, '') })),
  );
  const bad = tests.filter(({ status }) => status !== 'passed');
  const broken = files.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailed));
  return {
    passed: tests.length - bad.length,
    failed: bad.length + broken.length,
    failures: [
      ...bad.map(
        (test) =>
          `${test.file} > ${test.fullName} (${test.status})\n${(test.failureMessages ?? []).join('\n')}`,
      ),
      ...broken.map((file) => `${file.name.replace(`${root}/`, '')}\n${file.message}`),
    ],
    tests: tests.map((test) => ({ name: `${test.file} > ${test.fullName}`, ms: test.duration ?? 0 })),
  };
}

function isFailed({ status }: { status: string }): boolean {
  return status === 'failed';
}

const playwrightTest = z.object({
  projectName: z.string(),
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  results: z.array(
    z.object({
      duration: z.number(),
      errors: z.array(z.object({ message: z.string().optional() })).default([]),
    }),
  ),
});

const playwrightSuite = z.object({
  title: z.string(),
  specs: z
    .array(z.object({ title: z.string(), file: z.string(), tests: z.array(playwrightTest) }))
    .default([]),
  get suites() {
    return z.array(playwrightSuite).default([]);
  },
});

const playwrightReport = z.object({
  suites: z.array(playwrightSuite),
  errors: z.array(z.object({ message: z.string().optional() })).default([]),
});

type PlaywrightSuite = z.infer<typeof playwrightSuite>;

/** Reads Playwright's JSON report. A skipped or flaky test counts as failed, and so does an error outside any test. */
export function tallyPlaywright(report: unknown): Tally {
  const { suites, errors } = playwrightReport.parse(report);
  const tests = suites.flatMap(testsOf);
  const bad = tests.filter(({ status }) => status !== 'expected');
  return {
    passed: tests.length - bad.length,
    failed: bad.length + errors.length,
    failures: [
      ...bad.map(({ name, status, message }) => `${name} (${status})\n${message}`),
      ...errors.map(({ message }) => message ?? 'unknown error'),
    ],
    tests,
  };
}

function testsOf(suite: PlaywrightSuite): (TimedTest & { status: string; message: string })[] {
  const own = suite.specs.flatMap((spec) =>
    spec.tests.map((test) => ({
      name: `${spec.file} > ${spec.title} [${test.projectName}]`,
      status: test.status,
      ms: test.results.reduce((sum, { duration }) => sum + duration, 0),
      message: test.results.flatMap(({ errors }) => errors.map(({ message }) => message ?? '')).join('\n'),
    })),
  );
  return [...own, ...suite.suites.flatMap(testsOf)];
}

/** A suite in which nothing ran proves nothing. */
export function refuseEmpty(name: string, tally: Tally): Tally {
  if (tally.passed + tally.failed > 0) return tally;
  return { ...tally, failed: 1, failures: [`${name}: no test ran`] };
}
