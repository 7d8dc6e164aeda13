import { searchText } from '../../../../kernel/search-text.ts';

/** A key for a new row: the first words of its text, numbered when taken; `buoc` for a row without text. */
export function rowKey(name: string, taken: ReadonlySet<string>): string {
  const words = searchText(name)
    .replaceAll(/[^a-z0-9 ]/g, '')
    .split(' ')
    .filter((word) => word !== '');
  const stem = words.slice(0, 4).join('-').slice(0, 40).replace(/-+$/, '') || 'buoc';
  const plain = stem === 'end' ? 'buoc-end' : stem;
  if (!taken.has(plain)) return plain;
  let number = 2;
  while (taken.has(`${plain}-${number}`)) number++;
  return `${plain}-${number}`;
}
