/**
 * The form in which names are compared when searching: no marks, đ as d, lower case, single spaces.
 * `platform.search_text()` is its twin in SQL; a database test runs both over the same cases.
 */
export function searchText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
