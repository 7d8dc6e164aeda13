import { redirect } from 'react-router';
import type { DossierSummary, DraftSummary } from '../../../modules/dossiers/contract.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { PhaseTag } from '../../ui/phase-tag.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireCitizen } from '../sign-in/require-citizen.ts';
import type { Route } from './+types/my-dossiers-page.ts';

/** What the citizen has begun and what has been handed in, newest first. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  const { queries } = app.modules.dossiers;
  const cursor = new URL(request.url).searchParams.get('tu') ?? undefined;
  const page = orErrorPage(await queries.listMyDossiers(app.caller, cursor));
  return {
    drafts: cursor === undefined ? await queries.listDrafts(app.caller) : [],
    dossiers: page.items,
    next: page.next,
    first: cursor === undefined,
  };
}

/** Throws a draft away. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  const form = await request.formData();
  const discarded = await app.modules.dossiers.commands.discardDraft(commandOf(app, form), {
    draftId: form.get('draftId'),
  });
  return discarded.ok ? redirect('/ho-so') : refusedPage(discarded.refusal);
}

export default function MyDossiersPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { drafts, dossiers, next, first } = loaderData;
  return (
    <div className="mc-stack mc-stack--loose mc-form">
      <PageTitle title={t('my-dossiers.title')} />
      <ErrorSummary refusal={actionData?.refusal} />
      {drafts.length === 0 ? null : (
        <section className="mc-stack">
          <h2>{t('my-dossiers.drafts')}</h2>
          <ul className="mc-cards">
            {drafts.map((draft) => (
              <DraftCard key={draft.draftId} draft={draft} />
            ))}
          </ul>
        </section>
      )}
      <section className="mc-stack">
        <h2>{t('my-dossiers.submitted')}</h2>
        {dossiers.length === 0 ? (
          <EmptyState title={t('my-dossiers.none')} icon="paper">
            <p>{t('my-dossiers.none.body')}</p>
            <a className="ds-button" data-variant="primary" href="/thu-tuc">
              {t('my-dossiers.find')}
            </a>
          </EmptyState>
        ) : (
          <ul className="mc-cards">
            {dossiers.map((dossier) => (
              <DossierCard key={dossier.dossierId} dossier={dossier} />
            ))}
          </ul>
        )}
        <Pager
          next={next === undefined ? undefined : `/ho-so?tu=${encodeURIComponent(next)}`}
          first={first ? undefined : '/ho-so'}
        />
      </section>
    </div>
  );
}

function DraftCard({ draft }: { readonly draft: DraftSummary }) {
  const { t } = useTexts();
  return (
    <li className="mc-card">
      <div className="mc-stack mc-stack--tight">
        <h3>{draft.procedureName}</h3>
        <p className="mc-subtle mc-small">
          {t('my-dossiers.saved')} <DateTime at={new Date(draft.savedAt)} />
        </p>
      </div>
      <div className="mc-row">
        <a className="ds-button" data-variant="primary" data-size="sm" href={`/ban-khai/${draft.draftId}`}>
          {t('my-dossiers.resume')}
          <span className="mc-visually-hidden"> – {draft.procedureName}</span>
        </a>
        <form method="post">
          <RequestId form={`bo ${draft.draftId}`} />
          <input type="hidden" name="draftId" value={draft.draftId} />
          <button className="ds-button" data-variant="tertiary" data-size="sm" type="submit">
            {t('my-dossiers.discard')}
            <span className="mc-visually-hidden"> – {draft.procedureName}</span>
          </button>
        </form>
      </div>
    </li>
  );
}

function DossierCard({ dossier }: { readonly dossier: DossierSummary }) {
  const { t } = useTexts();
  return (
    <li className="mc-card">
      <div className="mc-stack mc-stack--tight">
        <h3>
          <a href={`/ho-so/${dossier.dossierId}`}>{dossier.procedureName}</a>
        </h3>
        <p className="mc-subtle mc-small">
          <code className="mc-code">{dossier.code}</code> · {t('my-dossiers.handed-in')}{' '}
          <DateTime at={new Date(dossier.submittedAt)} />
        </p>
        {dossier.promisedAt === undefined ? null : (
          <p className="mc-small">
            {t('my-dossiers.promised')} <DateTime at={new Date(dossier.promisedAt)} />
          </p>
        )}
      </div>
      <PhaseTag phase={dossier.phase} status={dossier.nationalStatus} />
    </li>
  );
}
