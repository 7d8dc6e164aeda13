import { redirect } from 'react-router';
import { hasText } from '../../../texts/translate.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { flowCookie } from '../sign-in/flow-cookie.ts';
import { requireCitizen } from '../sign-in/require-citizen.ts';
import type { Route } from './+types/account-page.ts';
import { Accounts } from './accounts.tsx';
import { Merges, undoReasonId } from './merges.tsx';
import { OwnFacts } from './own-facts.tsx';

/** What is known of the person who is signed in, with which accounts, and whom they let act for them. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const citizen = requireCitizen(app, request);
  const { identity } = app.modules;
  const { searchParams } = new URL(request.url);
  const fault = searchParams.get('loi') ?? '';
  return {
    ...(await identity.citizens.ownFacts(app.caller)),
    accounts: await identity.citizens.listOwnAccounts(app.caller),
    merges: orErrorPage(await identity.citizens.listMerges(app.caller)).items,
    mayMerge: citizen.organisationId === undefined,
    done: ['da-gop', 'da-tach'].find((mark) => searchParams.has(mark)),
    /** Why the second account was not proved. */
    fault: fault.startsWith('identity.') && hasText(fault) ? fault : undefined,
  };
}

/** Begins the sign-in that proves a second account, or takes a merge back. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  const form = await request.formData();
  const { citizens } = app.modules.identity;
  if (form.get('intent') === 'undo') {
    const input = { mergeId: form.get('mergeId'), reason: form.get('reason') };
    const undone = await citizens.undoMerge(commandOf(app, form), input);
    const typed = { mergeId: String(input.mergeId ?? ''), reason: String(input.reason ?? '') };
    return undone.ok ? redirect('/tai-khoan?da-tach') : refusedPage(undone.refusal, { undo: typed });
  }
  const started = await citizens.startMerge(app.caller);
  if (!started.ok) return refusedPage(started.refusal, { undo: undefined });
  const cookie = await flowCookie(app).serialize(started.value.flowToken);
  return redirect(started.value.redirectTo, { headers: { 'set-cookie': cookie } });
}

export default function AccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { accounts, merges, mayMerge, done, fault } = loaderData;
  const { refusal, undo } = actionData ?? {};
  const notProved = fault === undefined ? undefined : ({ kind: 'unauthenticated', type: fault } as const);
  return (
    <div className="mc-stack mc-stack--loose mc-form">
      <PageTitle title={t('account.title')} lead={t('account.lead')} />
      <ErrorSummary
        refusal={refusal ?? notProved}
        idOf={() => undoReasonId(undo?.mergeId ?? '')}
        labelOf={(pointer) => (pointer === '/reason' ? t('account.merges.undo.reason') : undefined)}
      />
      {done === undefined || refusal !== undefined ? null : (
        <Notice tone="success" announced>
          <p>{t(done === 'da-gop' ? 'account.merge.done' : 'account.merge.undone')}</p>
        </Notice>
      )}
      <OwnFacts profile={loaderData.profile} organisation={loaderData.organisation} />
      <ul className="mc-plain">
        <li>
          <a href="/tai-khoan/ho-tro">{t('consent.link')}</a>
        </li>
        <li>
          <a href="/tai-khoan/nguoi-xem">{t('audit.mine.title')}</a>
        </li>
        <li>
          <a href="/tai-khoan/du-lieu">{t('account.data')}</a>
        </li>
      </ul>
      <Accounts accounts={accounts} mayMerge={mayMerge} />
      {merges.length === 0 ? null : (
        <Merges
          merges={merges}
          reason={t('account.merges.undo.own')}
          {...(undo && { refused: { ...undo, refusal } })}
        />
      )}
    </div>
  );
}
