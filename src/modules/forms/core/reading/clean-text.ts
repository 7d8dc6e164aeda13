/** No text of a form is longer; what exceeds it is cut before anything else looks at it. */
const longest = 20_000;

/**
 * Text as it is stored: well-formed Unicode, NFC, without control characters, trimmed, at most `max` UTF-16 units.
 * Nothing else: a legal name keeps its spelling, case and inner spaces. Cleaning twice changes nothing.
 */
export function cleanText(text: string, max: number = longest): string {
  return clean(text.replace(/[\r\n]/g, ' '), max);
}

/** The same for text of several lines, which keeps its line feeds. */
export function cleanLines(text: string): string {
  return clean(text.replace(/\r\n?/g, '\n'), longest);
}

function clean(text: string, max: number): string {
  const normal = text.slice(0, longest).toWellFormed().replace(controls, '').normalize('NFC');
  return normal.slice(0, max).toWellFormed().trim();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed; jsonb refuses U+0000
const controls = /[\u0000-\u0009\u000b-\u001f\u007f]/g;
