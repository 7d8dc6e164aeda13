/**
 * The form in which names are compared when searching: NFC, no marks, đ as d, lower case, single spaces.
 * `platform.search_text()` in SQL is its twin; both run the cases of `search-text.cases.json`.
 */
export function searchText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
