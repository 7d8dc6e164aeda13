import { redirect } from 'react-router';
import { appContext } from '../../context.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/confirm-link.ts';
import { endSession } from './end-session.ts';
import { flowTokenOf, forgetFlow } from './flow-cookie.ts';
import { signInAddress } from './sign-in-address.ts';

const declined = { kind: 'unauthenticated', type: 'identity.link-declined' } as const;
const expired = { kind: 'unauthenticated', type: 'identity.sign-in-expired' } as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const pending = await app.modules.identity.findPendingLink(await flowTokenOf(app, request), app.caller.now);
  if (!pending) throw redirect(signInAddress(undefined, expired));
  return pending;
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const form = await request.formData();
  const headers = new Headers({ 'set-cookie': await forgetFlow(app) });
  const flowToken = await flowTokenOf(app, request);
  const { now, origin } = app.caller;
  if (form.get('tra-loi') !== 'dung') {
    const back = await app.modules.identity.citizens.findReturnPath(flowToken, now);
    return redirect(signInAddress(back, declined), { headers });
  }
  const linked = await app.modules.identity.confirmLink(flowToken, now, origin);
  if (!linked.ok) return redirect(signInAddress(undefined, linked.refusal), { headers });
  const { session, returnPath } = linked.value;
  await endSession(app, request);
  headers.append('set-cookie', app.sessionCookie.set(session.token, session.expiresAt));
  return redirect(returnPath, { headers });
}

export default function ConfirmLink({ loaderData }: Route.ComponentProps) {
  const { t } = useTexts();
  const paper = t(`sign-in.link.${loaderData.matched}`);
  const params = { name: loaderData.name, paper, ending: loaderData.numberEnding };
  return (
    <div className="mc-sign-in mc-stack">
      <PageTitle title={t('sign-in.link.title')} lead={t('sign-in.link.lead', params)} />
      <form method="post" className="mc-panel mc-stack">
        <h2>{t('sign-in.link.question', params)}</h2>
        <p>
          {loaderData.organisation === undefined
            ? t('sign-in.link.what-happens')
            : t('sign-in.link.what-happens-organisation', { organisation: loaderData.organisation })}
        </p>
        <div className="mc-row">
          <button type="submit" name="tra-loi" value="dung" className="ds-button" data-variant="primary">
            {t('sign-in.link.yes')}
          </button>
          <button type="submit" name="tra-loi" value="khong" className="ds-button" data-variant="secondary">
            {t('sign-in.link.no')}
          </button>
        </div>
      </form>
    </div>
  );
}
