import type { OfficeDossierView } from '../../../modules/dossiers/contract.ts';
import { timelineText } from '../../ui/dossier-timeline.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** Everything that happened to the dossier, with who did it. */
export function History({ view }: { readonly view: OfficeDossierView }) {
  const { t } = useTexts();
  const items = view.timeline.map((entry) => ({
    key: String(entry.seq),
    title: timelineText(entry, t),
    state: 'done' as const,
    at: new Date(entry.at),
    by:
      entry.actedFor === undefined
        ? entry.by
        : t('office.history.acted-for', { by: entry.by ?? '', name: entry.actedFor }),
  }));
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="nhat-ky">
      <h2 id="nhat-ky">{t('office.history.title')}</h2>
      <Timeline label={t('office.history.title')} items={items} />
    </section>
  );
}
