import type { LookedUpDossier } from '../../../modules/dossiers/contract.ts';
import type { TextKey } from '../../../texts/catalogue.ts';
import { CopyCode } from '../../ui/copy-code.tsx';
import { type Definition, DefinitionList } from '../../ui/definition-list.tsx';
import { DossierTimeline } from '../../ui/dossier-timeline.tsx';
import { DateTime, TimeLeft } from '../../ui/moments.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { PhaseTag } from '../../ui/phase-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { WaitNotes } from '../../ui/wait-notes.tsx';

/** A dossier as anybody who knows its code and a second fact sees it. */
export function LookedUp({ dossier }: { readonly dossier: LookedUpDossier }) {
  const { t, locale } = useTexts();
  return (
    <>
      <PageTitle
        title={t('look-up.result.title')}
        lead={dossier.procedureName}
        back={{ href: locale === 'en' ? '/en/tra-cuu' : '/tra-cuu', text: t('look-up.another') }}
      >
        <PhaseTag phase={dossier.phase} status={dossier.nationalStatus} />
      </PageTitle>
      <div className="mc-columns">
        <div className="mc-stack">
          {dossier.waits.length > 0 ? (
            <WaitNotes waits={dossier.waits} />
          ) : (
            <Notice tone="neutral">
              <p>{t(nowText(dossier))}</p>
            </Notice>
          )}
          <h2>{t('look-up.way')}</h2>
          <DossierTimeline dossier={dossier} />
        </div>
        <aside className="mc-panel mc-panel--gold mc-stack">
          <CopyCode code={dossier.code} />
          <DefinitionList items={factsOf(dossier, t)} />
        </aside>
      </div>
    </>
  );
}

/** What is to be known now: papers awaited or a wish to withdraw go before the phase. */
function nowText({ phase, nationalStatus }: LookedUpDossier): TextKey {
  if (nationalStatus === 5 || nationalStatus === 7) return `dossiers.now.status-${nationalStatus}`;
  return `dossiers.now.${phase}`;
}

function factsOf(dossier: LookedUpDossier, t: ReturnType<typeof useTexts>['t']): readonly Definition[] {
  const { submittedAt, clock, holder, returnAt } = dossier;
  return [
    { term: t('look-up.submitted'), value: <DateTime at={new Date(submittedAt)} /> },
    ...(clock.promisedAt === undefined
      ? []
      : [{ term: t('look-up.promised'), value: <DateTime at={new Date(clock.promisedAt)} /> }]),
    ...(clock.leftMinutes === undefined
      ? []
      : [{ term: t('look-up.left'), value: <TimeLeft minutes={clock.leftMinutes} /> }]),
    { term: t('look-up.holder'), value: holder.name },
    { term: t('look-up.return-at'), value: returnAt.name },
  ];
}
