import { redirect } from 'react-router';
import { appContext, commandOf } from '../../context.ts';
import { Merges } from '../../portal/account/merges.tsx';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { proofAddress, requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/citizens-page.ts';
import { FoundCitizens } from './found-citizens.tsx';

const home = '/can-bo/tai-khoan-dan';

/** Two records of one citizen found and joined by an administrator, and joined ones taken apart. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { searchParams } = new URL(request.url);
  const text = searchParams.get('tim') ?? undefined;
  const cursor = searchParams.get('tu') ?? undefined;
  const { citizens } = modules.identity;
  const found = text === undefined ? undefined : await citizens.findCitizens(caller, { text });
  if (found && !found.ok && found.refusal.type === 'identity.step-up-needed')
    throw redirect(proofAddress(request));
  const wrong = found && !found.ok && found.refusal.fields ? found.refusal : undefined;
  return {
    text,
    wrong,
    found: found && !wrong ? orErrorPage(found) : undefined,
    merges: orErrorPage(await citizens.listMerges(caller, cursor)),
    first: cursor === undefined,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const { citizens } = app.modules.identity;
  const reason = String(form.get('reason') ?? '');
  const outcome =
    form.get('intent') === 'undo'
      ? await citizens.undoMerge(commandOf(app, form), { mergeId: form.get('mergeId'), reason })
      : await citizens.mergePeople(commandOf(app, form), { personIds: form.getAll('personId'), reason });
  return outcome.ok ? redirect(home) : refusedPage(outcome.refusal, { reason });
}

export default function CitizensPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { text, wrong, found, merges, first } = loaderData;
  const problem = useProblems(wrong);
  return (
    <div className="mc-stack mc-stack--loose">
      <PageTitle title={t('account.office.title')} lead={t('account.office.lead')} />
      <ErrorSummary
        refusal={actionData?.refusal ?? wrong}
        idOf={(pointer) => (pointer === '/text' ? 'tim' : (pointer.split('/')[1] ?? ''))}
        labelOf={(pointer) => (pointer === '/reason' ? t('account.office.reason') : undefined)}
      />
      <form method="get" className="mc-panel mc-stack mc-stack--snug">
        <TextField name="tim" label={t('account.office.search')} value={text} problem={problem('/text')} />
        <div>
          <button type="submit" className="ds-button" data-variant="primary">
            {t('account.office.find')}
          </button>
        </div>
      </form>
      {found === undefined ? null : <FoundCitizens found={found} reason={actionData?.reason} />}
      {merges.items.length === 0 && found === undefined ? (
        <EmptyState icon="user" title={t('account.merges.none')} />
      ) : null}
      {merges.items.length === 0 ? null : <Merges merges={merges.items} />}
      <Pager
        next={merges.next === undefined ? undefined : `${home}?tu=${encodeURIComponent(merges.next)}`}
        first={first ? undefined : home}
      />
    </div>
  );
}
