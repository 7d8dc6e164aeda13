import { data, redirect } from 'react-router';
import type { Refusal } from '../../../kernel/refusal.ts';
import { safeReturnPath } from '../../../modules/identity/contract.ts';
import { translateRefusal } from '../../../texts/translate.ts';
import { appContext } from '../../context.ts';
import { endSession } from '../../portal/sign-in/end-session.ts';
import { proveAddress, provinceAddress, signInAddress } from '../../portal/sign-in/sign-in-address.ts';
import { refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { activationHome } from '../people/addresses.ts';
import { problemIn } from '../province/problem-in.ts';
import { ProvinceChoice, provinceSignOut, SignedOut } from '../province/province-choice.tsx';
import type { Route } from './+types/sign-in.ts';

const home = '/can-bo';

export function loader({ context, request }: Route.LoaderArgs) {
  const { caller, sessionCookie, modules } = context.get(appContext);
  const { searchParams } = new URL(request.url);
  const returnPath = safeReturnPath(searchParams.get('tiep'), home);
  if (caller.actor.kind === 'officer') throw redirect(returnPath);
  if (caller.session.pending) throw redirect(proveAddress(returnPath));
  const { expired } = caller.session;
  const { isOffered, isSimulated } = modules.identity.province;
  const signedOut = isOffered ? signedOutOf(searchParams.get('ra')) : undefined;
  const headers = new Headers();
  if (expired) headers.set('set-cookie', sessionCookie.clear());
  // A form may not be sent on to another site (form-action), a page that is shown may.
  if (signedOut === 'there') headers.set('refresh', `0;url=${provinceSignOut}`);
  return data(
    {
      isExpired: expired,
      isNew: searchParams.has('moi'),
      problem: problemIn(searchParams),
      province: isOffered ? { href: provinceAddress(returnPath), isSimulated } : undefined,
      signedOut,
    },
    { headers },
  );
}

/** `tinh`: the session here was opened at the province's issuer, where it lasts; `o-lai`: it could not be ended there. */
function signedOutOf(text: string | null): 'there' | 'stays' | undefined {
  if (text === 'tinh') return 'there';
  return text === 'o-lai' ? 'stays' : undefined;
}

export function headers({ loaderHeaders }: Route.HeadersArgs) {
  return loaderHeaders;
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { modules, caller, sessionCookie } = app;
  const form = await request.formData();
  const input = { login: form.get('login') ?? '', password: form.get('password') ?? '' };
  const signedIn = await modules.identity.signInOfficer(input, caller.now, caller.origin);
  if (!signedIn.ok) return refusedPage(signedIn.refusal, { login: String(input.login) });
  await endSession(app, request);
  const { token, expiresAt } = signedIn.value;
  const returnPath = safeReturnPath(new URL(request.url).searchParams.get('tiep'), home);
  return redirect(returnPath, { headers: { 'set-cookie': sessionCookie.set(token, expiresAt) } });
}

export default function OfficeSignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const refusal = actionData?.refusal;
  return (
    <div className="mc-sign-in mc-stack">
      <PageTitle title={t('sign-in.office.title')} lead={t('sign-in.office.lead')} />
      <ErrorSummary refusal={refusal ?? loaderData.problem} />
      <SignedOut signedOut={loaderData.signedOut} />
      {loaderData.isExpired && refusal === undefined ? (
        <Notice tone="warning" announced>
          <p>{t('sign-in.expired-office')}</p>
        </Notice>
      ) : null}
      {loaderData.isNew && refusal === undefined ? (
        <Notice tone="success" announced>
          <p>{t('activate.done')}</p>
        </Notice>
      ) : null}
      <form method="post" className="mc-panel mc-stack">
        <Field name="login" autoComplete="username" value={actionData?.login ?? ''} refusal={refusal} />
        <Field name="password" autoComplete="current-password" value="" refusal={refusal} />
        <button type="submit" className="ds-button mc-sign-in__button" data-variant="primary">
          {t('sign-in.office.submit')}
        </button>
      </form>
      {loaderData.province === undefined ? null : <ProvinceChoice {...loaderData.province} />}
      <p>
        <a href={activationHome}>{t('activate.link')}</a>
      </p>
      <p className="mc-subtle">
        {t('sign-in.office.is-citizen')} <a href={signInAddress()}>{t('sign-in.office.to-citizen')}</a>
      </p>
    </div>
  );
}

interface FieldProps {
  readonly name: 'login' | 'password';
  readonly autoComplete: string;
  readonly value: string;
  readonly refusal: Refusal | undefined;
}

function Field({ name, autoComplete, value, refusal }: FieldProps) {
  const { t, locale } = useTexts();
  const fault = refusal?.fields?.find((field) => field.pointer === `/${name}`);
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={name}>
        {t(name === 'login' ? 'sign-in.office.login' : 'sign-in.office.password')}
      </label>
      <input
        className="ds-input"
        id={name}
        name={name}
        type={name === 'login' ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${name}-loi` : undefined}
      />
      {fault ? (
        <p className="ds-validation-message" data-color="danger" id={`${name}-loi`}>
          {translateRefusal(locale, fault)}
        </p>
      ) : null}
    </div>
  );
}
