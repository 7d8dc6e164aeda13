import type { Role } from '../../../kernel/actor.ts';
import type { PerformerGap } from '../../../modules/dossiers/contract.ts';
import { can } from '../../../modules/identity/contract.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { appContext } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { roleText } from '../office-queues.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/gaps.ts';
import { UnitTable } from './unit-table.tsx';

/** Work nobody can do, as last night found it, each with what mends it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { queries } = modules.dossiers;
  return {
    gaps: orErrorPage(await queries.performerGaps(caller)),
    units: orErrorPage(await queries.unitGaps(caller)),
    mayOpenUnits: can(caller.actor, 'identity.manage'),
  };
}

export default function Gaps({ loaderData }: Route.ComponentProps) {
  const { gaps, units, mayOpenUnits } = loaderData;
  const { t } = useTexts();
  const first = gaps[0] ?? units[0];
  return (
    <div className="mc-stack">
      <PageTitle title={t('office.gaps.title')} lead={t('office.gaps.lead')} />
      {first === undefined ? (
        <EmptyState title={t('office.gaps.none')}>
          <p>{t('office.gaps.none.body')}</p>
        </EmptyState>
      ) : (
        <p className="mc-subtle">{t('office.gaps.found', { at: formatDateTime(new Date(first.foundAt)) })}</p>
      )}
      {(['tasks', 'process'] as const).map((what) => (
        <GapTable key={what} what={what} rows={gaps.filter((gap) => gap.what === what)} />
      ))}
      <UnitTable rows={units} mayOpen={mayOpenUnits} />
    </div>
  );
}

function GapTable({
  what,
  rows,
}: {
  readonly what: PerformerGap['what'];
  readonly rows: readonly PerformerGap[];
}) {
  const { t } = useTexts();
  if (rows.length === 0) return null;
  const role = (gap: PerformerGap) => t(roleText(gap.role as Role));
  const columns: readonly Column<PerformerGap>[] = [
    { key: 'unit', header: t('office.gaps.unit'), isName: true, cell: (gap) => gap.unit },
    { key: 'role', header: t('office.gaps.role'), cell: role },
    { key: 'step', header: t('office.gaps.step'), cell: (gap) => gap.stepName },
    what === 'tasks'
      ? { key: 'open', header: t('office.gaps.open'), align: 'end', cell: (gap) => gap.tasks }
      : {
          key: 'procedure',
          header: t('office.gaps.procedure'),
          cell: (gap) =>
            gap.procedures > 1
              ? t('office.gaps.procedures', { name: gap.procedureName ?? '', more: gap.procedures - 1 })
              : (gap.procedureName ?? ''),
        },
    {
      key: 'fix',
      header: t('office.gaps.fix'),
      cell: (gap) => t(`office.gaps.fix.${what}`, { role: role(gap), unit: gap.unit }),
    },
  ];
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby={`thieu-${what}`}>
      <h2 id={`thieu-${what}`}>{t(`office.gaps.${what}`)}</h2>
      <DataTable
        caption={t(`office.gaps.${what}`)}
        columns={columns}
        rows={rows}
        keyOf={(gap) => `${gap.unit} ${gap.role}`}
      />
    </section>
  );
}
