import { redirect } from 'react-router';
import type { CitizenDossierView, Phase } from '../../../modules/dossiers/contract.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ClockFacts } from '../../ui/clock-facts.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { DossierTimeline } from '../../ui/dossier-timeline.tsx';
import { ErasedNotice } from '../../ui/erased-notice.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { PartList } from '../../ui/part-list.tsx';
import { PhaseTag } from '../../ui/phase-tag.tsx';
import { postalFacts } from '../../ui/postal-facts.tsx';
import type { Tone } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireCitizen } from '../sign-in/require-citizen.ts';
import type { Route } from './+types/dossier-page.ts';
import { Awaited } from './awaited.tsx';
import { Downloads } from './downloads.tsx';
import { expectation } from './expectation.ts';
import { whoActed } from './who-acted.ts';
import { Withdrawal } from './withdrawal.tsx';

/** One dossier of the citizen: where it is, until when, what is expected, everything that happened. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  return {
    answered: new URL(request.url).searchParams.has('da-bo-sung'),
    dossier: orErrorPage(await app.modules.dossiers.queries.getMyDossier(app.caller, params.dossierId)),
    erased: await app.modules.privacy.retention.tracesOf(app.caller, params.dossierId),
  };
}

/** Asks for the dossier back, or thinks better of it. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  const form = await request.formData();
  const { commands } = app.modules.dossiers;
  const { dossierId } = params;
  const reason = String(form.get('reason') ?? '');
  const outcome =
    form.get('intent') === 'take-back'
      ? await commands.takeBackWithdrawal(commandOf(app, form), {
          dossierId,
          requestId: form.get('withdrawalId'),
        })
      : await commands.requestWithdrawal(commandOf(app, form), { dossierId, reason });
  return outcome.ok ? redirect(`/ho-so/${dossierId}`) : refusedPage(outcome.refusal, { reason });
}

/** Something else than the office's work is expected now. */
function isHeld({ supplement, stopped, waits }: CitizenDossierView): boolean {
  return supplement !== undefined || stopped !== undefined || waits.length > 0;
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

export default function DossierPage({ loaderData, actionData }: Route.ComponentProps) {
  const { dossier, erased, answered } = loaderData;
  const { t } = useTexts();
  return (
    <div className="mc-stack mc-stack--loose">
      <PageTitle
        title={dossier.procedureName}
        back={{ href: '/ho-so', text: t('my-dossiers.title') }}
        lead={<code className="mc-code">{dossier.code}</code>}
      >
        <PhaseTag phase={dossier.phase} status={dossier.nationalStatus} />
      </PageTitle>
      <div className="mc-columns">
        <div className="mc-stack mc-stack--loose">
          {answered ? (
            <Notice tone="success" announced>
              <p>{t('supplement.done')}</p>
            </Notice>
          ) : null}
          <ErrorSummary refusal={actionData?.refusal} />
          <ErasedNotice traces={erased} />
          {isHeld(dossier) ? (
            <Awaited dossier={dossier} />
          ) : (
            <Notice tone={tones[dossier.phase]} title={t('my-dossiers.expected')}>
              <p>{expectation(dossier, t)}</p>
              {dossier.refusalReason === undefined ? null : (
                <p>{t('my-dossiers.reason', { reason: dossier.refusalReason })}</p>
              )}
            </Notice>
          )}
          {dossier.parts.length === 0 ? null : (
            <section className="mc-panel mc-stack">
              <h2>{t('parts.on-dossier')}</h2>
              <PartList parts={dossier.parts} />
            </section>
          )}
          <section className="mc-stack">
            <h2>{t('my-dossiers.timeline')}</h2>
            <DossierTimeline dossier={dossier} />
          </section>
          <Withdrawal dossier={dossier} refusal={actionData?.refusal} reason={actionData?.reason} />
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
          ...whoActed(dossier, t),
          ...postalFacts(dossier.post, t),
        ]}
      />
      {clock.receivedAt === undefined ? null : <ClockFacts clock={clock} />}
    </section>
  );
}
