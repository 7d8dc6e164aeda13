import { can } from '../../../modules/identity/contract.ts';
import { appContext } from '../../context.ts';
import { consentAction, loadConsents } from '../../ui/consent/consent-actions.ts';
import { ConsentErrors } from '../../ui/consent/consent-errors.tsx';
import { GivenConsents, HeldConsents } from '../../ui/consent/consents.tsx';
import { GiveConsent } from '../../ui/consent/give-consent.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/helpers-page.ts';

const home = '/can-bo/ho-tro';

/** An officer hands in for citizens who let them; a counter writes down the consent of whoever stands there. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const officer = requireOfficer(app.caller, request);
  return { ...(await loadConsents(app, request)), mayGive: can(officer, 'dossiers.accept') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  return consentAction(app, await request.formData(), home);
}

export default function HelpersPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const told = { refusal: actionData?.refusal, typed: actionData?.typed ?? {} };
  return (
    <div className="mc-stack mc-stack--loose mc-form">
      <PageTitle title={t('consent.office.title')} lead={t('consent.office.lead')} />
      <ConsentErrors {...told} />
      {loaderData.done === undefined || actionData !== undefined ? null : (
        <Notice tone="success" announced>
          <p>{t(loaderData.done)}</p>
        </Notice>
      )}
      <HeldConsents {...loaderData} {...told} found={actionData?.found} />
      {loaderData.mayGive ? (
        <>
          <GiveConsent
            title={t('consent.office.give')}
            what={t('consent.office.give.what')}
            asksPrincipal
            {...told}
            code={actionData?.code}
          />
          <GivenConsents {...loaderData} atCounter />
        </>
      ) : null}
    </div>
  );
}
