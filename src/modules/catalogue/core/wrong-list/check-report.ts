import { ok, type Result, refuseField } from '../../../../kernel/result.ts';
import type { ProcedureContent } from '../content.ts';
import type { ReportedPart } from './report-views.ts';

/** A paper is named only where papers are reported, and only one the text has. */
export function checkReport(
  wanted: { readonly part: ReportedPart; readonly componentKey?: string | undefined },
  content: Pick<ProcedureContent, 'components'>,
): Result<null> {
  if (wanted.componentKey === undefined) return ok(null);
  const type =
    wanted.part === 'paper'
      ? content.components.some(({ key }) => key === wanted.componentKey)
        ? undefined
        : 'catalogue.report-unknown-paper'
      : 'catalogue.report-paper-without-papers';
  if (type === undefined) return ok(null);
  return refuseField('/componentKey', type);
}

/** Whether it is answered, and whether within the working day it was due by. */
export function standingOf(
  { dueAt, answeredAt }: { readonly dueAt: Date; readonly answeredAt: Date | null },
  now: Date,
): 'open' | 'overdue' | 'inTime' | 'late' {
  if (answeredAt === null) return now > dueAt ? 'overdue' : 'open';
  return answeredAt > dueAt ? 'late' : 'inTime';
}
