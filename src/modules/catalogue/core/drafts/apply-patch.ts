import { z } from 'zod';

const pointer = z
  .string()
  .max(400)
  .regex(/^(\/([^~/]|~0|~1)*)+$/);

/** The four operations of JSON Patch (RFC 6902) that editing needs. */
export const patchOperation = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('add'), path: pointer, value: z.json() }),
  z.strictObject({ op: z.literal('replace'), path: pointer, value: z.json() }),
  z.strictObject({ op: z.literal('remove'), path: pointer }),
  z.strictObject({ op: z.literal('move'), from: pointer, path: pointer }),
]);
export type PatchOperation = z.infer<typeof patchOperation>;

/** One changed place: what stood there and what stands there now; absent where nothing did or does. */
export interface DraftChange {
  readonly op: PatchOperation['op'];
  readonly pointer: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export type Patched =
  | { readonly document: unknown; readonly changes: readonly DraftChange[] }
  | { readonly noPlaceAt: string };

/** Names that are no fields: through them a patch would reach the object's prototype. */
const noFields = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Applies the operations in order to a copy, or says which place does not exist; then nothing is changed.
 * Replacing a value by an equal one is no change.
 */
export function applyPatch(document: unknown, operations: readonly PatchOperation[]): Patched {
  let current: unknown = structuredClone(document);
  const changes: DraftChange[] = [];
  for (const operation of operations) {
    if (operation.op === 'move') {
      const taken = take(current, partsOf(operation.from));
      const put = taken && add(taken.document, partsOf(operation.path), taken.value);
      if (!put) return { noPlaceAt: operation.from };
      current = put.document;
      changes.push({ op: 'move', pointer: operation.path, before: operation.from, after: taken.value });
      continue;
    }
    const parts = partsOf(operation.path);
    if (operation.op === 'remove') {
      const taken = take(current, parts);
      if (!taken) return { noPlaceAt: operation.path };
      current = taken.document;
      changes.push({ op: 'remove', pointer: operation.path, before: taken.value });
      continue;
    }
    const put =
      operation.op === 'add'
        ? add(current, parts, operation.value)
        : replace(current, parts, operation.value);
    if (!put) return { noPlaceAt: operation.path };
    current = put.document;
    if (put.before !== undefined && JSON.stringify(put.before) === JSON.stringify(operation.value)) continue;
    changes.push({
      op: operation.op,
      pointer: operation.path,
      ...(put.before === undefined ? {} : { before: put.before }),
      after: operation.value,
    });
  }
  return { document: current, changes };
}

function partsOf(path: string): readonly string[] {
  return path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

interface Put {
  readonly document: unknown;
  readonly before?: unknown;
}

function add(document: unknown, parts: readonly string[], value: unknown): Put | undefined {
  return at(document, parts, (holder, part) => {
    if (Array.isArray(holder)) {
      const index = part === '-' ? holder.length : indexOf(part, holder.length);
      return index === undefined ? undefined : { document: holder.toSpliced(index, 0, value) };
    }
    const before = ownField(holder, part);
    return { document: { ...holder, [part]: value }, ...(before === undefined ? {} : { before }) };
  });
}

function replace(document: unknown, parts: readonly string[], value: unknown): Put | undefined {
  return at(document, parts, (holder, part) => {
    if (Array.isArray(holder)) {
      const index = indexOf(part, holder.length - 1);
      return index === undefined ? undefined : { document: holder.with(index, value), before: holder[index] };
    }
    const before = ownField(holder, part);
    return before === undefined ? undefined : { document: { ...holder, [part]: value }, before };
  });
}

function take(
  document: unknown,
  parts: readonly string[],
): { readonly document: unknown; readonly value: unknown } | undefined {
  const taken = at(document, parts, (holder, part) => {
    if (Array.isArray(holder)) {
      const index = indexOf(part, holder.length - 1);
      return index === undefined
        ? undefined
        : { document: holder.toSpliced(index, 1), before: holder[index] };
    }
    const before = ownField(holder, part);
    if (before === undefined) return undefined;
    const { [part]: _gone, ...rest } = holder;
    return { document: rest, before };
  });
  return taken && { document: taken.document, value: taken.before };
}

type Holder = unknown[] | Record<string, unknown>;

/** Walks to the holder of the last part, lets it be changed, and builds the way back up. */
function at(
  document: unknown,
  [part, ...rest]: readonly string[],
  change: (holder: Holder, part: string) => Put | undefined,
): Put | undefined {
  if (part === undefined || !isHolder(document) || noFields.has(part)) return undefined;
  if (rest.length === 0) return change(document, part);
  if (Array.isArray(document)) {
    const index = indexOf(part, document.length - 1);
    if (index === undefined) return undefined;
    const below = at(document[index], rest, change);
    return below && { ...below, document: document.with(index, below.document) };
  }
  const below = at(ownField(document, part), rest, change);
  return below && { ...below, document: { ...document, [part]: below.document } };
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

function ownField(holder: Readonly<Record<string, unknown>>, part: string): unknown {
  return Object.hasOwn(holder, part) ? holder[part] : undefined;
}

function indexOf(part: string, last: number): number | undefined {
  if (!/^(0|[1-9]\d{0,5})$/.test(part)) return undefined;
  const index = Number(part);
  return index <= last ? index : undefined;
}
