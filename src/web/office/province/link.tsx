import { redirect } from 'react-router';
import { appContext } from '../../context.ts';
import { flowTokenOf, forgetFlow } from '../../portal/sign-in/flow-cookie.ts';
import { securityRequest } from '../../portal/sign-in/session-token.ts';
import { officeSignInAddress, proveAddress } from '../../portal/sign-in/sign-in-address.ts';
import { refusedPage } from '../../refusals.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/link.ts';

const kind = 'dang-nhap-can-bo';
const address = '/can-bo/noi-tai-khoan';

/** Whose account here belongs to whoever came back from the province's issuer: proved by signing in here. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const flowToken = await flowTokenOf(app, request, kind);
  const { province } = app.modules.identity;
  return { pending: await province.pendingLink(securityRequest(app, request), flowToken) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const forgotten = { headers: { 'set-cookie': await forgetFlow(app, kind) } };
  const form = await request.formData();
  if (form.get('_action') !== 'link') return redirect('/can-bo', forgotten);
  const flowToken = await flowTokenOf(app, request, kind);
  const linked = await app.modules.identity.province.link(securityRequest(app, request), flowToken);
  if (linked.ok) return redirect('/can-bo/bao-mat?xong=link', forgotten);
  if (linked.refusal.type === 'identity.step-up-needed') throw redirect(proveAddress(address));
  return refusedPage(linked.refusal);
}

export default function LinkProvince({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { pending } = loaderData;
  if (pending === undefined)
    return (
      <div className="mc-sign-in mc-stack">
        <PageTitle title={t('province.link.title')} lead={t('province.link.gone')} />
        <ErrorSummary refusal={actionData?.refusal} />
        <p>
          <a href="/can-bo/dang-nhap">{t('sign-in.office.title')}</a>
        </p>
      </div>
    );
  const unnamed = t('province.link.unnamed');
  return (
    <div className="mc-sign-in mc-stack">
      <PageTitle title={t('province.link.title')} lead={t('province.link.who')} />
      <ErrorSummary refusal={actionData?.refusal} />
      <div className="mc-panel mc-stack">
        <DefinitionList
          items={[
            { term: t('province.link.name'), value: pending.name ?? unnamed },
            { term: t('province.link.login'), value: pending.login ?? unnamed },
          ]}
        />
        <Next pending={pending} />
        <form method="post">
          <button type="submit" name="_action" value="leave" className="ds-button" data-variant="tertiary">
            {t('province.link.not-me')}
          </button>
        </form>
      </div>
    </div>
  );
}

type Pending = NonNullable<Route.ComponentProps['loaderData']['pending']>;

/** The one thing that is still to be done. */
function Next({ pending: { next, account } }: { readonly pending: Pending }) {
  const { t } = useTexts();
  if (next === 'confirm' && account !== undefined)
    return (
      <form method="post" className="mc-stack">
        <p>{t('province.link.question', account)}</p>
        <button
          type="submit"
          name="_action"
          value="link"
          className="ds-button mc-sign-in__button"
          data-variant="primary"
        >
          {t('province.link.do')}
        </button>
      </form>
    );
  const toProve = next === 'prove';
  return (
    <>
      <p>{t(toProve ? 'province.link.prove' : 'province.link.sign-in')}</p>
      <a
        className="ds-button mc-sign-in__button"
        data-variant="primary"
        href={toProve ? proveAddress(address) : officeSignInAddress(address)}
      >
        {t(toProve ? 'province.link.prove.do' : 'province.link.sign-in.do')}
      </a>
    </>
  );
}

export function headers() {
  return { 'cache-control': 'no-store' };
}
