import type { Finding } from '../../../modules/process/contract.ts';
import { translateRefusal } from '../../../texts/translate.ts';
import { Notice } from '../../ui/notice.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** What is to be looked at before publishing, errors first; each line leads to its row. */
export function Findings({
  findings,
  draftId,
}: {
  readonly findings: readonly Finding[];
  readonly draftId: string;
}) {
  const { t, locale } = useTexts();
  if (findings.length === 0)
    return (
      <Notice tone="success" title={t('process.findings.none')}>
        <p>{t('process.findings.none.body')}</p>
      </Notice>
    );
  const sorted = findings.toSorted(
    (one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'),
  );
  return (
    <section className="mc-stack" aria-labelledby="phai-xem">
      <h2 id="phai-xem">{t('process.findings.title')}</h2>
      <ul className="mc-findings">
        {sorted.map((finding) => (
          <li key={`${finding.pointer} ${finding.type}`}>
            <StatusTag tone={finding.severity === 'error' ? 'danger' : 'warning'}>
              {t(`process.findings.${finding.severity}`)}
            </StatusTag>
            <a href={`/can-bo/quy-trinh/${draftId}${rowAnchor(finding.pointer)}`}>
              {translateRefusal(locale, finding)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The row in the table a pointer stands for: `/rows/3/hours` is `#dong-4`. */
function rowAnchor(pointer: string): string {
  const [, row] = /^\/rows\/(\d+)/.exec(pointer) ?? [];
  return row === undefined ? '' : `#dong-${Number(row) + 1}`;
}
