import type { BulkChange, BulkPreview, BulkRefusal } from '../../../../modules/catalogue/contract.ts';
import { type Translate, translateRefusal } from '../../../../texts/translate.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import type { Typed } from '../../typed.ts';
import { draftAddress, officeProcedureAddress } from '../addresses.ts';

export interface PreviewProps {
  readonly shown: BulkPreview;
  readonly codes: readonly string[];
  readonly typed: Typed;
}

const kept = ['field', 'from', 'to', 'name', 'does', 'channel', 'decisionId'] as const;

/** What would become of each procedure, which are left and why, and the button that does exactly this. */
export function Preview({ shown, codes, typed }: PreviewProps) {
  const { t } = useTexts();
  const { changes, refused, decision } = shown;
  return (
    <section className="mc-stack" aria-labelledby="xem-truoc">
      <h2 id="xem-truoc">{t('catalogue.bulk.preview')}</h2>
      <Notice tone={changes.length === 0 ? 'warning' : 'info'} announced>
        <p>
          {t('catalogue.bulk.preview.count', {
            changed: changes.length,
            refused: refused.length,
            number: decision.number,
          })}
        </p>
      </Notice>
      {refused.length === 0 ? null : <Refused refused={refused} />}
      {changes.length === 0 ? null : (
        <>
          <DataTable
            caption={t('catalogue.bulk.changes')}
            columns={columnsOf(t)}
            rows={changes}
            keyOf={({ code }) => code}
          />
          <form method="post" className="mc-row">
            <RequestId form="sua-nhieu" />
            <input type="hidden" name="intent" value="apply" />
            <input type="hidden" name="preview" value={shown.preview} />
            {kept.map((name) =>
              typed[name] === undefined ? null : (
                <input key={name} type="hidden" name={name} value={typed[name]} />
              ),
            )}
            {codes.map((code) => (
              <input key={code} type="hidden" name="code" value={code} />
            ))}
            <button type="submit" className="ds-button" data-variant="primary">
              {t('catalogue.bulk.confirm', { count: changes.length })}
            </button>
            <span className="mc-subtle">{t('catalogue.bulk.confirm.hint')}</span>
          </form>
        </>
      )}
    </section>
  );
}

function columnsOf(t: Translate): readonly Column<BulkChange>[] {
  return [
    {
      key: 'name',
      header: t('catalogue.office.procedure'),
      isName: true,
      cell: ({ code, name }) => (
        <span className="mc-stack mc-stack--tight">
          <a href={officeProcedureAddress(code)}>{name}</a>
          <span className="mc-subtle mc-number">{code}</span>
        </span>
      ),
    },
    {
      key: 'sentences',
      header: t('catalogue.procedure.compare.sentences'),
      cell: ({ sentences }) => sentences.join(' '),
    },
    {
      key: 'before',
      header: t('catalogue.bulk.before'),
      cell: ({ rows }) => <del className="mc-was">{wordsOf(rows.map(({ before }) => before))}</del>,
    },
    {
      key: 'after',
      header: t('catalogue.bulk.after'),
      cell: ({ rows }) => <ins className="mc-now">{wordsOf(rows.map(({ after }) => after))}</ins>,
    },
  ];
}

function wordsOf(said: readonly (string | undefined)[]): string {
  return said.map((words) => words ?? '–').join('\n');
}

function Refused({ refused }: { readonly refused: readonly BulkRefusal[] }) {
  const { t, locale } = useTexts();
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="de-nguyen">
      <h3 id="de-nguyen">{t('catalogue.bulk.refused', { count: refused.length })}</h3>
      <ul className="mc-said">
        {refused.map(({ code, name, type, params, draftId }) => (
          <li key={code}>
            <strong>
              <span className="mc-number">{code}</span> {name}
            </strong>
            <p>
              {translateRefusal(locale, { type, params })}{' '}
              {draftId === undefined ? null : (
                <a href={draftAddress(draftId)}>{t('catalogue.office.open-draft')}</a>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
