import type { Lack, SectorWork } from '../../../modules/catalogue/contract.ts';
import type { Translate } from '../../../texts/translate.ts';
import { appContext } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/work.ts';
import { catalogueHome, filters } from './addresses.ts';

/** What is to be done in the catalogue, by sector: no process, no fee, not checked, parts missing. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  return { sectors: orErrorPage(await modules.catalogue.queries.sectorWork(caller)) };
}

const lackColumns = ['process', 'fee', 'unchecked', 'parts'] as const;

export default function CatalogueWork({ loaderData: { sectors } }: Route.ComponentProps) {
  const { t } = useTexts();
  const back = { href: catalogueHome, text: t('catalogue.office.title') };
  return (
    <div className="mc-stack">
      <PageTitle title={t('catalogue.work.title')} lead={t('catalogue.work.lead')} back={back} />
      <ul className="mc-tiles">
        {lackColumns.map((lack) => (
          <li key={lack}>
            <a href={listOf(lack)}>
              <strong className="mc-number">{sum(sectors, lack)}</strong>
              <span>{t(`catalogue.office.lack.${lack}`)}</span>
            </a>
          </li>
        ))}
      </ul>
      <DataTable
        caption={t('catalogue.work.title')}
        columns={columnsOf(t)}
        rows={sectors}
        keyOf={({ sector }) => sector}
      />
    </div>
  );
}

function columnsOf(t: Translate): readonly Column<SectorWork>[] {
  return [
    {
      key: 'sector',
      header: t('procedures.filter.sector'),
      isName: true,
      cell: ({ sector }) => (
        <a href={`${catalogueHome}?${new URLSearchParams({ [filters.sector]: sector })}`}>{sector}</a>
      ),
    },
    { key: 'all', header: t('catalogue.work.procedures'), align: 'end', cell: (row) => row.procedures },
    ...lackColumns.map((lack) => ({
      key: lack,
      header: t(`catalogue.office.lack.${lack}`),
      align: 'end' as const,
      cell: (row: SectorWork) =>
        row[lack] === 0 ? (
          <span className="mc-subtle">0</span>
        ) : (
          <a href={listOf(lack, row.sector)}>{row[lack]}</a>
        ),
    })),
  ];
}

function listOf(lack: Lack, sector?: string): string {
  const query = new URLSearchParams({ [filters.lack]: lack, [filters.state]: 'inForce' });
  if (sector !== undefined) query.set(filters.sector, sector);
  return `${catalogueHome}?${query}`;
}

function sum(sectors: readonly SectorWork[], lack: Lack): number {
  return sectors.reduce((all, sector) => all + sector[lack], 0);
}
