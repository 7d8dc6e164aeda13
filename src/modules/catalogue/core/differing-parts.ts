import type { ProcedureContent } from './content.ts';
import type { ProcedureRecord } from './procedure-record.ts';
import type { ProcedureVersion, VersionOrigin } from './procedure-version.ts';

const header = ['name', 'sector', 'ministry', 'levels', 'serviceLevel', 'routing'] as const;

/** What the national database's public pages do not say: no difference can lie there. */
const neverImported: ReadonlySet<string> = new Set<(typeof header)[number] | keyof ProcedureContent>([
  'serviceLevel',
  'routing',
  'summary',
  'summaryEn',
  'questions',
  'dossierSets',
  'settledAtCounter',
  'supplementRequests',
  'supplementEffect',
  'onlinePayment',
  'publicPost',
  'interconnection',
  'requirements',
  'steps',
  'keywords',
  'sources',
]);

/** Names of the parts in which a version and a record of that origin differ: `name`, `content.components`… */
export function differingParts(
  ours: ProcedureVersion,
  theirs: ProcedureRecord,
  origin: VersionOrigin,
): readonly string[] {
  const isSaid = (part: string) => origin !== 'imported' || !neverImported.has(part);
  const inHeader = header.filter((part) => isSaid(part) && !same(ours[part], theirs[part]));
  const inContent = contentParts(ours, theirs).filter(
    (part) => isSaid(part) && !same(ours.content[part], theirs.content[part]),
  );
  return [...inHeader, ...inContent.map((part) => `content.${part}`)];
}

function contentParts(ours: ProcedureVersion, theirs: ProcedureRecord): readonly (keyof ProcedureContent)[] {
  const parts = [...Object.keys(ours.content), ...Object.keys(theirs.content)];
  return [...new Set(parts)] as (keyof ProcedureContent)[];
}

function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** JSON with the keys of every object sorted: equal for equal values whatever the order they were written in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
