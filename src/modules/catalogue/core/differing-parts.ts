import type { ProcedureRecord } from './procedure-record.ts';
import type { ProcedureVersion } from './procedure-version.ts';

const header = ['name', 'sector', 'ministry', 'levels', 'serviceLevel', 'routing'] as const;

/** Names of the parts in which a version and a record differ: `name`, `levels`, `content.components`… */
export function differingParts(ours: ProcedureVersion, theirs: ProcedureRecord): readonly string[] {
  const parts: string[] = header.filter((part) => !same(ours[part], theirs[part]));
  for (const part of contentParts(theirs))
    if (!same(ours.content[part], theirs.content[part])) parts.push(`content.${part}`);
  return parts;
}

function contentParts(record: ProcedureRecord): (keyof ProcedureRecord['content'])[] {
  return Object.keys(record.content) as (keyof ProcedureRecord['content'])[];
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
