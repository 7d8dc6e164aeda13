import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { SubstitutionView } from '../../../modules/dossiers/contract.ts';
import { formatDate } from '../../../texts/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { StatusTag, type Tone } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';

const tones: Readonly<Record<SubstitutionView['state'], Tone>> = {
  now: 'success',
  coming: 'info',
  over: 'neutral',
  ended: 'neutral',
};

/** Who stands in for whom, the latest first; who leads the unit may end one. */
export function SubstitutionList({
  rows,
  mayEnd,
}: {
  readonly rows: readonly SubstitutionView[];
  readonly mayEnd: boolean;
}) {
  const { t } = useTexts();
  if (rows.length === 0) return null;
  const columns: readonly Column<SubstitutionView>[] = [
    { key: 'absent', header: t('office.team.absent'), isName: true, cell: (row) => row.absent },
    { key: 'substitute', header: t('office.team.substitute'), cell: (row) => row.substitute },
    { key: 'unit', header: t('office.queue.unit'), cell: (row) => row.unit },
    {
      key: 'days',
      header: t('office.team.days'),
      cell: (row) => (
        <span className="mc-number">
          {formatDate(row.fromOn as PlainDate)} – {formatDate(row.lastOn as PlainDate)}
        </span>
      ),
    },
    { key: 'reason', header: t('office.team.reason'), cell: (row) => row.reason },
    {
      key: 'state',
      header: t('office.team.state'),
      cell: (row) => <StatusTag tone={tones[row.state]}>{t(`office.team.state.${row.state}`)}</StatusTag>,
    },
    ...(mayEnd ? [{ key: 'end', header: t('office.team.act'), cell: endForm }] : []),
  ];
  function endForm(row: SubstitutionView) {
    if (row.state !== 'now' && row.state !== 'coming') return null;
    return (
      <form method="post" action="/can-bo/phan-cong">
        <RequestId form={`end ${row.substitutionId}`} />
        <input type="hidden" name="intent" value="end" />
        <input type="hidden" name="substitutionId" value={row.substitutionId} />
        <button
          type="submit"
          className="ds-button"
          data-variant="tertiary"
          aria-label={t('office.team.end-of', { absent: row.absent })}
        >
          {t('office.team.end')}
        </button>
      </form>
    );
  }
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="ds-lam-thay">
      <h2 id="ds-lam-thay">{t('office.team.substitutions')}</h2>
      <DataTable
        caption={t('office.team.substitutions')}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.substitutionId}
      />
    </section>
  );
}
