import type { LookedUpDossier, TimelineEntry } from '../../modules/dossiers/contract.ts';
import { hasText, type Translate } from '../../texts/translate.ts';
import { TimeLeft } from './moments.tsx';
import { Timeline, type TimelineItem } from './timeline.tsx';
import { useTexts } from './use-texts.ts';

/** What of a dossier its timeline shows: what happened, who holds it, what comes. */
export type TrackedDossier = Pick<LookedUpDossier, 'phase' | 'timeline' | 'holder' | 'returnAt' | 'clock'>;

/** The way of a dossier for its citizen: what happened, where it is now with the time left, how it ends. */
export function DossierTimeline({ dossier }: { readonly dossier: TrackedDossier }) {
  const { t } = useTexts();
  const done = dossier.timeline.map((entry) => happened(entry, t));
  return <Timeline label={t('dossiers.track.label')} items={[...done, ...ahead(dossier, t)]} />;
}

/** The sentence of a timeline entry; an entry of a kind without one is told by its key. */
export function timelineText(entry: TimelineEntry, t: Translate): string {
  const key = `dossiers.timeline.${entry.key}`;
  return hasText(key) ? t(key, entry.params) : entry.key;
}

function happened(entry: TimelineEntry, t: Translate): TimelineItem {
  return {
    key: String(entry.seq),
    title: timelineText(entry, t),
    state: 'done',
    at: new Date(entry.at),
    by: entry.by,
  };
}

function ahead({ phase, holder, returnAt, clock }: TrackedDossier, t: Translate): readonly TimelineItem[] {
  const isReturn: TimelineItem = {
    key: 'return',
    title: t('dossiers.track.return', { unit: returnAt.name }),
    state: 'coming',
    ...(clock.promisedAt !== undefined && { at: new Date(clock.promisedAt) }),
  };
  switch (phase) {
    case 'submitted':
      return [
        { key: 'now', title: t('dossiers.track.intake', { unit: holder.name }), state: 'current' },
        isReturn,
      ];
    case 'accepted':
    case 'inProcess':
      return [
        {
          key: 'now',
          title: t('dossiers.track.holder', { unit: holder.name }),
          state: 'current',
          ...(clock.leftMinutes !== undefined && { children: <TimeLeft minutes={clock.leftMinutes} /> }),
        },
        isReturn,
      ];
    case 'completed':
      return [{ ...isReturn, state: 'current' }];
    default:
      return [];
  }
}
