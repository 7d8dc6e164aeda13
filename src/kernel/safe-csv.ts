/**
 * Rows as CSV for a spreadsheet: UTF-8 with its mark, every field quoted, and a text that a spreadsheet would take
 * for a formula (`=`, `+`, `-`, `@`, tab) led by an apostrophe.
 */
export function safeCsv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

function field(value: string | number | undefined): string {
  if (value === undefined) return '""';
  const text = String(value);
  const led = typeof value === 'string' && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${led.replaceAll('"', '""')}"`;
}
