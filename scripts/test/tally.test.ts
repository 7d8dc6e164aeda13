import { describe, expect, it } from 'vitest';
import { refuseEmpty, tallyPlaywright, tallyVitest } from './tally.ts';

describe('the tally of vitest', () => {
  const file = (status: string, assertionResults: object[], message = '') => ({
    testResults: [{ name: '/x/src/a.test.ts', status, message, assertionResults }],
  });

  it('counts passed tests and their time', () => {
    const report = file('passed', [{ fullName: 'a b', status: 'passed', duration: 12 }]);
    expect(tallyVitest(report, '/x')).toEqual({
      passed: 1,
      failed: 0,
      failures: [],
      tests: [{ name: 'src/a.test.ts > a b', ms: 12 }],
    });
  });

  it('counts failed and skipped tests, and files that do not load, as failed', () => {
    const failed = { fullName: 'a b', status: 'failed', failureMessages: ['no'] };
    expect(tallyVitest(file('failed', [failed]), '/x')).toMatchObject({ passed: 0, failed: 1 });
    expect(tallyVitest(file('passed', [{ fullName: 'a', status: 'skipped' }]), '/x')).toMatchObject({
      failed: 1,
    });
    expect(tallyVitest(file('failed', [], 'SyntaxError'), '/x')).toMatchObject({
      failed: 1,
      failures: ['src/a.test.ts\nSyntaxError'],
    });
  });
});

describe('the tally of playwright', () => {
  const report = (status: string) => ({
    suites: [
      {
        title: 'journey.spec.ts',
        suites: [
          {
            title: 'journey',
            specs: [
              {
                title: 'submits',
                file: 'journey.spec.ts',
                tests: [
                  {
                    projectName: 'chromium',
                    status,
                    results: [{ duration: 5, errors: [{ message: 'no' }] }],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  });

  it('finds tests in nested suites', () => {
    expect(tallyPlaywright(report('expected'))).toMatchObject({
      passed: 1,
      failed: 0,
      tests: [{ name: 'journey.spec.ts > submits [chromium]', ms: 5 }],
    });
  });

  it.each(['unexpected', 'flaky', 'skipped'])('counts a test that is %s as failed', (status) => {
    expect(tallyPlaywright(report(status))).toMatchObject({ passed: 0, failed: 1 });
  });

  it('counts an error outside any test, and does not believe an empty run', () => {
    expect(tallyPlaywright({ suites: [], errors: [{ message: 'no server' }] })).toMatchObject({ failed: 1 });
    expect(refuseEmpty('e2e', tallyPlaywright({ suites: [] }))).toMatchObject({ failed: 1 });
  });
});
