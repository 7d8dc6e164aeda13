import type { OfficeDossierView, TimelineEntry } from '../../../modules/dossiers/contract.ts';
import type { Translate } from '../../../texts/translate.ts';
import { timelineText } from '../../ui/dossier-timeline.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { onBehalfText } from './on-behalf-note.tsx';

/** Everything that happened to the dossier, with who did it. */
export function History({ view }: { readonly view: OfficeDossierView }) {
  const { t } = useTexts();
  const items = view.timeline.map((entry) => ({
    key: String(entry.seq),
    title: timelineText(entry, t),
    state: 'done' as const,
    at: new Date(entry.at),
    by: byWhom(entry, t),
  }));
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="nhat-ky">
      <h2 id="nhat-ky">{t('office.history.title')}</h2>
      <Timeline label={t('office.history.title')} items={items} />
    </section>
  );
}

/** Who did it, and for whom or under whose power. */
function byWhom({ by, actedFor, onBehalf }: TimelineEntry, t: Translate): string | undefined {
  if (onBehalf) return t('delegation.done-by', { by: by ?? '', how: onBehalfText(t, onBehalf) });
  return actedFor === undefined ? by : t('office.history.acted-for', { by: by ?? '', name: actedFor });
}
