import { parsePlainDate, plainDateOf } from '../../../../kernel/plain-date.ts';
import type { StandingRow } from '../../../../modules/catalogue/contract.ts';
import { formatDate } from '../../../../texts/format.ts';
import type { Translate } from '../../../../texts/translate.ts';
import { appContext } from '../../../context.ts';
import { orErrorPage } from '../../../refusals.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { requireOfficer } from '../../require-officer.ts';
import { catalogueHome, standingTableHome } from '../addresses.ts';
import { plainDate } from '../plain-date.ts';
import type { Route } from './+types/report.ts';
import { behind, figures } from './columns.ts';

/** Levels of service registered, refused and published by department and level of government (`?ngay=`), as the report of 2021. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const on = parsePlainDate(new URL(request.url).searchParams.get('ngay') ?? '') ?? plainDateOf(caller.now);
  return { on, rows: orErrorPage(await modules.catalogue.queries.standingTable(caller, { on })) };
}

export default function StandingReport({ loaderData: { on, rows } }: Route.ComponentProps) {
  const { t } = useTexts();
  const title = t('catalogue.standing.report.title');
  const day = formatDate(plainDate(on));
  return (
    <div className="mc-stack">
      <PageTitle
        title={title}
        lead={t('catalogue.standing.report.lead', { date: day })}
        back={{ href: catalogueHome, text: t('catalogue.office.title') }}
      >
        <a href={`${standingTableHome}/xuat.csv?ngay=${on}`}>{t('catalogue.standing.report.csv')}</a>
      </PageTitle>
      <form className="mc-choose">
        <TextField name="ngay" type="date" value={on} label={t('catalogue.standing.on')} />
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('catalogue.standing.show')}
        </button>
      </form>
      {rows.length === 0 ? (
        <EmptyState title={t('catalogue.standing.report.none')}>
          <p>{t('catalogue.standing.report.none.body')}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={title}
          columns={columnsOf(on, t)}
          rows={rows}
          keyOf={({ department, level }) => `${department} ${level}`}
        />
      )}
    </div>
  );
}

function columnsOf(on: string, t: Translate): readonly Column<StandingRow>[] {
  return [
    {
      key: 'department',
      header: t('catalogue.standing.report.department'),
      isName: true,
      cell: ({ department }) => department,
    },
    {
      key: 'level',
      header: t('catalogue.standing.report.level'),
      cell: ({ level }) => t(`procedures.level.${level}`),
    },
    ...figures(t).map(
      (figure): Column<StandingRow> => ({
        key: figure.key,
        header: figure.header,
        align: 'end',
        cell: (row) =>
          figure.count(row) === 0 ? (
            <span className="mc-subtle">0</span>
          ) : (
            <a href={behind(figure, row, on)}>{figure.count(row)}</a>
          ),
      }),
    ),
  ];
}
