import { can } from '../../../modules/identity/contract.ts';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useListKeys } from '../../ui/use-list-keys.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/list.ts';
import { listed } from './listed.ts';
import { ProcessFilter } from './process-filter.tsx';
import { DraftsTable, InForceTable, UncoveredTable } from './process-tables.tsx';

export const handle: PageHandle = { js: true };

const views = ['dang-ap-dung', 'ban-nhap', 'chua-co'] as const;
type View = (typeof views)[number];

/** Processes in force, drafts being written, or procedures that have no process yet; found by words, sector and level. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const { searchParams } = new URL(request.url);
  const view = views.find((each) => each === searchParams.get('xem')) ?? 'dang-ap-dung';
  const sectors = await app.modules.catalogue.findSectors(app.caller);
  return {
    ...(await listed(app, view, searchParams)),
    view,
    query: Object.fromEntries(searchParams),
    sectors: sectors.map(({ name }) => name),
    mayEdit: can(app.caller.actor, 'process.edit'),
  };
}

export default function ProcessList({ loaderData }: Route.ComponentProps) {
  const { view, query, sectors, inForce, drafts, uncovered, next } = loaderData;
  const { t } = useTexts();
  useListKeys();
  const isEmpty = inForce.length + drafts.length + uncovered.length === 0;
  const { sau: _, ...withoutPage } = query;
  const address = (changes: Record<string, string>) =>
    `/can-bo/quy-trinh?${new URLSearchParams({ ...withoutPage, ...changes })}`;
  return (
    <>
      <PageTitle title={t('process.list.title')} lead={t('process.list.lead')}>
        <a className="ds-button" data-variant="primary" href="/can-bo/quy-trinh/moi">
          <Icon name="plus" /> {t('process.list.new')}
        </a>
      </PageTitle>
      <nav aria-label={t('process.list.views')} className="mc-views">
        <ul>
          {views.map((each) => (
            <li key={each}>
              <a href={address({ xem: each })} aria-current={each === view ? 'page' : undefined}>
                {t(`process.list.view.${each}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {view === 'ban-nhap' ? null : <ProcessFilter view={view} query={query} sectors={sectors} />}
      {isEmpty ? <Empty view={view} /> : null}
      {inForce.length === 0 ? null : <InForceTable rows={inForce} />}
      {drafts.length === 0 ? null : <DraftsTable rows={drafts} />}
      {uncovered.length === 0 ? null : <UncoveredTable rows={uncovered} />}
      <Pager
        next={next === undefined ? undefined : address({ sau: next })}
        first={query.sau === undefined ? undefined : address({})}
      />
    </>
  );
}

function Empty({ view }: { readonly view: View }) {
  const { t } = useTexts();
  return (
    <EmptyState title={t(`process.list.empty.${view}`)}>
      <p>{t(`process.list.empty.body.${view}`)}</p>
    </EmptyState>
  );
}
