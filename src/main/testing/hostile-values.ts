import { writeCursor } from '../../platform/cursor.ts';

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
const someId = '0197c0de-0000-7000-8000-000000000000';

/** What no screen of ours sends. */
export const hostileValues: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'a\0b',
  '\ud800',
  'Nguye\u0302\u0303n\u200b \u202eLụa',
  '%_\\',
  "'; drop table dossiers.dossier; --",
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  'infinity',
  '__proto__',
  writeCursor(['x', someId]),
  writeCursor(['2026-13-45 99:99:99+07', someId]),
  writeCursor(['infinity', someId]),
  someId,
  someId.toUpperCase(),
  'x'.repeat(100_000),
  0,
  -1,
  1.5,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  1e308,
  true,
  [],
  {},
  nested(40),
  nested(20_000),
  Array.from({ length: 10_000 }, (_, index) => ({ key: `k${index}` })),
  JSON.parse('{"__proto__": {"kind": "officer"}, "constructor": {"prototype": {"ok": true}}}'),
];

/** The sample with each of its parts in turn replaced by each hostile value, and the values alone. */
export function hostileVariants(sample: unknown): readonly unknown[] {
  return [
    ...hostileValues,
    ...partsOf(sample).flatMap((path) => hostileValues.map((value) => put(sample, path, value))),
  ];
}

function partsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [[...path, key], ...partsOf(part, [...path, key])]);
}

function put(sample: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(sample))
    return sample.map((item, at) => (String(at) === key ? put(item, rest, value) : item));
  if (typeof sample !== 'object' || sample === null) return sample;
  return Object.fromEntries(
    Object.entries(sample).map(([name, part]) => [name, name === key ? put(part, rest, value) : part]),
  );
}
