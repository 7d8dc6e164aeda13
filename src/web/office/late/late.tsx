import type { LateFilter, LatePage, LateRow, UnitLabel } from '../../../modules/dossiers/contract.ts';
import { formatWorkingTime } from '../../../texts/format.ts';
import type { Translate } from '../../../texts/translate.ts';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { orErrorPage } from '../../refusals.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectField, Tick } from '../../ui/fields.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useListKeys } from '../../ui/use-list-keys.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/late.ts';
import { lateAddress, lateFilterIn, lateQuery } from './late-filter.ts';

export const handle: PageHandle = { js: true };

/** Whose delay each late dossier is, longest promised first. `?sau=` walks on. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { searchParams } = new URL(request.url);
  const filter = lateFilterIn(searchParams);
  const cursor = searchParams.get('sau') ?? undefined;
  const page = orErrorPage(await modules.dossiers.queries.lateDossiers(caller, filter, { cursor }));
  return { page, filter, isFirst: cursor === undefined };
}

export default function Late({ loaderData }: Route.ComponentProps) {
  const { page, filter, isFirst } = loaderData;
  const { t } = useTexts();
  useListKeys();
  const isNarrowed = Object.keys(filter).length > 0;
  const address = (after?: string) => `${lateAddress}${lateQuery(filter, after)}`;
  return (
    <>
      <PageTitle title={t('office.late.title')} lead={t('office.late.lead')}>
        {page.items.length === 0 ? null : (
          <a className="mc-no-print" href={`${lateAddress}/xuat.csv${lateQuery(filter)}`}>
            {t('office.queue.csv')}
          </a>
        )}
      </PageTitle>
      {page.items.length === 0 && !isNarrowed ? null : <Filter page={page} filter={filter} />}
      {page.items.length > 0 ? (
        <DataTable
          caption={t('office.late.caption')}
          columns={columnsOf(t)}
          rows={page.items}
          keyOf={(row) => row.dossierId}
        />
      ) : page.next !== undefined ? (
        <p className="mc-subtle">{t('office.late.more')}</p>
      ) : isNarrowed ? (
        <EmptyState title={t('office.queue.nothing-matches')}>
          <p>
            <a href={lateAddress}>{t('office.queue.clear')}</a>
          </p>
        </EmptyState>
      ) : (
        <EmptyState title={t('office.late.none')}>
          <p>{t('office.late.none.body')}</p>
        </EmptyState>
      )}
      <Pager
        next={page.next === undefined ? undefined : address(page.next)}
        first={isFirst ? undefined : address()}
      />
    </>
  );
}

function Filter({ page, filter }: { readonly page: LatePage; readonly filter: LateFilter }) {
  const { t } = useTexts();
  const isNarrowed = Object.keys(filter).length > 0;
  const options = (units: readonly UnitLabel[]) =>
    units.map(({ unitId, name }) => ({ value: unitId, label: name }));
  return (
    <details className="mc-disclosure mc-filter mc-no-print" open={isNarrowed}>
      <summary className="mc-filter__title">{t('office.late.filter')}</summary>
      <form method="get" action={lateAddress} className="mc-filter__form mc-stack mc-stack--snug">
        <div className="mc-filters">
          <SelectField
            name="do-don-vi"
            label={t('office.late.cause')}
            value={filter.cause}
            empty={t('office.late.any')}
            options={options(page.causes)}
          />
          <SelectField
            name="don-vi"
            label={t('office.late.unit')}
            value={filter.unit}
            empty={t('office.late.any')}
            options={options(page.units)}
          />
        </div>
        <Tick
          name="thiet-yeu"
          label={t('office.late.only-essential')}
          checked={filter.essential === true}
          value="1"
        />
        <div className="mc-row">
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('office.queue.apply')}
          </button>
          {isNarrowed ? <a href={lateAddress}>{t('office.queue.clear')}</a> : null}
        </div>
      </form>
    </details>
  );
}

function columnsOf(t: Translate): readonly Column<LateRow>[] {
  return [
    {
      key: 'code',
      header: t('office.queue.code'),
      isName: true,
      cell: (row) => (
        <a className="mc-queue-code" href={`/can-bo/ho-so/${row.dossierId}/thoi-han`}>
          {row.code}
        </a>
      ),
    },
    {
      key: 'procedure',
      header: t('office.queue.procedure'),
      cell: (row) => (
        <>
          {row.procedureName}
          {row.isEssential ? <span className="mc-subtle mc-small"> {t('office.late.essential')}</span> : null}
        </>
      ),
    },
    { key: 'owner', header: t('office.queue.owner'), cell: (row) => row.ownerName },
    { key: 'unit', header: t('office.late.unit'), cell: (row) => row.unit.name },
    {
      key: 'promised',
      header: t('office.queue.promised'),
      cell: (row) => <DateTime at={new Date(row.promisedAt)} />,
    },
    {
      key: 'late',
      header: t('office.late.late'),
      cell: (row) => <StatusTag tone="danger">{formatWorkingTime(row.lateMinutes)}</StatusTag>,
    },
    { key: 'cause', header: t('office.late.cause'), cell: (row) => cause(row, t) },
  ];
}

function cause({ cause: found }: LateRow, t: Translate) {
  if (found === undefined) return <span className="mc-subtle">{t('office.late.nobody')}</span>;
  return (
    <>
      <strong>{found.unit.name}</strong>{' '}
      {t('office.late.by', { step: found.stepName, time: formatWorkingTime(found.overMinutes) })}
    </>
  );
}
