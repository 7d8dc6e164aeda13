import { appContext } from '../../context.ts';
import { consentAction, loadConsents } from '../../ui/consent/consent-actions.ts';
import { ConsentErrors } from '../../ui/consent/consent-errors.tsx';
import { GivenConsents, HeldConsents } from '../../ui/consent/consents.tsx';
import { GiveConsent } from '../../ui/consent/give-consent.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireCitizen } from '../sign-in/require-citizen.ts';
import type { Route } from './+types/helpers-page.ts';

const home = '/tai-khoan/ho-tro';

/** Whom a citizen lets hand in for them, and for whom they do. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const citizen = requireCitizen(app, request);
  return {
    ...(await loadConsents(app, request)),
    mayGive: citizen.organisationId === undefined,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  return consentAction(app, await request.formData(), home);
}

export default function HelpersPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const told = { refusal: actionData?.refusal, typed: actionData?.typed ?? {} };
  return (
    <div className="mc-stack mc-stack--loose mc-form">
      <PageTitle
        title={t('consent.title')}
        lead={t('consent.lead')}
        back={{ href: '/tai-khoan', text: t('account.title') }}
      />
      <ConsentErrors {...told} />
      {loaderData.done === undefined || actionData !== undefined ? null : (
        <Notice tone="success" announced>
          <p>{t(loaderData.done)}</p>
        </Notice>
      )}
      {loaderData.mayGive ? (
        <>
          <GiveConsent title={t('consent.give')} asksPrincipal={false} {...told} code={actionData?.code} />
          <GivenConsents {...loaderData} />
        </>
      ) : (
        <Notice tone="info">
          <p>{t('identity.consent-organisation')}</p>
        </Notice>
      )}
      <HeldConsents {...loaderData} {...told} found={actionData?.found} />
    </div>
  );
}
