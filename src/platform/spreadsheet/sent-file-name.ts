/** The name a sender gave a file, fit to be shown: no control characters, no folders, not endless. */
export function sentFileName(name: string): string {
  return (
    name
      .replaceAll(/[\p{C}/\\]/gu, ' ')
      .trim()
      .slice(0, 200) || 'tệp'
  );
}
