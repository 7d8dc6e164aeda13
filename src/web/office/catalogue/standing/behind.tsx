import { parsePlainDate, plainDateOf } from '../../../../kernel/plain-date.ts';
import type { StandingEntry } from '../../../../modules/catalogue/contract.ts';
import type { Translate } from '../../../../texts/translate.ts';
import { appContext } from '../../../context.ts';
import { orErrorPage } from '../../../refusals.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { requireOfficer } from '../../require-officer.ts';
import { given } from '../../typed.ts';
import { officeProcedureAddress, standingListAddress, standingTableHome } from '../addresses.ts';
import type { Route } from './+types/behind.ts';

/** The procedures behind one number of the report. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { searchParams } = new URL(request.url);
  const said = (name: string) => searchParams.get(name) || undefined;
  const on = parsePlainDate(said('ngay') ?? '') ?? plainDateOf(caller.now);
  const after = said('sau');
  const asked = {
    department: said('so'),
    level: said('cap'),
    stage: said('buoc'),
    value: said('muc'),
    after,
  };
  const page = orErrorPage(await modules.catalogue.queries.standingList(caller, { on, ...given(asked) }));
  searchParams.delete('sau');
  return {
    ...page,
    on,
    department: asked.department,
    query: Object.fromEntries(searchParams),
    isFirst: after === undefined,
  };
}

export default function StandingBehind({ loaderData }: Route.ComponentProps) {
  const { items, next, on, department, query, isFirst } = loaderData;
  const { t } = useTexts();
  const title = t('catalogue.standing.list.title');
  const back = { href: `${standingTableHome}?ngay=${on}`, text: t('catalogue.standing.report.title') };
  return (
    <div className="mc-stack">
      <PageTitle title={title} back={back} {...(department !== undefined && { lead: department })} />
      {items.length === 0 ? (
        <EmptyState title={t('catalogue.standing.report.none')} />
      ) : (
        <DataTable caption={title} columns={columnsOf(on, t)} rows={items} keyOf={({ code }) => code} />
      )}
      <Pager
        next={next === undefined ? undefined : standingListAddress({ ...query, sau: next })}
        first={isFirst ? undefined : standingListAddress(query)}
      />
    </div>
  );
}

function columnsOf(on: string, t: Translate): readonly Column<StandingEntry>[] {
  return [
    {
      key: 'name',
      header: t('catalogue.office.procedure'),
      isName: true,
      cell: ({ code, name }) => (
        <span className="mc-stack mc-stack--tight">
          <a href={`${officeProcedureAddress(code)}?ngay=${on}#muc-do`}>{name}</a>
          <span className="mc-subtle mc-number">{code}</span>
        </span>
      ),
    },
    {
      key: 'level',
      header: t('catalogue.standing.report.level'),
      cell: ({ level }) => t(`procedures.level.${level}`),
    },
  ];
}
