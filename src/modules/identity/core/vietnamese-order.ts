const letters = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';

/** Tone marks in the order of Vietnamese dictionaries: none, huyền, hỏi, ngã, sắc, nặng. */
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/u;

/**
 * A text that sorts bytewise as Vietnamese sorts: letters first (a ă â … đ e ê …), tones only to break ties.
 * Stored beside names, because the ICU library differs between servers.
 */
export function vietnameseOrder(text: string): string {
  const syllables = text.normalize('NFC').toLowerCase().trim().split(/\s+/);
  const primary = syllables.map((syllable) => [...syllable].map(letterKey).join('')).join('-');
  const secondary = syllables.map((syllable) => [...syllable].map(toneKey).join('')).join('-');
  return `${primary} ${secondary}`;
}

/** Order of people's names: given name, then family name, then the middle ones. */
export function personNameOrder(name: string): string {
  const words = name.normalize('NFC').trim().split(/\s+/);
  const [given, ...middle] = words.toReversed();
  const family = middle.pop();
  return vietnameseOrder([given, family, ...middle.toReversed()].filter(Boolean).join(' '));
}

function letterKey(character: string): string {
  const bare = character.normalize('NFD').replace(toneMark, '').normalize('NFC');
  const position = letters.indexOf(bare);
  if (position >= 0) return String.fromCharCode(0x61 + Math.floor(position / 4), 0x61 + (position % 4));
  return bare.padStart(2, '0');
}

function toneKey(character: string): string {
  const mark = character.normalize('NFD').match(toneMark)?.[0] ?? '';
  return String(tones.indexOf(mark));
}
