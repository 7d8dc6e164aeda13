import { type PlainDate, parsePlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { searchText } from '../../../kernel/search-text.ts';
import type { Identity, Unit } from '../../../modules/identity/public.ts';
import { formatDate } from '../../../texts/format.ts';
import { appContext } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextField } from '../../ui/fields.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/units.ts';
import { reorganisationAddress, reorganisationsHome } from './addresses.ts';
import { UnitBranch, type UnitNode } from './unit-branch.tsx';

/** The unit tree as of a day (`?ngay=`), or the units of a name (`?tim=`), with what is prepared to change it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { reorganisation, units } = modules.identity;
  const { items } = orErrorPage(await reorganisation.list(caller));
  const { searchParams } = new URL(request.url);
  const today = plainDateOf(caller.now);
  const on = parsePlainDate(searchParams.get('ngay') ?? '') ?? today;
  const asked = (searchParams.get('tim') ?? '').trim();
  const shown = asked === '' ? treeOn(units, on) : found(units, on, asked);
  return {
    on,
    isToday: on === today,
    asked,
    shown,
    count: units.unitsOn(on).length,
    pending: items.filter(({ state, effectiveOn }) => state === 'draft' || (effectiveOn ?? '') > today),
  };
}

function treeOn(units: Identity['units'], on: PlainDate): readonly UnitNode[] {
  const all = units.unitsOn(on);
  const children = Map.groupBy(all, (unit) => unit.parentId);
  const node = (unit: Unit, depth: number): UnitNode => ({
    ...brief(unit),
    parts:
      depth > 6
        ? []
        : (children.get(unit.id) ?? []).toSorted(territoriesLast).map((part) => node(part, depth + 1)),
  });
  const isRoot = (unit: Unit) => unit.parentId === undefined || !units.unitOn(unit.parentId, on);
  return all.filter(isRoot).map((unit) => node(unit, 0));
}

/** A province's own agencies before its communes; each in the order of names. */
function territoriesLast(a: Unit, b: Unit): number {
  return Number(a.gsoCode !== undefined) - Number(b.gsoCode !== undefined);
}

function found(units: Identity['units'], on: PlainDate, asked: string): readonly UnitNode[] {
  const words = searchText(asked);
  return units
    .unitsOn(on)
    .filter((unit) => searchText(`${unit.name} ${unit.shortName ?? ''} ${unit.key}`).includes(words))
    .slice(0, 200)
    .map((unit) => ({ ...brief(unit), parts: [] }));
}

function brief({ id, name, kind, gsoCode, agencyCode }: Unit) {
  return { unitId: id, name, kind, code: agencyCode ?? gsoCode };
}

export default function Units({ loaderData }: Route.ComponentProps) {
  const { on, isToday, asked, shown, count, pending } = loaderData;
  const { t } = useTexts();
  const lead = isToday ? t('units.lead', { count }) : t('units.lead.on', { count, on: formatDate(on) });
  return (
    <div className="mc-stack">
      <PageTitle title={t('units.title')} lead={lead}>
        <a className="ds-button" data-variant="primary" href={reorganisationsHome}>
          {t('units.reorganise')}
        </a>
      </PageTitle>
      {pending.length === 0 ? null : (
        <section className="mc-panel mc-stack mc-stack--tight" aria-labelledby="sap-den">
          <h2 id="sap-den">{t('units.pending')}</h2>
          <ul className="mc-plain-list">
            {pending.map(({ id, title, state, effectiveOn }) => (
              <li key={id}>
                <a href={reorganisationAddress(id)}>{title}</a>{' '}
                <span className="mc-subtle">
                  {t(`units.state.${state}`)}
                  {effectiveOn === undefined
                    ? null
                    : `, ${t('units.from-day', { on: formatDate(effectiveOn) })}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <form method="get" className="mc-filters">
        <TextField name="tim" label={t('units.search')} value={asked} />
        <TextField name="ngay" type="date" label={t('units.on')} value={on} />
        <div>
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('units.show')}
          </button>
        </div>
      </form>
      {shown.length === 0 ? (
        <EmptyState icon="search" title={t('units.nothing')}>
          <p>{t('units.nothing.body')}</p>
        </EmptyState>
      ) : (
        <ul className="mc-tree">
          {shown.map((node) => (
            <UnitBranch key={node.unitId} node={node} isRoot />
          ))}
        </ul>
      )}
    </div>
  );
}
