import { data } from 'react-router';
import { safeReturnPath } from '../../../modules/identity/contract.ts';
import { hasText } from '../../../texts/translate.ts';
import { appContext } from '../../context.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/sign-in.ts';
import { officeSignInAddress } from './sign-in-address.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { searchParams } = new URL(request.url);
  const problem = searchParams.get('loi') ?? '';
  const { session, actor } = app.caller;
  const shown = {
    returnPath: safeReturnPath(searchParams.get('tiep'), '/ho-so'),
    // Only a way back was asked for: without one the person came by themselves.
    isNeeded: searchParams.has('tiep'),
    isExpired: session.expired,
    isSimulated: app.modules.identity.isProviderSimulated,
    problem: problem.startsWith('identity.') && hasText(problem) ? problem : undefined,
    citizenName: actor.kind === 'citizen' ? session.displayName : undefined,
  };
  return data(shown, session.expired ? { headers: { 'set-cookie': app.sessionCookie.clear() } } : {});
}

export function headers({ loaderHeaders }: Route.HeadersArgs) {
  return loaderHeaders;
}

export default function SignIn({ loaderData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { problem, citizenName } = loaderData;
  return (
    <div className="mc-sign-in mc-stack">
      <PageTitle title={t('sign-in.title')} lead={t('sign-in.lead')} />
      <ErrorSummary refusal={problem && { kind: 'unauthenticated', type: problem }} />
      {problem === undefined ? <Reason loaderData={loaderData} /> : null}
      {citizenName === undefined ? <ProviderChoice loaderData={loaderData} /> : null}
      {citizenName === undefined ? null : (
        <div className="mc-panel mc-stack">
          <p>{t('sign-in.signed-in-as', { name: citizenName })}</p>
          <a className="ds-button mc-sign-in__button" data-variant="primary" href={loaderData.returnPath}>
            {t('sign-in.continue')}
          </a>
        </div>
      )}
      <p className="mc-subtle">
        {t('sign-in.is-officer')}{' '}
        <a href={officeSignInAddress(loaderData.isNeeded ? loaderData.returnPath : undefined)}>
          {t('sign-in.to-office')}
        </a>
      </p>
    </div>
  );
}

type Shown = Pick<Route.ComponentProps, 'loaderData'>;

/** Why the person sees this page, when they did not ask for it. */
function Reason({ loaderData }: Shown) {
  const { t } = useTexts();
  if (loaderData.isExpired) {
    return (
      <Notice tone="warning" announced>
        <p>{t('sign-in.expired')}</p>
      </Notice>
    );
  }
  if (!loaderData.isNeeded || loaderData.citizenName !== undefined) return null;
  return (
    <Notice tone="info">
      <p>{t('sign-in.needed')}</p>
    </Notice>
  );
}

function ProviderChoice({ loaderData }: Shown) {
  const { t } = useTexts();
  const label = loaderData.isSimulated ? 'sign-in.with-vneid-simulated' : 'sign-in.with-vneid';
  return (
    <div className="mc-panel mc-stack">
      <a
        className="ds-button mc-sign-in__button"
        data-variant="primary"
        href={`/dang-nhap/vneid?tiep=${encodeURIComponent(loaderData.returnPath)}`}
      >
        <Icon name="user" /> {t(label)}
      </a>
      {loaderData.isSimulated ? <p className="mc-small">{t('sign-in.demo-note')}</p> : null}
      <Disclosure summary={t('sign-in.what-is-shared.title')}>
        <p>{t('sign-in.what-is-shared')}</p>
      </Disclosure>
    </div>
  );
}
