/** Control characters, bidirectional overrides and invisible joiners: they can make a printed name lie. */
const unprintable = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Text as it may stand on an official letter: NFC, one line, single spaces, nothing invisible. */
export function printable(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').replace(unprintable, '').trim();
}
