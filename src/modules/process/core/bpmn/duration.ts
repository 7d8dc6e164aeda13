const written = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** Working hours of an ISO 8601 duration, a day being eight of them; undefined for anything else. */
export function workingHours(duration: string): number | undefined {
  const match = written.exec(duration);
  if (!match) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const sum = weeks * 40 + days * 8 + hours + minutes / 60;
  return sum > 0 ? sum : undefined;
}

/** Working hours as a duration, e.g. `PT4H30M`. */
export function durationOf(hours: number): string {
  const minutes = Math.round(hours * 60);
  const rest = minutes % 60;
  return `PT${Math.floor(minutes / 60)}H${rest === 0 ? '' : `${rest}M`}`;
}
