import type { DelegationView } from '../../../modules/identity/contract.ts';
import { formatDate } from '../../../texts/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { delegationsHome } from './addresses.ts';
import { EndForm, type RefusedEnd } from './answer-forms.tsx';
import { DelegationState } from './delegation-state.tsx';
import { Lent } from './lent.tsx';

interface DelegationListProps {
  readonly rows: readonly DelegationView[];
  readonly refused: RefusedEnd | undefined;
}

/** Powers lent, the newest first, with what the officer may do about each. */
export function DelegationList({ rows, refused }: DelegationListProps) {
  const { t } = useTexts();
  if (rows.length === 0)
    return (
      <EmptyState title={t('delegation.none')}>
        <p>{t('delegation.none.body')}</p>
      </EmptyState>
    );
  const columns: readonly Column<DelegationView>[] = [
    {
      key: 'people',
      header: t('delegation.people'),
      isName: true,
      cell: (row) => (
        <>
          <a href={`${delegationsHome}/${row.delegationId}`}>
            {t('delegation.from-to', { principal: row.principal, delegate: row.delegate })}
          </a>
          <span className="mc-subtle mc-small mc-block">
            {t(`delegation.kind.${row.kind}`)}
            {row.isPassedOn ? ` – ${t('delegation.passed-on')}` : null}
          </span>
        </>
      ),
    },
    { key: 'acts', header: t('delegation.field.acts'), cell: (row) => <Lent row={row} /> },
    {
      key: 'decision',
      header: t('delegation.decision'),
      cell: (row) =>
        t('delegation.decision.of', { number: row.decisionNumber, on: formatDate(row.decisionOn) }),
    },
    {
      key: 'days',
      header: t('office.team.days'),
      cell: (row) => (
        <span className="mc-number">
          {formatDate(row.fromOn)} – {formatDate(row.lastOn)}
        </span>
      ),
    },
    { key: 'state', header: t('office.team.state'), cell: (row) => <DelegationState row={row} /> },
    { key: 'act', header: t('office.team.act'), cell: (row) => <EndForm row={row} refused={refused} /> },
  ];
  return (
    <DataTable
      caption={t('delegation.list')}
      columns={columns}
      rows={rows}
      keyOf={({ delegationId }) => delegationId}
    />
  );
}
