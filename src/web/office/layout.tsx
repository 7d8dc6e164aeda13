import { Outlet, useRouteLoaderData } from 'react-router';
import type { HeldPost } from '../../kernel/actor.ts';
import { plainDateOf } from '../../kernel/plain-date.ts';
import { can } from '../../modules/identity/contract.ts';
import { translate } from '../../texts/translate.ts';
import { appContext } from '../context.ts';
import { ErrorPage } from '../error-page.tsx';
import type { Route } from './+types/layout.ts';
import { adminLinksOf } from './admin-links.ts';
import { placeOfQueue, queueAddress, queuesToShow, queueText, roleText } from './office-queues.ts';
import { OfficeShell } from './office-shell.tsx';
import { requireOfficer } from './require-officer.ts';

/**
 * The officer's posts in words, the queues they reach with what waits in each, the pages of administration they may
 * open, and whether they stand at a counter.
 */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { caller, locale, modules } = context.get(appContext);
  const officer = requireOfficer(caller, request);
  const today = plainDateOf(caller.now);
  const unitName = (id: HeldPost['unitId']) => {
    const unit = modules.identity.units.unitOn(id, today);
    return unit?.shortName ?? unit?.name ?? '';
  };
  const roles = (posts: readonly HeldPost[]) =>
    posts.map(({ role }) => translate(locale, roleText(role))).join(', ');
  const counts = await modules.dossiers.queries.queueCounts(caller);
  const byUnit = Map.groupBy(officer.posts, ({ unitId }) => unitId);
  return {
    post: [...byUnit].map(([unitId, posts]) => `${roles(posts)} – ${unitName(unitId)}`).join('; '),
    queues: [
      ...queuesToShow(officer, counts).map((queue) => ({
        href: queueAddress(queue),
        label: translate(locale, queueText(queue)),
        count: counts.get(queue) ?? 0,
        place: placeOfQueue(queue),
        urgent: queue === 'qua-han' || queue === 'can-chi-dao',
      })),
      ...(can(officer, 'dossiers.return')
        ? [{ href: '/can-bo/buu-chinh', label: translate(locale, 'post.desk.title'), place: 'work' as const }]
        : []),
      ...(can(officer, 'dossiers.read')
        ? [{ href: '/can-bo/tre-han', label: translate(locale, 'office.late.title'), place: 'time' as const }]
        : []),
    ],
    admin: adminLinksOf(officer),
    pressing: (await modules.identity.delegations.pressing(caller)).length,
    leads: can(officer, 'dossiers.assign'),
    receives: can(officer, 'dossiers.accept'),
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
