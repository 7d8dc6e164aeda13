import type { CitizenDossierView, Phase } from '../../../modules/dossiers/contract.ts';
import { appContext } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { ClockFacts } from '../../ui/clock-facts.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { DossierTimeline } from '../../ui/dossier-timeline.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { PhaseTag } from '../../ui/phase-tag.tsx';
import type { Tone } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireCitizen } from '../sign-in/require-citizen.ts';
import type { Route } from './+types/dossier-page.ts';
import { Downloads } from './downloads.tsx';
import { expectation } from './expectation.ts';

/** One dossier of the citizen: where it is, until when, what is expected, everything that happened. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  return {
    dossier: orErrorPage(await app.modules.dossiers.queries.getMyDossier(app.caller, params.dossierId)),
  };
}

const tones: Readonly<Record<Phase, Tone>> = {
  submitted: 'info',
  refused: 'danger',
  accepted: 'info',
  inProcess: 'info',
  stopped: 'danger',
  completed: 'success',
  returned: 'neutral',
};

export default function DossierPage({ loaderData: { dossier } }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <div className="mc-stack mc-stack--loose">
      <PageTitle
        title={dossier.procedureName}
        back={{ href: '/ho-so', text: t('my-dossiers.title') }}
        lead={<code className="mc-code">{dossier.code}</code>}
      >
        <PhaseTag phase={dossier.phase} />
      </PageTitle>
      <div className="mc-columns">
        <div className="mc-stack mc-stack--loose">
          <Notice tone={tones[dossier.phase]} title={t('my-dossiers.expected')}>
            <p>{expectation(dossier, t)}</p>
            {dossier.refusalReason === undefined ? null : (
              <p>{t('my-dossiers.reason', { reason: dossier.refusalReason })}</p>
            )}
          </Notice>
          <section className="mc-stack">
            <h2>{t('my-dossiers.timeline')}</h2>
            <DossierTimeline dossier={dossier} />
          </section>
        </div>
        <aside className="mc-stack mc-stack--loose">
          <Facts dossier={dossier} />
          <Downloads dossier={dossier} />
          <a href={`/ho-so/${dossier.dossierId}/nguoi-xem`}>{t('audit.readers.link')}</a>
        </aside>
      </div>
    </div>
  );
}

function Facts({ dossier }: { readonly dossier: CitizenDossierView }) {
  const { t } = useTexts();
  const { clock } = dossier;
  return (
    <section className="mc-panel mc-stack">
      <DefinitionList
        items={[
          { term: t('my-dossiers.held-by'), value: dossier.holder.name },
          { term: t('my-dossiers.handed-in-at'), value: <DateTime at={new Date(dossier.submittedAt)} /> },
          { term: t('my-dossiers.return-at'), value: dossier.returnAt.name },
        ]}
      />
      {clock.receivedAt === undefined ? null : <ClockFacts clock={clock} />}
    </section>
  );
}
