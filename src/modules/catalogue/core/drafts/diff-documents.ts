import type { PatchOperation } from './apply-patch.ts';

type Json = Extract<PatchOperation, { op: 'add' }>['value'];

/**
 * The operations that make `after` of `before`, place by place, so that the history names cells and rows, not whole
 * lists. Rows are told apart where they begin and end alike; what lies between is changed row by row.
 */
export function diffDocuments(before: unknown, after: unknown, path = ''): readonly PatchOperation[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after, path);
  if (isObject(before) && isObject(after)) return diffObjects(before, after, path);
  return [{ op: 'replace', path, value: after as Json }];
}

function diffObjects(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  path: string,
): readonly PatchOperation[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key): readonly PatchOperation[] => {
    const at = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const [old, now] = [before[key], after[key]];
    if (now === undefined) return old === undefined ? [] : [{ op: 'remove', path: at }];
    if (old === undefined) return [{ op: 'add', path: at, value: now as Json }];
    return diffDocuments(old, now, at);
  });
}

function diffLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: string,
): readonly PatchOperation[] {
  const [old, now] = [before, after].map((list) => list.map((item) => JSON.stringify(item)));
  if (old === undefined || now === undefined) return [];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  const shorter = Math.min(old.length, now.length);
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const changed = shorter - head - tail;
  const rows = Array.from({ length: changed }, (_, index) => head + index);
  const from = head + changed;
  return [
    ...rows.flatMap((row) => diffDocuments(before[row], after[row], `${path}/${row}`)),
    ...after.slice(from, after.length - tail).map(
      (value, index): PatchOperation => ({
        op: 'add',
        path: `${path}/${from + index}`,
        value: value as Json,
      }),
    ),
    ...before
      .slice(from, before.length - tail)
      .map((): PatchOperation => ({ op: 'remove', path: `${path}/${from}` })),
  ];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
