import { execFile } from 'node:child_process';
import { acceptedFindingsFile, readAcceptedFindings } from './accepted-findings.ts';
import { type Finding, judgeAudit } from './judge-audit.ts';

/** What a program that watches packages ends with. */
export const exitCodes = { fine: 0, findings: 1, notAsked: 2 } as const;

/**
 * Has npm ask its registry for known weaknesses of the packages that run in production and tells those that nobody accepted, or
 * no longer. Further arguments go to npm (`--registry=…`).
 */
export async function auditPackages(
  root: string,
  args: readonly string[],
  today: string,
  say: (line: string) => void,
): Promise<number> {
  const register = readAcceptedFindings(root);
  const output = await npmAudit(root, args);
  const verdict = judgeAudit(output, register, today);
  if (!verdict) {
    say('The registry could not be asked, so nothing is known about the packages. What npm said:');
    say(output.trim() || '(nothing)');
    return exitCodes.notAsked;
  }
  const { open, expired, accepted, over } = verdict;
  for (const finding of open) say(`FOUND    ${lineOf(finding)}`);
  for (const finding of expired) say(`EXPIRED  ${lineOf(finding)}: accepted until ${finding.until}`);
  for (const finding of accepted) say(`accepted ${lineOf(finding)}: until ${finding.until}`);
  for (const row of over)
    say(`over     ${row.package} ${row.advisory}: take it out of ${acceptedFindingsFile}`);
  say(`${open.length} found, ${expired.length} expired, ${accepted.length} accepted`);
  return open.length + expired.length === 0 ? exitCodes.fine : exitCodes.findings;
}

function lineOf({ package: name, advisory, severity, title, range }: Finding): string {
  return `${name} ${range} ${severity} ${advisory} ${title}`;
}

/** npm ends with 1 both for findings and for failures: what it wrote is what counts. */
function npmAudit(root: string, args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    execFile(
      'npm',
      ['audit', '--omit=dev', '--json', '--package-lock-only', ...args],
      { cwd: root, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout) => {
        if (error && typeof error.code !== 'number') fail(error);
        else done(stdout);
      },
    );
  });
}
