import { redirect } from 'react-router';
import { appContext } from '../../context.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/sign-out.ts';
import { endSession } from './end-session.ts';

export function loader({ context }: Route.LoaderArgs) {
  const { session } = context.get(appContext).caller;
  if (session.displayName === undefined) throw redirect('/');
  return { name: session.displayName };
}

/**
 * Ends the session of this browser and has it forget what it kept of our pages: a counter's machine has the next person before it
 * at once. Citizens land on the home page, officers at their sign-in.
 */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { byProvince } = await endSession(app, request);
  const { actor, session } = app.caller;
  const office = byProvince ? '/can-bo/dang-nhap?ra=tinh' : '/can-bo/dang-nhap';
  const next = actor.kind === 'officer' || session.pending ? office : '/';
  return redirect(next, {
    headers: { 'set-cookie': app.sessionCookie.clear(), 'clear-site-data': '"cache", "storage"' },
  });
}

export default function SignOut({ loaderData }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <div className="mc-sign-in mc-stack">
      <PageTitle title={t('sign-in.out.title')} lead={t('sign-in.out.question', loaderData)} />
      <form method="post">
        <button type="submit" className="ds-button" data-variant="primary">
          {t('sign-in.out.submit')}
        </button>
      </form>
    </div>
  );
}
