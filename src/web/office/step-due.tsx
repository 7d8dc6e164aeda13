import type { StepKind } from '../../modules/dossiers/contract.ts';
import { formatDate, formatTime, formatWorkingTime } from '../../texts/format.ts';
import { StatusTag } from '../ui/status-tag.tsx';
import { useTexts } from '../ui/use-texts.ts';

export interface StepDueProps {
  readonly dueAt: Date;
  /** Working minutes until then, negative when late. */
  readonly leftMinutes: number;
  readonly kind: StepKind;
  /** What its timers have said. */
  readonly alert?: 'warned' | 'escalated' | undefined;
}

/** Half a working day: from here on a step is about to be late. */
const soonMinutes = 240;

/**
 * When a step must be done, and how near that is, said by icon and word. A result that waits for its owner is never
 * late (practice 7).
 */
export function StepDue({ dueAt, leftMinutes, kind, alert }: StepDueProps) {
  const { t, locale } = useTexts();
  if (kind === 'return') return <Moment at={dueAt} />;
  const time = formatWorkingTime(Math.abs(leftMinutes), locale);
  return (
    <span className="mc-due">
      <Moment at={dueAt} />
      {leftMinutes < 0 ? (
        <StatusTag tone="danger">{t('office.queue.overdue', { time })}</StatusTag>
      ) : leftMinutes <= soonMinutes || alert === 'warned' ? (
        <StatusTag tone="warning">{t('office.queue.soon', { time })}</StatusTag>
      ) : (
        <span className="mc-subtle">{t('office.queue.left', { time })}</span>
      )}
      {alert === 'escalated' ? <StatusTag tone="danger">{t('office.queue.escalated')}</StatusTag> : null}
    </span>
  );
}

function Moment({ at }: { readonly at: Date }) {
  return (
    <time dateTime={at.toISOString()} className="mc-number">
      {formatTime(at)} {formatDate(at)}
    </time>
  );
}
