import { roles } from '../../../kernel/actor.ts';
import { peopleStates } from '../../../modules/identity/contract.ts';
import { appContext } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { roleText } from '../office-queues.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/list.ts';
import { peopleFilters, peopleHome, peopleImportHome, resetsHome } from './addresses.ts';
import { PeopleTable } from './people-table.tsx';
import { UnitList, unitList } from './post-fields.tsx';
import { unitChoices } from './unit-choices.ts';

/** Everybody with an officer's account, searched and narrowed; the address says everything. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const { searchParams } = new URL(request.url);
  const said = (name: string) => searchParams.get(name)?.trim() || undefined;
  const { labels, finder } = unitChoices(app);
  const words = said(peopleFilters.words)?.slice(0, 100) ?? '';
  const unitWords = said(peopleFilters.unit) ?? '';
  const unit = finder.find(unitWords);
  const isUnitKnown = unit !== undefined && unit !== 'several';
  const role = roles.find((each) => each === said(peopleFilters.role));
  const state = peopleStates.find((each) => each === said(peopleFilters.state));
  const after = said(peopleFilters.after);
  const page = orErrorPage(
    await app.modules.identity.people.queries.list(app.caller, {
      words,
      ...(isUnitKnown && { unitId: unit.id }),
      ...(role && { role }),
      ...(state && { state }),
      ...(after && { after }),
    }),
  );
  searchParams.delete(peopleFilters.after);
  return {
    ...page,
    labels,
    asked: { words, unit: unitWords, role, state },
    isUnitUnknown: unitWords !== '' && !isUnitKnown,
    query: searchParams.toString(),
    isFirst: after === undefined,
  };
}

export default function People({ loaderData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { items, next, query, isFirst } = loaderData;
  const onward = new URLSearchParams(query);
  if (next !== undefined) onward.set(peopleFilters.after, next);
  return (
    <>
      <PageTitle title={t('people.title')} lead={t('people.lead')}>
        <div className="mc-row">
          <a className="ds-button" data-variant="primary" href={`${peopleHome}/them`}>
            {t('people.add')}
          </a>
          <a className="ds-button" data-variant="secondary" href={peopleImportHome}>
            {t('people.import')}
          </a>
          <a className="ds-button" data-variant="secondary" href={resetsHome}>
            {t('people.resets.title')}
          </a>
        </div>
      </PageTitle>
      <div className="mc-stack">
        <Filters {...loaderData} />
        {items.length === 0 ? (
          <EmptyState title={t('people.none')}>
            <p>{t('people.none.body')}</p>
          </EmptyState>
        ) : (
          <PeopleTable items={items} />
        )}
        <Pager
          next={next === undefined ? undefined : `${peopleHome}?${onward}`}
          first={isFirst ? undefined : `${peopleHome}?${query}`}
        />
      </div>
    </>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function Filters({ asked, labels, isUnitUnknown }: Pick<Loaded, 'asked' | 'labels' | 'isUnitUnknown'>) {
  const { t } = useTexts();
  return (
    <search>
      <form action={peopleHome} className="mc-list-filters">
        <TextField name={peopleFilters.words} label={t('people.search')} value={asked.words} />
        <TextField
          name={peopleFilters.unit}
          label={t('people.post.unit')}
          value={asked.unit}
          list={unitList}
          problem={isUnitUnknown ? t('people.unit-unknown') : undefined}
        />
        <SelectField
          name={peopleFilters.role}
          label={t('people.post.role')}
          value={asked.role ?? ''}
          empty={t('people.any')}
          options={roles.map((role) => ({ value: role, label: t(roleText(role)) }))}
        />
        <SelectField
          name={peopleFilters.state}
          label={t('people.state')}
          value={asked.state ?? ''}
          empty={t('people.any')}
          options={peopleStates.map((state) => ({ value: state, label: t(`people.state.${state}`) }))}
        />
        <div className="mc-row mc-filters__end">
          <button type="submit" className="ds-button" data-variant="primary">
            {t('common.search')}
          </button>
          <a href={peopleHome}>{t('procedures.filter.clear')}</a>
        </div>
        <UnitList labels={labels} />
      </form>
    </search>
  );
}
