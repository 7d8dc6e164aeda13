import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseCsv } from '../../src/main/reference-data/read-csv.ts';
import type { Problem } from '../checks/problem.ts';

export const acceptedFindingsFile = 'data/packages/accepted-findings.csv';

/** Days a known weakness may stay, by who can use it; SECURITY.md promises them. */
export const daysAccepted = { anybody: 7, 'signed-in': 30, 'not-reached': 90 } as const;

const acceptedFinding = z.strictObject({
  advisory: z.string().regex(/^GHSA(-[0-9a-z]{4}){3}$/, 'no id of the GitHub Advisory Database (GHSA-…)'),
  package: z.string(),
  reach: z.enum(['anybody', 'signed-in', 'not-reached']),
  acceptedOn: z.iso.date(),
  until: z.iso.date(),
  /** Why the product may be run with it meanwhile. */
  reason: z.string().min(20),
});

/** A known weakness of a package that somebody has looked at and lets stand until a day, that day not included. */
export type AcceptedFinding = z.infer<typeof acceptedFinding>;

/** The register of accepted findings; throws with file and line when a row is faulty. */
export function readAcceptedFindings(root: string): readonly AcceptedFinding[] {
  const text = readFileSync(join(root, acceptedFindingsFile), 'utf8');
  return parseCsv({ path: acceptedFindingsFile, text }, acceptedFinding).map(({ row }) => row);
}

/** Holds the register to what SECURITY.md promises, and to packages that are still there. Asks nobody, knows no today. */
export function checkAcceptedFindings(root: string): Problem[] {
  const lock = z
    .object({ packages: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const installed = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)));
  let rows: readonly AcceptedFinding[];
  try {
    rows = readAcceptedFindings(root);
  } catch (error) {
    return [`accepted findings: ${error instanceof Error ? error.message : error}`];
  }
  return rows.flatMap((row, at) => [
    ...(installed.has(row.package) ? [] : [problem(row, 'is about a package that is gone: remove the row')]),
    ...(days(row.acceptedOn, row.until) > 0 ? [] : [problem(row, 'ends before it begins')]),
    ...(days(row.acceptedOn, row.until) > daysAccepted[row.reach]
      ? [problem(row, `may stand ${daysAccepted[row.reach]} days at most`)]
      : []),
    ...(rows.findIndex((other) => sameFinding(other, row)) === at ? [] : [problem(row, 'stands twice')]),
  ]);
}

/** Whether both speak of the same weakness of the same package. */
export function sameFinding(
  one: Pick<AcceptedFinding, 'advisory' | 'package'>,
  other: Pick<AcceptedFinding, 'advisory' | 'package'>,
): boolean {
  return one.advisory === other.advisory && one.package === other.package;
}

function problem({ advisory, package: name }: AcceptedFinding, what: string): Problem {
  return `accepted findings: ${advisory} (${name}) ${what}`;
}

function days(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
