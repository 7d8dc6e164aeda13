import { z } from 'zod';
import { type AcceptedFinding, sameFinding } from './accepted-findings.ts';

const advisory = z.object({
  name: z.string(),
  title: z.string(),
  url: z.string(),
  severity: z.string(),
  range: z.string(),
});
const report = z.object({
  auditReportVersion: z.literal(2),
  /** Under `via`, a text names another entry of this list, through which the package is concerned. */
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisory])) })),
});

/** One known weakness of one package, as the registry tells it. */
export interface Finding {
  readonly advisory: string;
  readonly package: string;
  readonly severity: string;
  readonly title: string;
  readonly range: string;
}

export interface AuditVerdict {
  readonly open: readonly Finding[];
  /** Accepted once, and the day has come. */
  readonly expired: readonly (Finding & { readonly until: string })[];
  readonly accepted: readonly (Finding & { readonly until: string })[];
  /** Rows of the register that no finding answers to any more. */
  readonly over: readonly AcceptedFinding[];
}

/**
 * Reads what `npm audit --json` wrote and holds it against the register on a day (`2026-11-26`). Undefined when it is no report: a
 * registry that was not reached has said nothing, which is not the same as nothing found.
 */
export function judgeAudit(
  output: string,
  register: readonly AcceptedFinding[],
  today: string,
): AuditVerdict | undefined {
  const findings = findingsOf(output);
  if (!findings) return undefined;
  const known = findings.map((finding) => ({
    finding,
    row: register.find((row) => sameFinding(row, finding)),
  }));
  return {
    open: known.flatMap(({ finding, row }) => (row ? [] : [finding])),
    expired: known.flatMap(({ finding, row }) =>
      row && row.until <= today ? [{ ...finding, until: row.until }] : [],
    ),
    accepted: known.flatMap(({ finding, row }) =>
      row && row.until > today ? [{ ...finding, until: row.until }] : [],
    ),
    over: register.filter((row) => !findings.some((finding) => sameFinding(row, finding))),
  };
}

function findingsOf(output: string): readonly Finding[] | undefined {
  const parsed = report.safeParse(parseJson(output));
  if (!parsed.success) return undefined;
  const found = Object.values(parsed.data.vulnerabilities).flatMap(({ via }) =>
    via.flatMap((cause) => (typeof cause === 'string' ? [] : [cause])),
  );
  const all = found.map(({ name, url, ...rest }) => ({
    ...rest,
    package: name,
    advisory: url.split('/').at(-1) ?? url,
  }));
  return all.filter((one, at) => all.findIndex((other) => sameFinding(one, other)) === at);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
