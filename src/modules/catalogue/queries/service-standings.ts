import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import { dayText } from '../../../kernel/day-input.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can } from '../../identity/public.ts';
import { procedureCode } from '../core/procedure-record.ts';
import type { ServiceStage, Standing, StandingLevel, StandingRow } from '../core/service-standing.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';

const day = dayText.optional();
const oneInput = z.object({ code: procedureCode, on: day });
const tableInput = z.object({ on: day });

interface Row {
  readonly stage: ServiceStage;
  readonly level: StandingLevel;
  readonly from: string;
  readonly department: string;
  readonly reason: string | null;
  readonly technical_answer: string | null;
  readonly legal_answer: string | null;
  readonly review_on: string | null;
}

/** The four values of a procedure on a day, today by default; those not given yet are absent. */
export async function standingsOf(
  deps: CatalogueDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<readonly Standing[]>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const asked = parseInput(oneInput, input);
  if (!asked.ok) return asked;
  const { code, on = plainDateOf(ctx.now) } = asked.value;
  const rows = await many(
    deps.db,
    sql<Row>`
      select s.stage, s.level, lower(s.valid) as "from", s.department, s.reason, s.technical_answer, s.legal_answer,
        s.review_on
      from catalogue.service_standing s
      where s.jurisdiction = ${ctx.jurisdiction} and s.code = ${code} and s.valid @> ${on}::date
      order by array_position(array['registered', 'appraised', 'published', 'accepted'], s.stage)
    `,
  );
  return ok(
    rows.map((row) => ({
      stage: row.stage,
      level: row.level,
      from: row.from,
      department: row.department,
      ...(row.reason === null ? {} : { reason: row.reason }),
      ...(row.technical_answer === null ? {} : { technicalAnswer: row.technical_answer }),
      ...(row.legal_answer === null ? {} : { legalAnswer: row.legal_answer }),
      ...(row.review_on === null ? {} : { reviewOn: row.review_on }),
    })),
  );
}

interface CountRow {
  readonly department: string;
  readonly level: StandingRow['level'];
  readonly stage: ServiceStage;
  readonly value: StandingLevel;
  readonly procedures: number;
  readonly count: number;
}

/** Registered, appraised, published and accepted by department and administrative level, on a day: the tables of the 2021 report. */
export async function standingTable(
  deps: CatalogueDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<readonly StandingRow[]>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const asked = parseInput(tableInput, input);
  if (!asked.ok) return asked;
  const { on = plainDateOf(ctx.now) } = asked.value;
  const rows = await many(
    deps.db,
    sql<CountRow>`
      with standing as (
        select s.department, s.stage, s.level as value, v.levels[1] as level, s.code
        from catalogue.service_standing s
        join catalogue.procedure_version v
          on v.jurisdiction = s.jurisdiction and v.code = s.code and v.valid @> ${on}::date
        where s.jurisdiction = ${ctx.jurisdiction} and s.valid @> ${on}::date
      )
      select t.department, t.level, t.stage, t.value, count(*) as count,
        (select count(distinct a.code) from standing a where a.department = t.department and a.level = t.level)
          as procedures
      from standing t
      group by t.department, t.level, t.stage, t.value
      order by t.department, t.level
    `,
  );
  return ok(tableOf(rows));
}

function tableOf(rows: readonly CountRow[]): readonly StandingRow[] {
  const keys = [...new Set(rows.map(({ department, level }) => `${department}\n${level}`))];
  return keys.flatMap((key) => {
    const own = rows.filter(({ department, level }) => `${department}\n${level}` === key);
    const [first] = own;
    if (!first) return [];
    const at = (stage: ServiceStage) =>
      Object.fromEntries(own.filter((row) => row.stage === stage).map((row) => [row.value, row.count]));
    const { department, level, procedures } = first;
    const counts = {
      registered: at('registered'),
      appraised: at('appraised'),
      published: at('published'),
      accepted: at('accepted'),
    };
    return [{ department, level, procedures, counts }];
  });
}
