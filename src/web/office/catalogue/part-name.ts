import { hasText, type Translate } from '../../../texts/translate.ts';

/** A part of a procedure as people call it: `content.components` → "Thành phần hồ sơ". */
export function partName(part: string, t: Translate): string {
  const key = `catalogue.part.${part.replace(/^content\./, '')}`;
  return hasText(key) ? t(key) : part;
}
