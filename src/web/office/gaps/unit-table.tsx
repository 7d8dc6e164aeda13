import type { UnitGap } from '../../../modules/dossiers/contract.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { unitAddress } from '../units/addresses.ts';

interface UnitTableProps {
  readonly rows: readonly UnitGap[];
  /** The reader may open the unit's own page. */
  readonly mayOpen: boolean;
}

/** Units that cannot act as they should, and what each lacks. */
export function UnitTable({ rows, mayOpen }: UnitTableProps) {
  const { t } = useTexts();
  if (rows.length === 0) return null;
  const columns: readonly Column<UnitGap>[] = [
    {
      key: 'unit',
      header: t('office.gaps.unit'),
      isName: true,
      cell: ({ unitId, unit }) => (mayOpen ? <a href={unitAddress(unitId)}>{unit}</a> : unit),
    },
    {
      key: 'lacks',
      header: t('units.lacks'),
      cell: ({ lacks }) => lacks.map((lack) => t(`units.lacks.${lack}`)).join('; '),
    },
  ];
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="don-vi-thieu">
      <h2 id="don-vi-thieu">{t('units.gaps', { count: rows.length })}</h2>
      <DataTable
        caption={t('units.gaps', { count: rows.length })}
        columns={columns}
        rows={rows}
        keyOf={({ unitId }) => unitId}
      />
    </section>
  );
}
