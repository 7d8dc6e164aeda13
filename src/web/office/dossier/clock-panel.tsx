import type { OfficeDossierView } from '../../../modules/dossiers/contract.ts';
import { ClockFacts } from '../../ui/clock-facts.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** The time of the dossier beside its actions; nothing before acceptance. */
export function ClockPanel({ view }: { readonly view: OfficeDossierView }) {
  const { t } = useTexts();
  if (view.clock.receivedAt === undefined) return null;
  return (
    <section className="mc-panel mc-panel--tinted mc-stack mc-stack--snug" aria-labelledby="dong-ho">
      <h2 id="dong-ho">{t('clock.title')}</h2>
      <ClockFacts clock={view.clock} />
      <a href={`/can-bo/ho-so/${view.dossierId}/thoi-han`}>{t('clock.page.link')}</a>
    </section>
  );
}
