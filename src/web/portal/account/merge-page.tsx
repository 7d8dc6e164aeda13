import { redirect } from 'react-router';
import type { MergeSide } from '../../../modules/identity/contract.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { appContext, commandOf } from '../../context.ts';
import { refusedPage } from '../../refusals.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { flowTokenOf, forgetFlow } from '../sign-in/flow-cookie.ts';
import { requireCitizen } from '../sign-in/require-citizen.ts';
import type { Route } from './+types/merge-page.ts';

/** Asks the person who proved two accounts whether they are to be one. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  const flowToken = await flowTokenOf(app, request);
  const pending = await app.modules.identity.citizens.findPendingMerge(app.caller, flowToken);
  if (!pending) throw redirect('/tai-khoan');
  return pending;
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  const form = await request.formData();
  const headers = { 'set-cookie': await forgetFlow(app) };
  if (form.get('tra-loi') !== 'dung') return redirect('/tai-khoan', { headers });
  const flowToken = await flowTokenOf(app, request);
  const merged = await app.modules.identity.citizens.confirmMerge(commandOf(app, form), flowToken);
  return merged.ok ? redirect('/tai-khoan?da-gop', { headers }) : refusedPage(merged.refusal);
}

export default function MergePage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <div className="mc-sign-in mc-stack">
      <PageTitle title={t('account.merge.confirm.title')} lead={t('account.merge.confirm.lead')} />
      <ErrorSummary refusal={actionData?.refusal} />
      <form method="post" className="mc-panel mc-stack">
        <RequestId form="gop" />
        <DefinitionList
          items={[
            { term: t('account.merge.mine'), value: <Side side={loaderData.mine} /> },
            { term: t('account.merge.other'), value: <Side side={loaderData.other} /> },
          ]}
        />
        <div className="mc-row">
          <button type="submit" name="tra-loi" value="dung" className="ds-button" data-variant="primary">
            {t('account.merge.yes')}
          </button>
          <button type="submit" name="tra-loi" value="khong" className="ds-button" data-variant="secondary">
            {t('account.merge.no')}
          </button>
        </div>
      </form>
    </div>
  );
}

function Side({ side }: { readonly side: MergeSide }) {
  const { t, locale } = useTexts();
  return (
    <>
      {side.name}
      <br />
      <span className="mc-subtle mc-small">
        {[
          side.numberEnding === undefined
            ? t('account.merge.no-number')
            : t('account.merge.ending', { ending: side.numberEnding }),
          t('account.merge.since', { date: formatDateTime(new Date(side.since), locale) }),
        ].join(', ')}
      </span>
    </>
  );
}
