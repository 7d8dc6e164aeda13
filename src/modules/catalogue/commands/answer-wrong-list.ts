import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { maybeOne, one, type Tx } from '../../../platform/database.ts';
import { appendEvents, recordAction } from '../../../platform/journal.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { answerWrongListInput } from '../core/wrong-list/report-inputs.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { accountOf } from '../store/drafts.ts';
import { signerFor } from '../store/names.ts';
import { runCommand } from './run-command.ts';

/** Answers a report, once. Refuses `catalogue.report-answered` with who was faster, and when. */
export function answerWrongList(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly reportId: string }>> {
  const frame = {
    name: 'catalogue.answer-wrong-list',
    input: answerWrongListInput,
    needs: 'catalogue.edit',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, { reportId, answer, text }) => {
    const known = await maybeOne(
      tx,
      sql<{ report_id: string }>`
        select r.report_id from catalogue.wrong_list_report r
        where r.jurisdiction = ${ctx.jurisdiction} and r.report_id = ${reportId}
      `,
    );
    if (!known) return refuse('not-found', 'catalogue.report-not-found');
    const written = await maybeOne(
      tx,
      sql<{ report_id: string }>`
        insert into catalogue.wrong_list_answer (jurisdiction, report_id, answer, body, answered_at, answered_by)
        values (${ctx.jurisdiction}, ${reportId}, ${answer}, ${text}, ${ctx.now}, ${accountOf(ctx.actor)})
        on conflict do nothing
        returning report_id
      `,
    );
    if (!written) return refuseAnswered(deps, tx, ctx, reportId);
    await appendEvents(tx, ctx, deps.newId, { id: reportId, lastSeq: 1 }, [
      { type: 'catalogue.wrongListAnswered', payload: { answer } },
    ]);
    await recordAction(tx, ctx, deps.newId, {
      command: frame.name,
      subjectId: reportId,
      facts: { answer },
    });
    return ok({ reportId });
  });
}

async function refuseAnswered(
  deps: CatalogueDeps,
  tx: Tx,
  ctx: CommandContext,
  reportId: string,
): Promise<Result<never>> {
  const first = await one(
    tx,
    sql<{ answered_at: Date; answered_by: Id<'account'> }>`
      select a.answered_at, a.answered_by from catalogue.wrong_list_answer a
      where a.jurisdiction = ${ctx.jurisdiction} and a.report_id = ${reportId}
    `,
  );
  const sign = await signerFor(deps, tx, ctx.now, [first.answered_by]);
  const { by = '' } = sign(first.answered_at, first.answered_by);
  return refuse('conflict', 'catalogue.report-answered', {
    params: { who: by, at: formatDateTime(first.answered_at) },
  });
}
