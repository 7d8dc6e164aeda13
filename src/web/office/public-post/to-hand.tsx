import type { Refusal } from '../../../kernel/refusal.ts';
import type { PostalDesk, PostalRow } from '../../../modules/dossiers/contract.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useProblems } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Typed } from '../typed.ts';
import { SentTo } from './sent-to.tsx';

export interface ToHandProps {
  readonly desk: PostalDesk;
  readonly typed: Typed;
  readonly refusal: Refusal | undefined;
  /** Steps that were numbered when the form was refused, in the order of its rows. */
  readonly rows: readonly string[];
}

/** Results that wait for the post: the number of the slip beside each, all handed over on one list. */
export function ToHand({ desk, typed, refusal, rows }: ToHandProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const problemOf = (taskId: string) => {
    const at = rows.indexOf(taskId);
    return at < 0 ? undefined : problem(`/items/${at}/trackingNumber`);
  };
  const columns: readonly Column<PostalRow>[] = [
    { key: 'dossier', header: t('post.desk.dossier'), isName: true, cell: (row) => <Dossier row={row} /> },
    { key: 'to', header: t('post.desk.to'), cell: (row) => <SentTo row={row} /> },
    {
      key: 'number',
      header: t('post.desk.number'),
      cell: (row) => (
        <Numbered row={row} value={typed[`number.${row.taskId}`]} problem={problemOf(row.taskId ?? '')} />
      ),
    },
  ];
  return (
    <form method="post" className="mc-stack mc-stack--snug">
      <RequestId form="hand" />
      <input type="hidden" name="unitId" value={desk.unit.unitId} />
      <p className="mc-small mc-subtle">{t('post.desk.out.how')}</p>
      <DataTable
        caption={t('post.desk.out')}
        columns={columns}
        rows={desk.out}
        keyOf={(row) => row.dossierId}
      />
      <div>
        <button type="submit" name="intent" value="hand" className="ds-button" data-variant="primary">
          {t('post.desk.hand')}
        </button>
      </div>
    </form>
  );
}

function Dossier({ row }: { readonly row: PostalRow }) {
  return (
    <>
      <a href={`/can-bo/ho-so/${row.dossierId}`}>{row.code}</a>
      <br />
      <span className="mc-subtle mc-small">
        {row.ownerName} – {row.procedureName}
      </span>
    </>
  );
}

function Numbered(props: { row: PostalRow; value: string | undefined; problem: string | undefined }) {
  const { t } = useTexts();
  const { row, value, problem } = props;
  const id = `number.${row.taskId}`;
  return (
    <div className="ds-field">
      <input type="hidden" name="taskId" value={row.taskId} />
      <input
        className="ds-input"
        id={id}
        name={id}
        defaultValue={value}
        aria-label={t('post.desk.tracking', { code: row.code })}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={problem === undefined ? undefined : `${id}-loi`}
        autoComplete="off"
        spellCheck={false}
      />
      {problem === undefined ? null : (
        <p id={`${id}-loi`} className="ds-validation-message" data-color="danger">
          {problem}
        </p>
      )}
    </div>
  );
}
