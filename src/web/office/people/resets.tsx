import { redirect } from 'react-router';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import { textIn } from '../typed.ts';
import type { Route } from './+types/resets.ts';
import { resetsHome } from './addresses.ts';

const decisions = ['confirm', 'decline'] as const;

/** Wishes to take a lost second factor away, for the second of two people. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const done = new URL(request.url).searchParams.get('xong');
  return {
    resets: orErrorPage(await modules.identity.people.queries.openResets(caller)),
    done: decisions.find((decision) => decision === done),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const decision = textIn(form, 'decision') ?? '';
  const decided = await app.modules.identity.people.commands.decideFactorReset(commandOf(app, form), {
    resetId: form.get('resetId'),
    decision,
  });
  return decided.ok
    ? redirect(`${resetsHome}?xong=${encodeURIComponent(decision)}`)
    : refusedPage(decided.refusal);
}

export default function Resets({ loaderData: { resets, done }, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <div className="mc-stack">
      <PageTitle title={t('people.resets.title')} lead={t('people.resets.lead')} />
      {done === undefined || actionData ? null : (
        <Notice tone="success" title={t(`people.resets.done.${done}`)} announced />
      )}
      <ErrorSummary refusal={actionData?.refusal} />
      {resets.length === 0 ? <EmptyState title={t('people.resets.none')} /> : null}
      <ul className="mc-cards">
        {resets.map((reset) => (
          <li key={reset.resetId} className="mc-card mc-stack mc-stack--snug">
            <strong>
              {reset.name} ({reset.login})
            </strong>
            <ul className="mc-plain">
              {reset.posts.map(({ postId, title, unit }) => (
                <li key={postId}>
                  {title} – {unit}
                </li>
              ))}
            </ul>
            <p>{t('people.reset.asked-by', { name: reset.askedBy, reason: reset.reason })}</p>
            <p className="mc-subtle mc-small">
              <DateTime at={new Date(reset.askedAt)} /> · {t('people.resets.until')}{' '}
              <DateTime at={new Date(reset.expiresAt)} />
            </p>
            {reset.mayDecide ? (
              <form method="post" className="mc-stack mc-stack--snug mc-form">
                <RequestId form={`reset-${reset.resetId}`} />
                <input type="hidden" name="resetId" value={reset.resetId} />
                <p>{t(reset.tied ? 'people.resets.tied' : 'people.resets.effect')}</p>
                <div className="mc-row">
                  {reset.tied ? null : (
                    <button
                      className="ds-button"
                      data-variant="primary"
                      type="submit"
                      name="decision"
                      value="confirm"
                    >
                      {t('people.resets.confirm')}
                    </button>
                  )}
                  <button
                    className="ds-button"
                    data-variant="secondary"
                    type="submit"
                    name="decision"
                    value="decline"
                  >
                    {t('people.resets.decline')}
                  </button>
                </div>
              </form>
            ) : (
              <p className="mc-subtle">{t('people.resets.not-you')}</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
