import { hasText, translate } from '../../../../texts/translate.ts';

/** The modeler's words in ours: keys of `texts/vi/diagram.json` are its English. A word that is missing stays English. */
export const vietnamese = {
  translate: [
    'value',
    (english: string, values: Readonly<Record<string, string>> = {}) => worded(english, values),
  ],
};

function worded(english: string, values: Readonly<Record<string, string>>): string {
  const key = `diagram.${english}`;
  if (hasText(key)) return translate('vi', key, values);
  return english.replaceAll(/\{([^}]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
