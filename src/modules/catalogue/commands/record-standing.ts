import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import { maybeOne, type Tx } from '../../../platform/database.ts';
import { recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { type RecordStanding, recordStandingInput } from '../core/service-standing.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { accountOf } from '../store/drafts.ts';
import { runCommand } from './run-command.ts';

/**
 * Sets one of the four values of a procedure's level of service from a day on. The later three follow a registration;
 * one that is refused or differs from the value before it says why (`catalogue.standing-without-reason`).
 */
export function recordStanding(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly standingId: string }>> {
  const frame = {
    name: 'catalogue.record-standing',
    input: recordStandingInput,
    needs: 'catalogue.edit',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, wanted) => {
    const { code, stage, level, from } = wanted;
    await sql`select pg_advisory_xact_lock(hashtext('catalogue.standing'), hashtext(${code}))`.execute(tx);
    const registered = await valueOn(tx, ctx, code, 'registered', from);
    const department = wanted.stage === 'registered' ? wanted.department : registered?.department;
    if (department === undefined)
      return refuse('conflict', 'catalogue.standing-not-registered', { params: { code } });
    const before = stage === 'accepted' ? await valueOn(tx, ctx, code, 'published', from) : registered;
    const differs = stage !== 'registered' && before !== undefined && before.level !== level;
    if ((level === 'refused' || differs) && wanted.reason === undefined)
      return refuseField('/reason', 'catalogue.standing-without-reason');
    const newest = await newestDay(tx, ctx, code, stage);
    if (newest !== undefined && newest >= from)
      return refuse('conflict', 'catalogue.standing-later', { params: { code } });
    const standingId = deps.newId<'standing'>();
    await sql`
      update catalogue.service_standing s set valid = daterange(lower(s.valid), ${from})
      where s.jurisdiction = ${ctx.jurisdiction} and s.code = ${code} and s.stage = ${stage} and upper(s.valid) is null
    `.execute(tx);
    await insert(tx, ctx, standingId, department, wanted);
    await recordAction(tx, ctx, deps.newId, {
      command: frame.name,
      subjectId: standingId,
      facts: { code: journalKey(code), stage, level, from: journalKey(from) },
    });
    return ok({ standingId });
  });
}

interface ValueRow {
  readonly level: string;
  readonly department: string;
}

function valueOn(tx: Tx, ctx: CommandContext, code: string, stage: string, on: string) {
  return maybeOne(
    tx,
    sql<ValueRow>`
      select s.level, s.department from catalogue.service_standing s
      where s.jurisdiction = ${ctx.jurisdiction} and s.code = ${code} and s.stage = ${stage} and s.valid @> ${on}::date
    `,
  );
}

async function newestDay(
  tx: Tx,
  ctx: CommandContext,
  code: string,
  stage: string,
): Promise<string | undefined> {
  const row = await maybeOne(
    tx,
    sql<{ day: string }>`
      select max(lower(s.valid)) as day from catalogue.service_standing s
      where s.jurisdiction = ${ctx.jurisdiction} and s.code = ${code} and s.stage = ${stage}
      having count(*) > 0
    `,
  );
  return row?.day;
}

async function insert(
  tx: Tx,
  ctx: CommandContext,
  standingId: string,
  department: string,
  wanted: RecordStanding,
): Promise<void> {
  const appraisal = wanted.stage === 'appraised' ? wanted : undefined;
  const decisionId = wanted.stage === 'published' ? wanted.decisionId : undefined;
  await sql`
    insert into catalogue.service_standing
      (jurisdiction, standing_id, code, stage, level, valid, department, reason, technical_answer, legal_answer,
       decision_id, review_on, recorded_at, recorded_by)
    values (${ctx.jurisdiction}, ${standingId}, ${wanted.code}, ${wanted.stage}, ${wanted.level},
      daterange(${wanted.from}::date, null), ${department}, ${wanted.reason ?? null},
      ${appraisal?.technicalAnswer ?? null}, ${appraisal?.legalAnswer ?? null}, ${decisionId ?? null},
      ${wanted.reviewOn ?? null}, ${ctx.now}, ${accountOf(ctx.actor)})
  `.execute(tx);
}
