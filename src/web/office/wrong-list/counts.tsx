import type { ReportCount, ReportCounts, ReportState } from '../../../modules/catalogue/contract.ts';
import type { Translate } from '../../../texts/translate.ts';
import { appContext } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/counts.ts';
import { reportListAddress, reportsHome } from './addresses.ts';
import { AsksByUnit } from './unlisted-asks-by-unit.tsx';

/** How many reports, by unit and by procedure, and beside them who tried to ask for more than the list. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  return {
    counts: orErrorPage(await modules.catalogue.wrongLists.counts(caller)),
    asks: orErrorPage(await modules.dossiers.queries.unlistedAsks(caller, {})).byUnit,
  };
}

export default function Counts({ loaderData: { counts, asks } }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <div className="mc-stack">
      <PageTitle
        title={t('wrong-list.counts.title')}
        lead={t('wrong-list.counts.lead')}
        back={{ href: reportsHome, text: t('wrong-list.queue.title') }}
      />
      {counts.byUnit.length === 0 ? (
        <EmptyState title={t('wrong-list.counts.none')}>
          <p>{t('wrong-list.counts.none.body')}</p>
        </EmptyState>
      ) : (
        (['byUnit', 'byProcedure'] as const).map((by) => <CountTable key={by} by={by} rows={counts[by]} />)
      )}
      <AsksByUnit asks={asks} />
    </div>
  );
}

const columns = {
  reports: 'all',
  inTime: 'inTime',
  late: 'late',
  open: 'open',
  overdue: 'overdue',
} as const satisfies Partial<Record<keyof ReportCount, ReportState>>;

function CountTable({
  by,
  rows,
}: {
  readonly by: keyof ReportCounts;
  readonly rows: readonly ReportCount[];
}) {
  const { t } = useTexts();
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby={by}>
      <h2 id={by}>{t(`wrong-list.counts.${by}`)}</h2>
      <DataTable
        caption={t(`wrong-list.counts.${by}`)}
        columns={columnsOf(by, t)}
        rows={rows}
        keyOf={({ key }) => key}
      />
    </section>
  );
}

function columnsOf(by: keyof ReportCounts, t: Translate): readonly Column<ReportCount>[] {
  return [
    {
      key: 'name',
      header: t(by === 'byUnit' ? 'wrong-list.counts.unit' : 'wrong-list.procedure'),
      isName: true,
      cell: ({ key, name }) =>
        by === 'byProcedure' ? `${key} ${name ?? ''}` : (name ?? t('wrong-list.counts.citizens')),
    },
    ...(Object.keys(columns) as (keyof typeof columns)[]).map((column) => ({
      key: column,
      header: t(`wrong-list.counts.${column}`),
      align: 'end' as const,
      cell: (row: ReportCount) => <Count of={row} column={column} by={by} />,
    })),
  ];
}

function Count(props: {
  readonly of: ReportCount;
  readonly column: keyof typeof columns;
  readonly by: keyof ReportCounts;
}) {
  const { of: row, column, by } = props;
  if (row[column] === 0) return <span className="mc-subtle">0</span>;
  const narrowed = by === 'byUnit' ? { unit: row.key } : { code: row.key };
  return <a href={reportListAddress({ state: columns[column], ...narrowed })}>{row[column]}</a>;
}
