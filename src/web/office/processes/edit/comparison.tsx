import type { DraftRow } from '../../../../modules/process/contract.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { hoursText } from './row-texts.ts';

/** A step as the public guide publishes it. */
export interface PublishedRow {
  readonly name: string;
  readonly performer?: string | undefined;
  readonly hours?: number | undefined;
}

/** The draft beside the steps the public reads, row by row; where they differ a word says so. */
export function Comparison({
  rows,
  published,
}: {
  readonly rows: readonly DraftRow[];
  readonly published: readonly PublishedRow[];
}) {
  const { t } = useTexts();
  if (published.length === 0) return <p className="mc-subtle">{t('process.compare.none')}</p>;
  const lines = Array.from({ length: Math.max(rows.length, published.length) }, (_, at) => at);
  const differing = lines.filter((at) => isDifferent(rows[at], published[at])).length;
  return (
    <Disclosure
      summary={
        differing === 0 ? t('process.compare.same') : t('process.compare.differing', { count: differing })
      }
    >
      <table className="mc-table mc-compare">
        <caption className="mc-visually-hidden">{t('process.compare.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('process.edit.column.order')}</th>
            <th scope="col">{t('process.compare.published')}</th>
            <th scope="col">{t('process.compare.draft')}</th>
            <th scope="col">{t('process.compare.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((at) => (
            <tr key={at}>
              <th scope="row" className="mc-table__name">
                {at + 1}
              </th>
              <td data-label={t('process.compare.published')}>
                <Told {...published[at]} />
              </td>
              <td data-label={t('process.compare.draft')}>
                <Told
                  {...(rows[at] && {
                    name: rows[at].name,
                    performer: rows[at].performerName,
                    hours: rows[at].hours,
                  })}
                />
              </td>
              <td data-label={t('process.compare.verdict')}>
                {isDifferent(rows[at], published[at]) ? (
                  <StatusTag tone="warning" icon="alert">
                    {t('process.compare.different')}
                  </StatusTag>
                ) : (
                  <StatusTag tone="success">{t('process.compare.equal')}</StatusTag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  );
}

function Told({ name, performer, hours }: Partial<PublishedRow>) {
  const { t } = useTexts();
  if (name === undefined) return <span className="mc-subtle">{t('process.compare.absent')}</span>;
  return (
    <>
      {name}
      <span className="mc-subtle mc-small mc-compare__facts">
        {[performer, hours === undefined ? undefined : t('process.hours', { hours: hoursText(hours) })]
          .filter(Boolean)
          .join(' – ')}
      </span>
    </>
  );
}

function isDifferent(row: DraftRow | undefined, published: PublishedRow | undefined): boolean {
  if (row === undefined || published === undefined) return true;
  const plain = (text = '') => text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  return (
    plain(row.name) !== plain(published.name) ||
    plain(row.performerName) !== plain(published.performer) ||
    (row.kind !== 'wait' && row.hours !== published.hours)
  );
}
