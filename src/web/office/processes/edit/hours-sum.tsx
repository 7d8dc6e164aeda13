import type { DraftRow } from '../../../../modules/process/contract.ts';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { hoursText } from './row-texts.ts';

/** The published time limit: its words, and its working hours where it is counted in working time. */
export interface LegalLimit {
  readonly words: string;
  readonly hours?: number;
}

/** The steps' hours together, held against the time limit; of a parallel part the longest branch counts. */
export function HoursSum({
  rows,
  limit,
}: {
  readonly rows: readonly DraftRow[];
  readonly limit: LegalLimit | undefined;
}) {
  const { t } = useTexts();
  const hours = sumOfHours(rows);
  const days = hoursText(Math.round((hours / 8) * 100) / 100);
  const over = limit?.hours === undefined ? 0 : hours - limit.hours;
  return (
    <output className="mc-sum" aria-live="polite">
      <strong>{t('process.sum', { hours: hoursText(hours), days })}</strong>
      {limit === undefined ? (
        <span>{t('process.sum.no-limit')}</span>
      ) : (
        <span>{t('process.sum.limit', { limit: limit.words })}</span>
      )}
      {limit?.hours === undefined ? null : over > 0 ? (
        <StatusTag tone="danger">{t('process.sum.over', { hours: hoursText(over) })}</StatusTag>
      ) : (
        <StatusTag tone="success">
          {over === 0 ? t('process.sum.exact') : t('process.sum.under', { hours: hoursText(-over) })}
        </StatusTag>
      )}
    </output>
  );
}

/** Working hours along the longest way: waits stand outside the limit, rows side by side count once. */
export function sumOfHours(rows: readonly DraftRow[]): number {
  const parts = Map.groupBy(rows, (row) => row.together ?? `alone ${row.key}`);
  const sum = [...parts.values()].reduce((total, part) => {
    const branches = Map.groupBy(part, (row) => row.branch ?? row.key);
    const lengths = [...branches.values()].map(hoursOf);
    return total + (part[0]?.together === undefined ? hoursOf(part) : Math.max(...lengths));
  }, 0);
  return Math.round(sum * 60) / 60;
}

function hoursOf(rows: readonly DraftRow[]): number {
  return rows.reduce((sum, { kind, hours = 0 }) => (kind === 'wait' ? sum : sum + hours), 0);
}
