/** NFC with single spaces and none around; the words themselves are never rewritten. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** The same, undefined when nothing is left. */
export function someText(text: string): string | undefined {
  return cleanText(text) || undefined;
}
