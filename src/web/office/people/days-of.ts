import type { PostView } from '../../../modules/identity/contract.ts';
import { formatDate } from '../../../texts/format.ts';
import type { Translate } from '../../../texts/translate.ts';

/** `từ 01/07/2025`, `từ 01/07/2025 đến hết 31/12/2026`. */
export function daysOf({ from, lastOn }: Pick<PostView, 'from' | 'lastOn'>, t: Translate): string {
  return lastOn === undefined
    ? t('people.post.since', { from: formatDate(from) })
    : t('people.post.between', { from: formatDate(from), last: formatDate(lastOn) });
}
