/** A day in Vietnam, as a date field takes it; 0 is today. In UTC it would be yesterday's until seven in the morning. */
export function dayFromNow(days: number): string {
  const inVietnam = Date.now() + 7 * 3_600_000 + days * 86_400_000;
  return new Date(inVietnam).toISOString().slice(0, 10);
}
