/**
 * The product's clock: the machine's, or outside production one that starts at the given instant and goes on at
 * the usual pace (`MOTCUA_CLOCK`).
 */
export function clockFrom(start: Date | undefined, machine: () => number = Date.now): () => Date {
  if (start === undefined) return () => new Date(machine());
  const ahead = start.getTime() - machine();
  return () => new Date(machine() + ahead);
}
