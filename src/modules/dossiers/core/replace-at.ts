/**
 * A copy of a JSON value with the texts at these JSON Pointers replaced; pointers that lead nowhere are passed over. What
 * stands there and is no text is left out: a number in another shape must not escape its seal.
 */
export function replaceAt(
  value: Readonly<Record<string, unknown>>,
  pointers: readonly string[],
  replace: (text: string) => string,
): Record<string, unknown> {
  const copy = structuredClone(value) as Record<string, unknown>;
  for (const pointer of pointers) replaceOne(copy, pointer.slice(1).split('/').map(unescapePart), replace);
  return copy;
}

/** A copy of a JSON value without what stands at these JSON Pointers. */
export function leaveOut(
  value: Readonly<Record<string, unknown>>,
  pointers: readonly string[],
): Record<string, unknown> {
  const copy: Record<string, unknown> = structuredClone(value);
  for (const pointer of pointers) {
    const path = pointer.slice(1).split('/').map(unescapePart);
    const last = path.at(-1);
    let holder: unknown = copy;
    for (const part of path.slice(0, -1)) holder = isObject(holder) ? holder[part] : undefined;
    if (last !== undefined && isObject(holder)) delete holder[last];
  }
  return copy;
}

function replaceOne(root: unknown, path: readonly string[], replace: (text: string) => string): void {
  const last = path.at(-1);
  let holder: unknown = root;
  for (const part of path.slice(0, -1)) holder = isObject(holder) ? holder[part] : undefined;
  if (last === undefined || !isObject(holder)) return;
  const text = holder[last];
  if (typeof text !== 'string') delete holder[last];
  else if (text !== '') holder[last] = replace(text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function unescapePart(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
