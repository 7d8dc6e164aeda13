import { redirect } from 'react-router';
import type { Refusal } from '../../../kernel/refusal.ts';
import { safeReturnPath } from '../../../modules/identity/contract.ts';
import { translate } from '../../../texts/translate.ts';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { securityRequest } from '../../portal/sign-in/session-token.ts';
import { officeSignInAddress, provinceAddress } from '../../portal/sign-in/sign-in-address.ts';
import { refusedPage } from '../../refusals.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { qrPath } from '../../ui/qr-path.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { problemIn } from '../province/problem-in.ts';
import type { Route } from './+types/prove.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { CodeForm, PasswordForm } from './proof-forms.tsx';
import { renewed } from './renewed.ts';
import { TotpSetUp } from './totp-set-up.tsx';

export const handle: PageHandle = { js: true };

const home = '/can-bo';

/** The second step of signing in, and proving anew before an approval. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const returnPath = safeReturnPath(new URL(request.url).searchParams.get('tiep'), home);
  const overview = await app.modules.identity.securityOverview(securityRequest(app, request));
  if (!overview.ok) throw redirect(officeSignInAddress(returnPath));
  const { asks, mustEnrol, proved, fresh, enrolment } = overview.value;
  if (fresh) throw redirect(returnPath);
  return {
    problem: problemIn(new URL(request.url).searchParams),
    asks,
    mustEnrol,
    proved,
    enrolment: enrolment && { qr: qrPath(enrolment.uri), secret: enrolment.secret },
    returnPath,
    /** Where the simulated telephone shows its code, in the demo. */
    phone: app.modules.identity.isProviderSimulated ? '/mo-phong/dien-thoai' : undefined,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { security } = app.modules.identity;
  const asked = securityRequest(app, request);
  const form = await request.formData();
  const returnPath = safeReturnPath(new URL(request.url).searchParams.get('tiep'), home);
  if (form.get('_action') === 'enrol') {
    const label = translate('vi', 'security.first-app');
    const begun = await security.enrolTotp(asked, { label }, true);
    return begun.ok ? redirect(request.url) : refusedPage(begun.refusal);
  }
  const password = form.get('password');
  const proved =
    typeof password === 'string'
      ? await security.proveByPassword(asked, { password })
      : await security.proveByCode(asked, { code: String(form.get('code') ?? '') });
  if (!proved.ok) return refusedPage(proved.refusal);
  const next = form.get('_action') === 'first' ? '/can-bo/bao-mat?moi=1' : returnPath;
  return redirect(next, { headers: await renewed(app, request) });
}

export default function Prove({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { asks, mustEnrol, proved, enrolment, returnPath, phone } = loaderData;
  const refusal: Refusal | undefined = actionData?.refusal;
  const title = mustEnrol ? 'security.enrol.title' : proved ? 'security.again.title' : 'security.prove.title';
  const lead = mustEnrol ? 'security.enrol.lead' : proved ? 'security.again.lead' : 'security.prove.lead';
  return (
    <div className="mc-sign-in mc-stack">
      <PageTitle title={t(title)} lead={t(lead)} />
      <ErrorSummary refusal={refusal ?? loaderData.problem} />
      {asks.includes('province') ? (
        <a
          className="ds-button mc-sign-in__button"
          data-variant="secondary"
          href={provinceAddress(returnPath, true)}
        >
          <Icon name="user" /> {t('province.prove')}
        </a>
      ) : null}
      {asks.length === 0 && !mustEnrol ? <p>{t('province.prove.none')}</p> : null}
      {mustEnrol ? (
        <>
          <TotpSetUp enrolment={enrolment} refusal={refusal} />
          <PasskeyButton kind="first" returnPath="/can-bo/bao-mat?moi=1" />
        </>
      ) : (
        <>
          {asks.includes('passkey') ? <PasskeyButton kind="prove" returnPath={returnPath} /> : null}
          {asks.includes('code') ? <CodeForm refusal={refusal} /> : null}
          {asks.includes('password') ? <PasswordForm refusal={refusal} /> : null}
          {asks.includes('code') || asks.includes('passkey') ? (
            <Disclosure summary={t('security.lost')}>
              <p>{t('security.lost.body')}</p>
              {asks.includes('code') ? null : <CodeForm refusal={refusal} />}
            </Disclosure>
          ) : null}
        </>
      )}
      {phone === undefined || !asks.includes('code') ? null : (
        <p className="mc-subtle">
          {t('security.demo-phone')}{' '}
          <a href={phone} target="_blank" rel="noreferrer">
            {t('security.demo-phone.link')}
          </a>
        </p>
      )}
      <form method="post" action="/dang-xuat">
        <button type="submit" className="ds-button" data-variant="tertiary">
          {t('common.sign-out')}
        </button>
      </form>
    </div>
  );
}

export function headers() {
  return { 'cache-control': 'no-store' };
}
