import type { QueryContext } from '../../../kernel/context.ts';
import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Database } from '../../../platform/database.ts';
import type { ProcessGraph } from '../../process/public.ts';
import { findWait } from '../../process/public.ts';
import type { OpinionView, StopView, SupplementView, WaitView, WithdrawalView } from '../contract.ts';
import { opinionState } from '../core/opinions.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { OpinionRow } from '../store/opinions.ts';
import { findStopNotice } from '../store/stop-notices.ts';
import { type SupplementRow, supplementItemsOf } from '../store/supplements.ts';
import type { TaskRow } from '../store/tasks.ts';
import type { WithdrawalRow } from '../store/withdrawals.ts';
import { unitLabel } from './unit-label.ts';

/** Requests for supplement with their papers, oldest first. */
export async function supplementViews(
  db: Database,
  jurisdiction: Jurisdiction,
  rows: readonly SupplementRow[],
): Promise<readonly SupplementView[]> {
  const [first] = rows;
  const items = first ? await supplementItemsOf(db, jurisdiction, first.dossier_id) : [];
  return rows.map((row) => ({
    requestId: row.request_id,
    ordinal: row.ordinal,
    stage: row.stage,
    number: row.number,
    requestedAt: row.requested_at.toISOString(),
    answerBy: row.answer_by,
    ...(row.guidance !== null && { guidance: row.guidance }),
    items: items
      .filter((item) => item.request_id === row.request_id)
      .map(({ key, name, mode, reason, fileIds }) => ({ key, name, mode, reason, fileIds })),
    ...(row.seen_at && { seenAt: row.seen_at.toISOString() }),
    ...(row.closed_at && { closedAt: row.closed_at.toISOString() }),
    ...(row.closed_as && { closedAs: row.closed_as }),
    ...(row.answer_note !== null && { answerNote: row.answer_note }),
  }));
}

export function withdrawalView(row: WithdrawalRow): WithdrawalView {
  return {
    requestId: row.request_id,
    reason: row.reason,
    requestedAt: row.requested_at.toISOString(),
    ...(row.closed_as && { closedAs: row.closed_as }),
    ...(row.answer !== null && { answer: row.answer }),
  };
}

/** The notice by which a dossier ended; undefined for one that did not. */
export async function stopView(
  db: Database,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<StopView | undefined> {
  const notice = await findStopNotice(db, jurisdiction, dossierId);
  if (!notice) return undefined;
  const { ground, reason, stage, money, number, stopped_at } = notice;
  return { ground, reason, stage, money, number, stoppedAt: stopped_at.toISOString() };
}

export function opinionView(
  deps: DossierDeps,
  ctx: QueryContext,
  row: OpinionRow,
  tasks: readonly TaskRow[],
  files: readonly { readonly fileId: string; readonly taskId: string }[],
): OpinionView {
  return {
    opinionId: row.opinion_id,
    kind: row.kind,
    forTaskId: row.for_task_id,
    stepName: tasks.find((task) => task.task_id === row.for_task_id)?.step_name ?? '',
    unit: unitLabel(deps, ctx, row.unit_id),
    question: row.question,
    mandatory: row.mandatory,
    silenceConsents: row.silence_consents,
    askedAt: row.asked_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    state: opinionState(row, ctx.now),
    ...(row.verdict !== null && { verdict: row.verdict }),
    ...(row.answer !== null && { answer: row.answer }),
    ...(row.document !== null && { document: row.document }),
    fileIds: files.filter(({ taskId }) => taskId === row.task_id).map(({ fileId }) => fileId),
    ...(row.task_id !== null && { taskId: row.task_id }),
  };
}

/** Who outside is waited for now, and by when they should answer by their own limit. */
export function waitViews(
  ctx: QueryContext,
  graph: ProcessGraph,
  tasks: readonly TaskRow[],
): readonly WaitView[] {
  return tasks
    .filter((task) => task.kind === 'wait' && task.closed_at === null)
    .map((task) => {
      const limited = task.facts.limited === true;
      const text = findWait(graph, task.step_key)?.step.citizenText;
      return {
        taskId: task.task_id,
        name: task.step_name,
        since: task.opened_at.toISOString(),
        ...(limited && { dueAt: task.due_at.toISOString() }),
        overdue: limited && task.due_at < ctx.now,
        ...(text !== undefined && { citizenText: text }),
      };
    });
}
