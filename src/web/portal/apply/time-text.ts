import type { TimeLimit } from '../../../modules/catalogue/contract.ts';
import type { Translate } from '../../../texts/translate.ts';

/** A published time limit in words; unknown when nothing was published. */
export function timeText(limit: TimeLimit | undefined, t: Translate): string {
  if (limit?.rule === undefined) return limit?.asPublished ?? t('apply.time.unknown');
  const { unit, amount, cutOff } = limit.rule;
  if (unit === 'same-day') {
    return cutOff === null ? t('apply.time.same-day') : t('apply.time.same-day-until', { cutOff });
  }
  return t(`apply.time.${unit}`, { amount });
}
