import { formatDateTime } from '../../../texts/format.ts';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { orErrorPage } from '../../refusals.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/due-sheet.ts';
import { dueListAddress } from './addresses.ts';
import { dueColumns } from './due-columns.tsx';
import { dueFilterOf } from './due-filter.ts';

export const handle: PageHandle = {};

/** The narrowed list on one sheet. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller, portal } = context.get(appContext);
  requireOfficer(caller, request);
  const filter = dueFilterOf(new URL(request.url));
  return {
    page: orErrorPage(await modules.privacy.retention.due(caller, filter, { whole: true })),
    filter,
    agencyName: portal.agencyName,
    now: caller.now,
  };
}

export default function DueSheet({ loaderData }: Route.ComponentProps) {
  const { page, filter, agencyName, now } = loaderData;
  const { t } = useTexts();
  const count = page.items.length;
  return (
    <article className="mc-sheet mc-stack">
      <title>{t('retention.print.title')}</title>
      <p className="mc-no-print mc-row mc-row--apart">
        <a href={dueListAddress(filter)}>{t('retention.back')}</a>
        <span className="mc-subtle">{t('procedure.print.how')}</span>
      </p>
      <p className="mc-sheet__agency">{agencyName}</p>
      <h1>{t('retention.print.title')}</h1>
      <p>{t('retention.print.at', { at: formatDateTime(now), count })}</p>
      {page.next === undefined ? null : <p>{t('retention.print.more', { count })}</p>}
      <DataTable
        caption={t('retention.print.title')}
        columns={dueColumns(t, true)}
        rows={page.items}
        keyOf={(row) => row.dossierId}
      />
    </article>
  );
}
