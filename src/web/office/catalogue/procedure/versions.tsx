import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts';
import type { VersionBrief } from '../../../../modules/catalogue/contract.ts';
import { formatDate } from '../../../../texts/format.ts';
import { Timeline, type TimelineItem } from '../../../ui/timeline.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { plainDate } from '../plain-date.ts';
import { type VersionState, versionState } from './version-state.ts';

const places: Readonly<Record<VersionState, TimelineItem['state']>> = {
  inForce: 'current',
  coming: 'coming',
  ended: 'done',
  withdrawn: 'done',
};

export interface VersionsProps {
  readonly versions: readonly VersionBrief[];
  readonly today: PlainDate;
}

/** Every version ever published with its days, latest first; which is in force today and which is to come. */
export function Versions({ versions, today }: VersionsProps) {
  const { t } = useTexts();
  const items = versions.map((version): TimelineItem => {
    const { versionId, number, validFrom, validTo, withdrawn, origin, publishedAt } = version;
    const state = versionState(version, today);
    const from = day(validFrom);
    const days =
      validTo === undefined
        ? t('catalogue.procedure.version.days', { from })
        : t('catalogue.procedure.version.days-to', { from, to: day(addDays(plainDate(validTo), -1)) });
    return {
      key: versionId,
      title: `${t('catalogue.procedure.version', { number })}, ${t(`catalogue.procedure.state.${state}`).toLocaleLowerCase('vi')}`,
      state: places[state],
      at: new Date(publishedAt),
      by: t(`catalogue.procedure.version.origin.${origin}`),
      children: <p>{withdrawn ? t('catalogue.procedure.version.withdrawn') : days}</p>,
    };
  });
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="phien-ban">
      <h2 id="phien-ban">{t('catalogue.procedure.versions')}</h2>
      <Timeline label={t('catalogue.procedure.versions')} items={items} />
    </section>
  );
}

function day(text: string): string {
  return formatDate(plainDate(text));
}
