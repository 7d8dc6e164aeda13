import type { Refusal } from '../../../kernel/refusal.ts';
import type { PostalDesk } from '../../../modules/dossiers/contract.ts';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { Pager } from '../../ui/pager.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';

export interface AwaitedPapersProps {
  readonly desk: PostalDesk;
  readonly refusal: Refusal | undefined;
  /** The dossier whose form was refused. */
  readonly dossierId: string | undefined;
}

/** Papers that people have announced: noted under the number of their slip when they come. */
export function AwaitedPapers({ desk, refusal, dossierId }: AwaitedPapersProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const here = `/can-bo/buu-chinh?quay=${desk.unit.unitId}`;
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="cho-den">
      <h2 id="cho-den">{t('post.desk.in')}</h2>
      {desk.in.length === 0 ? <p>{t('post.desk.in.none')}</p> : null}
      <ul className="mc-plain mc-stack">
        {desk.in.map((row) => (
          <li key={row.dossierId} className="mc-panel">
            <p>
              <a href={`/can-bo/ho-so/${row.dossierId}`}>{row.code}</a> – {row.ownerName}
              <br />
              <span className="mc-subtle mc-small">{row.procedureName}</span>
            </p>
            <form method="post" className="mc-inline-form">
              <RequestId form={`receive ${row.dossierId}`} />
              <input type="hidden" name="unitId" value={desk.unit.unitId} />
              <input type="hidden" name="dossierId" value={row.dossierId} />
              <TextField
                name="trackingNumber"
                id={`came.${row.dossierId}`}
                label={t('post.desk.tracking', { code: row.code })}
                problem={dossierId === row.dossierId ? problem('/trackingNumber') : undefined}
              />
              <button
                type="submit"
                name="intent"
                value="receive"
                className="ds-button"
                data-variant="secondary"
              >
                {t('post.desk.in.receive')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <Pager
        next={desk.nextIn === undefined ? undefined : `${here}&sau-den=${encodeURIComponent(desk.nextIn)}`}
      />
    </section>
  );
}
