import { redirect } from 'react-router';
import type { TextKey } from '../../../texts/catalogue.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/corrections-page.ts';
import { OpenCorrection } from './open-correction.tsx';

const address = '/can-bo/du-lieu-ca-nhan';

const labels: ReadonlyMap<string, TextKey> = new Map([
  ['/outcome', 'privacy.office.outcome'],
  ['/value', 'privacy.office.value'],
  ['/role', 'privacy.office.role'],
]);

/** Requests to put something right that wait for the officer's answer. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { searchParams } = new URL(request.url);
  const cursor = searchParams.get('tu') ?? undefined;
  const page = orErrorPage(await modules.privacy.queries.openCorrections(caller, cursor));
  return { ...page, first: cursor === undefined, isAnswered: searchParams.has('da-tra-loi') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const typed = {
    correctionId: String(form.get('correctionId') ?? ''),
    outcome: String(form.get('outcome') ?? ''),
    answer: String(form.get('answer') ?? ''),
    value: String(form.get('value') ?? ''),
    role: String(form.get('role') ?? ''),
  };
  const answered = await app.modules.privacy.commands.answerCorrection(commandOf(app, form), typed);
  return answered.ok ? redirect(`${address}?da-tra-loi`) : refusedPage(answered.refusal, { typed });
}

export default function CorrectionsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { items, next, first, isAnswered } = loaderData;
  const { t } = useTexts();
  const refusal = actionData?.refusal;
  const typed = actionData?.typed;
  return (
    <div className="mc-stack">
      <PageTitle title={t('privacy.office.title')} lead={t('privacy.office.lead')} />
      <ErrorSummary
        refusal={refusal}
        idOf={(pointer) => `${pointer.slice(1)}-${typed?.correctionId ?? ''}`}
        labelOf={(pointer) => t(labels.get(pointer) ?? 'privacy.office.answer')}
      />
      {isAnswered && refusal === undefined ? (
        <Notice tone="success" announced>
          <p>{t('privacy.office.answered')}</p>
        </Notice>
      ) : null}
      {items.length === 0 ? (
        <EmptyState title={t('privacy.office.none')}>
          <p>{t('privacy.office.none.body')}</p>
        </EmptyState>
      ) : (
        <ul className="mc-cards">
          {items.map((each) => (
            <li key={each.correctionId} className="mc-card">
              <OpenCorrection
                each={each}
                typed={typed?.correctionId === each.correctionId ? typed : undefined}
                refusal={typed?.correctionId === each.correctionId ? refusal : undefined}
              />
            </li>
          ))}
        </ul>
      )}
      <Pager
        next={next === undefined ? undefined : `${address}?tu=${encodeURIComponent(next)}`}
        first={first ? undefined : address}
      />
    </div>
  );
}
