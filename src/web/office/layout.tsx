import { Outlet, useRouteLoaderData } from 'react-router';
import { plainDateOf } from '../../kernel/plain-date.ts';
import { translate } from '../../texts/translate.ts';
import { appContext } from '../context.ts';
import { ErrorPage } from '../error-page.tsx';
import type { Route } from './+types/layout.ts';
import { queueAddress, queuesOf, queueText, roleText } from './office-queues.ts';
import { OfficeShell } from './office-shell.tsx';
import { requireOfficer } from './require-officer.ts';

/** The officer's posts in words and the queues they reach. */
export function loader({ context, request }: Route.LoaderArgs) {
  const { caller, locale, modules } = context.get(appContext);
  const officer = requireOfficer(caller, request);
  const today = plainDateOf(caller.now);
  const posts = officer.posts.map(({ role, unitId }) => {
    const unit = modules.identity.units.unitOn(unitId, today);
    return [translate(locale, roleText(role)), unit?.shortName ?? unit?.name].filter(Boolean).join(' – ');
  });
  return {
    post: posts.join('; '),
    queues: queuesOf(officer).map((queue) => ({
      href: queueAddress(queue),
      label: translate(locale, queueText(queue)),
    })),
  };
}

export default function OfficeLayout({ loaderData }: Route.ComponentProps) {
  return (
    <OfficeShell {...loaderData}>
      <Outlet />
    </OfficeShell>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const frame = useRouteLoaderData<typeof loader>('office/layout');
  return (
    <OfficeShell queues={[]} {...frame}>
      <ErrorPage error={error} />
    </OfficeShell>
  );
}
