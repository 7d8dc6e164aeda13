import type { StepsTold, ToldStep } from '../../../modules/catalogue/public.ts';
import { formatDate, formatNumber } from '../../../texts/format.ts';
import type { Locale } from '../../../texts/locale.ts';
import type { Translate } from '../../../texts/translate.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { nameIn } from './names.ts';

const hoursOfDay = 8;

/** The way of a dossier: each step with who performs it and in how many working hours (practice 24), and their sum. */
export function StepList({ told }: { readonly told: StepsTold }) {
  const { t, locale } = useTexts();
  const { steps, running } = told;
  if (steps.length === 0) return <p>{t('procedure.steps.none')}</p>;
  const sum = steps.reduce((hours, step) => hours + (step.hours ?? 0), 0);
  return (
    <>
      <ol className="mc-timeline">
        {steps.map((step) => (
          <li key={`${step.name} ${step.performer}`}>
            <div className="mc-timeline__title">{nameIn(locale, step)}</div>
            <div className="mc-timeline__facts">
              <span>{performerOf(t, locale, step)}</span>
              <span>{hoursText(t, locale, step)}</span>
            </div>
          </li>
        ))}
      </ol>
      {sum === 0 ? null : (
        <p className="mc-strong">
          {t('procedure.steps.sum', {
            hours: formatNumber(sum, locale),
            days: formatNumber(Math.round((sum / hoursOfDay) * 100) / 100, locale),
          })}
        </p>
      )}
      {running === undefined ? null : (
        <p className="mc-subtle mc-small">
          {t('procedure.steps.running', {
            from: formatDate(running.validFrom),
            name: nameIn(locale, running),
          })}{' '}
          {running.certainty === 'certain' ? null : t('procedure.steps.practice')}
        </p>
      )}
    </>
  );
}

/** In the decision's words, else by the office that performs the step. */
function performerOf(
  t: Translate,
  locale: Locale,
  { performer, performerEn, performedBy }: ToldStep,
): string {
  const words = locale === 'en' ? (performerEn ?? performer) : performer;
  if (words !== undefined || performedBy === undefined) return words ?? '';
  const { unit, role } = performedBy;
  return t(`procedure.steps.by.${unit === 'oneStop' || unit === 'agency' ? unit : role}`);
}

function hoursText(t: Translate, locale: Locale, { hours }: ToldStep): string {
  if (hours === undefined) return t('procedure.steps.wait');
  if (hours === 0) return t('procedure.steps.no-hours');
  return t('procedure.steps.hours', { hours: formatNumber(hours, locale) });
}
