import { redirect } from 'react-router';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { FoundCitizen } from '../../../modules/identity/contract.ts';
import { appContext, commandOf, type RequestApp } from '../../context.ts';
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
  const cursor = new URL(request.url).searchParams.get('tu') ?? undefined;
  const merges = orErrorPage(await modules.identity.citizens.listMerges(caller, cursor));
  return { merges, first: cursor === undefined };
}

/** Who is looked for is sent in the body: an identity number must not stand in an address. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const { citizens } = app.modules.identity;
  const intent = form.get('intent');
  const reason = String(form.get('reason') ?? '');
  const text = String(form.get('text') ?? '');
  if (intent !== 'undo' && intent !== 'merge') {
    const search = await find(app, request, text);
    return search.refusal === undefined ? search : refusedPage(search.refusal, search);
  }
  const outcome =
    intent === 'undo'
      ? await citizens.undoMerge(commandOf(app, form), { mergeId: form.get('mergeId'), reason })
      : await citizens.mergePeople(commandOf(app, form), { personIds: form.getAll('personId'), reason });
  if (outcome.ok) return redirect(home);
  const again = intent === 'merge' ? await find(app, request, text) : {};
  return refusedPage(outcome.refusal, { ...again, refusal: outcome.refusal, reason });
}

interface Search {
  readonly text?: string;
  readonly found?: readonly FoundCitizen[];
  readonly refusal?: Refusal;
}

async function find({ modules, caller }: RequestApp, request: Request, text: string): Promise<Search> {
  const found = await modules.identity.citizens.findCitizens(caller, { text });
  if (!found.ok && found.refusal.type === 'identity.step-up-needed') throw redirect(proofAddress(request));
  if (!found.ok && found.refusal.fields) return { text, refusal: found.refusal };
  return { text, found: orErrorPage(found) };
}

export default function CitizensPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { merges, first } = loaderData;
  const { text, found, refusal, reason }: Search & { readonly reason?: string } = actionData ?? {};
  const problem = useProblems(refusal);
  return (
    <div className="mc-stack mc-stack--loose">
      <PageTitle title={t('account.office.title')} lead={t('account.office.lead')} />
      <ErrorSummary
        refusal={refusal}
        idOf={(pointer) => pointer.split('/')[1] ?? ''}
        labelOf={(pointer) => (pointer === '/reason' ? t('account.office.reason') : undefined)}
      />
      <form method="post" className="mc-panel mc-stack mc-stack--snug">
        <TextField name="text" label={t('account.office.search')} value={text} problem={problem('/text')} />
        <div>
          <button type="submit" name="intent" value="find" className="ds-button" data-variant="primary">
            {t('account.office.find')}
          </button>
        </div>
      </form>
      {found === undefined ? null : <FoundCitizens found={found} text={text ?? ''} reason={reason} />}
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
