import { redirect } from 'react-router';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { FoundCitizen } from '../../../modules/identity/contract.ts';
import type { Translate } from '../../../texts/translate.ts';
import { appContext, commandOf, type RequestApp } from '../../context.ts';
import { Merges, undoReasonId } from '../../portal/account/merges.tsx';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/citizens-page.ts';
import { FoundCitizens } from './found-citizens.tsx';

const home = '/can-bo/tai-khoan-dan';

/** Two records of one citizen found and joined by an administrator, and joined ones taken apart. `?xong=` what was just done. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { searchParams } = new URL(request.url);
  const cursor = searchParams.get('tu') ?? undefined;
  const merges = orErrorPage(await modules.identity.citizens.listMerges(caller, cursor));
  const done = (['merge', 'undo'] as const).find((each) => each === searchParams.get('xong'));
  return { merges, first: cursor === undefined, done };
}

/** Who is looked for is sent in the body: an identity number must not stand in an address. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const { citizens } = app.modules.identity;
  const intent = form.get('intent');
  const reason = String(form.get('reason') ?? '');
  const mergeId = String(form.get('mergeId') ?? '');
  const chosen = form.getAll('personId').map(String);
  const text = String(form.get('text') ?? '');
  if (intent !== 'undo' && intent !== 'merge') {
    const search = await find(app, text);
    return search.refusal === undefined ? search : refusedPage(search.refusal, search);
  }
  const outcome =
    intent === 'undo'
      ? await citizens.undoMerge(commandOf(app, form), { mergeId, reason })
      : await citizens.mergePeople(commandOf(app, form), { personIds: chosen, reason });
  if (outcome.ok) return redirect(`${home}?xong=${intent}`);
  if (intent === 'undo') return refusedPage(outcome.refusal, { mergeId, reason });
  return refusedPage(outcome.refusal, {
    ...(await find(app, text)),
    refusal: outcome.refusal,
    reason,
    chosen,
  });
}

interface Search {
  readonly text?: string;
  readonly found?: readonly FoundCitizen[];
  readonly refusal?: Refusal;
}

/** What comes back with a refusal: the records found anew, what was ticked and typed, or which merge was not taken apart. */
interface Answer extends Search {
  readonly reason?: string;
  readonly chosen?: readonly string[];
  readonly mergeId?: string;
}

async function find({ modules, caller }: RequestApp, text: string): Promise<Search> {
  const found = await modules.identity.citizens.findCitizens(caller, { text });
  if (!found.ok && (found.refusal.fields || found.refusal.type === 'identity.step-up-needed'))
    return { text, refusal: found.refusal };
  return { text, found: orErrorPage(found) };
}

export default function CitizensPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { merges, first, done } = loaderData;
  const { text, found, refusal, reason, chosen = [], mergeId }: Answer = actionData ?? {};
  const problem = useProblems(refusal);
  return (
    <div className="mc-stack mc-stack--loose">
      <PageTitle title={t('account.office.title')} lead={t('account.office.lead')} />
      <ErrorSummary
        refusal={refusal}
        idOf={(pointer) => (mergeId === undefined ? (pointer.split('/')[1] ?? '') : undoReasonId(mergeId))}
        labelOf={(pointer) => labelOf(pointer, mergeId !== undefined, t)}
      />
      {done === undefined || actionData !== undefined ? null : (
        <Notice tone="success" announced>
          <p>{t(done === 'merge' ? 'account.office.merged' : 'account.merge.undone')}</p>
        </Notice>
      )}
      <form method="post" className="mc-panel mc-stack mc-stack--snug mc-form">
        <TextField name="text" label={t('account.office.search')} value={text} problem={problem('/text')} />
        <div>
          <button type="submit" name="intent" value="find" className="ds-button" data-variant="primary">
            {t('account.office.find')}
          </button>
        </div>
      </form>
      {found === undefined ? null : (
        <FoundCitizens {...{ found, chosen, reason, refusal }} text={text ?? ''} />
      )}
      {merges.items.length === 0 && found === undefined ? (
        <EmptyState icon="user" title={t('account.merges.none')} />
      ) : null}
      {merges.items.length === 0 ? null : (
        <Merges merges={merges.items} {...(mergeId && { refused: { mergeId, reason, refusal } })} />
      )}
      <Pager
        next={merges.next === undefined ? undefined : `${home}?tu=${encodeURIComponent(merges.next)}`}
        first={first ? undefined : home}
      />
    </div>
  );
}

function labelOf(pointer: string, isUndo: boolean, t: Translate): string | undefined {
  if (pointer === '/reason') return t(isUndo ? 'account.merges.undo.reason' : 'account.office.reason');
  if (pointer === '/text') return t('account.office.search');
  return pointer.startsWith('/personIds') ? t('account.office.records') : undefined;
}
