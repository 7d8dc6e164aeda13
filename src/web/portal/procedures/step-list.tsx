import type { ProcedureContent } from '../../../modules/catalogue/contract.ts';
import { formatNumber } from '../../../texts/format.ts';
import type { Locale } from '../../../texts/locale.ts';
import type { Translate } from '../../../texts/translate.ts';
import { useTexts } from '../../ui/use-texts.ts';

type Step = ProcedureContent['steps'][number];

/** The steps as published, with who performs them and in how many working hours. */
export function StepList({ steps }: { readonly steps: readonly Step[] }) {
  const { t, locale } = useTexts();
  if (steps.length === 0) return <p>{t('procedure.steps.none')}</p>;
  return (
    <ol className="mc-timeline">
      {steps.map((step) => (
        <li key={`${step.name} ${step.performer}`}>
          <div className="mc-timeline__title">{locale === 'en' ? (step.nameEn ?? step.name) : step.name}</div>
          <div className="mc-timeline__facts">
            <span>{locale === 'en' ? (step.performerEn ?? step.performer) : step.performer}</span>
            <span>{step.hours === undefined ? null : hoursText(t, locale, step.hours)}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}

function hoursText(t: Translate, locale: Locale, hours: number): string {
  if (hours === 0) return t('procedure.steps.no-hours');
  return t('procedure.steps.hours', { hours: formatNumber(hours, locale) });
}
