/**
 * A procedure's code as a cell may hold it: as text, as the number 1.001193 that Excel made of it (a last zero lost),
 * or as 1001193, its dot taken for one between thousands.
 */
export function codeIn(text: string, kind: string): string | undefined {
  if (/^\d\.\d{6}$/.test(text)) return text;
  if (kind !== 'number') return undefined;
  if (/^\d\.\d{1,5}$/.test(text)) return Number(text).toFixed(6);
  return /^\d{7}$/.test(text) ? `${text.slice(0, 1)}.${text.slice(1)}` : undefined;
}

/** A number as people type it: `1.500.000`, `1 500 000 đ`, `2,5`; cells that are numbers say it plainly. */
export function numberIn(text: string, kind: string): number | undefined {
  if (kind === 'number') return Number(text);
  const bare = text.replace(/\s*(?:đ|đồng|vnd)$/iu, '').trim();
  if (/^\d{1,3}(?:[. ]\d{3})+$/.test(bare)) return Number(bare.replaceAll(/[. ]/g, ''));
  return /^\d+(?:,\d+)?$/.test(bare) ? Number(bare.replace(',', '.')) : undefined;
}
