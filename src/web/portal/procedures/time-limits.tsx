import type { TimeRule } from '../../../modules/catalogue/contract.ts';
import type { GuideTime } from '../../../modules/catalogue/public.ts';
import type { Translate } from '../../../texts/translate.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { DoubtMark } from './doubt-mark.tsx';
import { ScopeLine } from './scope-line.tsx';

/** How long it takes, one entry for each case and way that differ. */
export function TimeLimits({ times }: { readonly times: readonly GuideTime[] }) {
  const { t } = useTexts();
  if (times.length === 0) return <p>{t('procedure.time.unknown')}</p>;
  return (
    <ul className="mc-entries">
      {times.map(({ limit, cases, channels }) => (
        <li key={JSON.stringify([limit.rule, cases?.map((one) => one.key), channels])}>
          <ScopeLine cases={cases} channels={channels} />
          <p className="mc-entries__main">{timeText(t, limit.rule)}</p>
          {limit.rule?.cutOff ? (
            <p>{t('procedure.time.same-day.cut-off', { time: limit.rule.cutOff })}</p>
          ) : null}
          {limit.rule || !limit.asPublished ? null : (
            <p>{t('procedure.as-published', { text: limit.asPublished })}</p>
          )}
          {limit.note === undefined ? null : <p className="mc-subtle">{limit.note}</p>}
          <DoubtMark fact={limit} />
        </li>
      ))}
    </ul>
  );
}

/** A time limit in words: `8 ngày làm việc`. */
export function timeText(t: Translate, rule: TimeRule | undefined): string {
  if (!rule) return t('procedure.time.unknown');
  return t(`procedure.time.${rule.unit}`, { count: rule.amount });
}
