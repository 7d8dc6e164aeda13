/** Equal values, whatever the order of their keys: what a database gave back, and what a browser sent. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const theirs = new Map(given(other));
  const mine = given(one);
  return mine.length === theirs.size && mine.every(([key, value]) => isSame(value, theirs.get(key)));
}

/** Absent and undefined are the same. */
function given(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, each]) => each !== undefined);
}
