import { hasText, type Translate } from '../../../texts/translate.ts';

/** Name of a letter by the code of its form. */
export function letterText(form: string, t: Translate): string {
  const key = `dossiers.letter.${form}`;
  return hasText(key) ? t(key) : form;
}
