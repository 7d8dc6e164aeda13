import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { GivenPermission, GrantState } from '../../../modules/identity/public.ts';
import { formatDate, formatDateTime } from '../../../texts/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { StatusTag, type Tone } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';

const tones: Readonly<Record<GrantState, Tone>> = {
  coming: 'info',
  running: 'success',
  resting: 'warning',
  over: 'neutral',
  ended: 'neutral',
};

interface RefusedEnd {
  readonly grantId: string;
  readonly reason: string | undefined;
  readonly refusal: Refusal | undefined;
}

interface GivenListProps {
  readonly rows: readonly GivenPermission[];
  /** The one that was to be taken back and was refused. */
  readonly refused: RefusedEnd | undefined;
}

/** What is given to whom, the newest first; what runs or is to come can be taken back with a reason. */
export function GivenList({ rows, refused }: GivenListProps) {
  const { t } = useTexts();
  if (rows.length === 0)
    return (
      <EmptyState title={t('powers.list.none')}>
        <p>{t('powers.list.none.body')}</p>
      </EmptyState>
    );
  const columns: readonly Column<GivenPermission>[] = [
    {
      key: 'person',
      header: t('powers.person'),
      isName: true,
      cell: (row) => (
        <>
          {row.name}{' '}
          <span className="mc-small mc-block">
            <a href={`/can-bo/quyen/cap-rieng?tai-khoan=${encodeURIComponent(row.login)}`}>{row.login}</a>
          </span>
        </>
      ),
    },
    { key: 'permission', header: t('powers.permission'), cell: (row) => t(`permission.${row.permission}`) },
    {
      key: 'scope',
      header: t('powers.scope'),
      cell: (row) => (
        <>
          {t(`grant-scope.${row.scope}`)}
          {row.place === undefined ? null : <span className="mc-subtle mc-block">{row.place}</span>}
        </>
      ),
    },
    {
      key: 'days',
      header: t('powers.days'),
      cell: (row) => (
        <span className="mc-number">
          {formatDate(row.fromOn as PlainDate)} – {formatDate(row.lastOn as PlainDate)}
        </span>
      ),
    },
    { key: 'reason', header: t('powers.reason'), cell: (row) => row.reason },
    { key: 'by', header: t('powers.by'), cell: (row) => row.givenBy },
    {
      key: 'state',
      header: t('powers.state'),
      cell: (row) => (
        <>
          <StatusTag tone={tones[row.state]}>{t(`powers.state.${row.state}`)}</StatusTag>
          {row.ended ? (
            <span className="mc-subtle mc-small mc-block">
              {t('powers.ended', { ...row.ended, at: formatDateTime(new Date(row.ended.at)) })}
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: 'act',
      header: t('powers.act'),
      cell: (row) => <EndForm row={row} refused={refused?.grantId === row.grantId ? refused : undefined} />,
    },
  ];
  return (
    <DataTable caption={t('powers.list')} columns={columns} rows={rows} keyOf={({ grantId }) => grantId} />
  );
}

/** Id of the field that asks why one permission is taken back. */
export function endReasonId(grantId: string): string {
  return `ly-do-${grantId}`;
}

interface EndFormProps {
  readonly row: GivenPermission;
  readonly refused: RefusedEnd | undefined;
}

function EndForm({ row, refused }: EndFormProps) {
  const { t } = useTexts();
  const problem = useProblems(refused?.refusal);
  if (row.state === 'over' || row.state === 'ended') return null;
  const what = t('powers.end.of', { permission: t(`permission.${row.permission}`), name: row.name });
  return (
    <Disclosure summary={t('powers.end')} open={refused !== undefined}>
      <form method="post" action="/can-bo/quyen/cap-rieng" className="mc-stack mc-stack--tight">
        <RequestId form={`end ${row.grantId}`} />
        <input type="hidden" name="intent" value="end" />
        <input type="hidden" name="grantId" value={row.grantId} />
        <TextField
          name="reason"
          id={endReasonId(row.grantId)}
          label={t('powers.end.reason')}
          value={refused?.reason}
          problem={problem('/reason')}
        />
        <button type="submit" className="ds-button" data-variant="secondary" aria-label={what}>
          {t('powers.end')}
        </button>
      </form>
    </Disclosure>
  );
}
