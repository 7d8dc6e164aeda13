import { redirect } from 'react-router';
import { appContext } from '../../context.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/sign-out.ts';

export function loader({ context }: Route.LoaderArgs) {
  const { session } = context.get(appContext).caller;
  if (session.displayName === undefined) throw redirect('/');
  return { name: session.displayName };
}

/** Ends the session of this browser; citizens land on the home page, officers at their sign-in. */
export async function action({ context, request }: Route.ActionArgs) {
  const { modules, caller, sessionCookie } = context.get(appContext);
  const token = cookieValue(request.headers.get('cookie') ?? '', sessionCookie.name);
  if (token) await modules.identity.signOut(token, caller.now, caller.origin);
  const next = caller.actor.kind === 'officer' ? '/can-bo/dang-nhap' : '/';
  return redirect(next, { headers: { 'set-cookie': sessionCookie.clear() } });
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

function cookieValue(header: string, name: string): string | undefined {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
