import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import { type Id, isUuid } from '../../../kernel/id.ts';
import type { Page } from '../../../kernel/page.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { searchText } from '../../../kernel/search-text.ts';
import { readCursor, writeCursor } from '../../../platform/cursor.ts';
import { type Database, many } from '../../../platform/database.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can } from '../../identity/public.ts';
import type { Step } from '../core/flow/step.ts';
import { findVersion, servedBy } from '../store/processes.ts';
import type { DraftQueryDeps } from './process-drafts.ts';

/** A process in force as the list shows it. */
export interface ProcessBrief {
  readonly versionId: Id<'processVersion'>;
  readonly process: string;
  readonly version: number;
  readonly name: string;
  readonly procedures: readonly string[];
  readonly steps: number;
  /** Working hours of its steps together; waits are no part of them. */
  readonly hours: number;
  readonly validFrom: PlainDate;
  readonly source: string;
}

export const listProcessesInput = z.strictObject({
  /** Words of the name, marks or not, or the beginning of a procedure's code. */
  q: z.string().max(200).optional(),
  /** Only processes that serve one of these procedures. */
  codes: z.array(z.string()).max(1000).optional(),
  after: z.string().max(200).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListProcessesInput = z.input<typeof listProcessesInput>;

const cursorKey = z.tuple([z.string()]);

/** One page of the processes in force today, by their code. Refuses `process.not-allowed` and `input.wrong-cursor`. */
export async function listInForce(
  { db }: { readonly db: Database },
  ctx: QueryContext,
  input: ListProcessesInput,
): Promise<Result<Page<ProcessBrief>>> {
  if (!can(ctx.actor, 'process.edit')) return refuse('forbidden', 'process.not-allowed');
  const parsed = parseInput(listProcessesInput, input);
  if (!parsed.ok) return parsed;
  const { q = '', codes, after, limit } = parsed.value;
  const cursor = readCursor(cursorKey, after);
  if (!cursor.ok) return cursor;
  const on = plainDateOf(ctx.now);
  const words = searchText(q);
  const rows = await many(
    db,
    sql<ProcessBrief>`
      with latest as (
        select distinct on (process) process_version_id, process, version, name, steps, valid_from, valid_to, source
        from process.process_version
        where jurisdiction = ${ctx.jurisdiction} and valid_from <= ${on}
        order by process, valid_from desc, version desc
      )
      select v.process_version_id as "versionId", v.process, v.version, v.name, v.valid_from as "validFrom", v.source,
        s.codes as procedures, jsonb_array_length(v.steps) as steps, h.hours::float8 as hours
      from latest v
      cross join lateral (
        select coalesce(array_agg(distinct p.procedure_code order by p.procedure_code), '{}') as codes
        from process.process_procedure p
        where p.jurisdiction = ${ctx.jurisdiction} and p.process_version_id = v.process_version_id
      ) s
      cross join lateral (
        select coalesce(sum((step ->> 'hours')::numeric) filter (where step ->> 'kind' <> 'wait'), 0) as hours
        from jsonb_array_elements(v.steps) as step
      ) h
      where (v.valid_to is null or v.valid_to > ${on}) and v.process > ${cursor.value?.[0] ?? ''}
        and (${words} = '' or platform.search_text(v.name) like '%' || ${words} || '%' or ${q.trim()} = any (s.codes))
        and (${codes === undefined} or s.codes && ${codes ?? []}::text[])
      order by v.process
      limit ${limit + 1}
    `,
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return ok({ items, ...(rows.length > limit && last ? { next: writeCursor([last.process]) } : {}) });
}

/** Of these procedures the ones that a process in force today serves. */
export async function coveredProcedures(
  { db }: { readonly db: Database },
  ctx: QueryContext,
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  const on = plainDateOf(ctx.now);
  const rows = await many(
    db,
    sql<{ code: string }>`
      with latest as (
        select distinct on (process) process_version_id, valid_to
        from process.process_version
        where jurisdiction = ${ctx.jurisdiction} and valid_from <= ${on}
        order by process, valid_from desc, version desc
      )
      select distinct p.procedure_code as code
      from latest v
      join process.process_procedure p
        on p.jurisdiction = ${ctx.jurisdiction} and p.process_version_id = v.process_version_id
      where (v.valid_to is null or v.valid_to > ${on}) and p.procedure_code = any (${[...codes]}::text[])
    `,
  );
  return new Set(rows.map(({ code }) => code));
}

/** One version among those of its process: when it began, and when the next one took over. */
export interface VersionOfProcess {
  readonly versionId: Id<'processVersion'>;
  readonly version: number;
  readonly name: string;
  readonly validFrom: PlainDate;
  /** First day it is no longer in force; absent while nothing follows. The same as `validFrom`: it was replaced at once. */
  readonly endsOn: PlainDate | null;
  readonly source: string;
  readonly decisionNumber: string | null;
  readonly decisionOn: PlainDate | null;
  readonly decisionFile: string | null;
  readonly publishedBy: Id<'account'> | null;
  readonly publishedByName?: string;
  readonly recordedAt: Date;
}

/** A version with its steps, what it serves, and all versions of its process, the last to begin first. */
export interface VersionPage {
  readonly version: VersionOfProcess;
  readonly procedures: readonly string[];
  readonly steps: readonly Step[];
  readonly history: readonly VersionOfProcess[];
}

/** Refuses `process.not-allowed` and `process.not-found`. */
export async function getVersion(
  deps: DraftQueryDeps,
  ctx: QueryContext,
  versionId: string,
): Promise<Result<VersionPage>> {
  if (!can(ctx.actor, 'process.edit')) return refuse('forbidden', 'process.not-allowed');
  const id = versionId as Id<'processVersion'>;
  const stored = isUuid(versionId) ? await findVersion(deps.db, id) : undefined;
  if (stored === undefined) return refuse('not-found', 'process.not-found');
  const history = await versionsOf(deps, ctx, stored.process);
  const version = history.find((each) => each.versionId === id);
  if (version === undefined) return refuse('not-found', 'process.not-found');
  const { procedures } = await servedBy(deps.db, id);
  return ok({ version, procedures, steps: stored.steps, history });
}

async function versionsOf(
  { db, identity }: DraftQueryDeps,
  ctx: QueryContext,
  process: string,
): Promise<readonly VersionOfProcess[]> {
  const rows = await many(
    db,
    sql<VersionOfProcess>`
      select process_version_id as "versionId", version, name, valid_from as "validFrom",
        least(valid_to, lead(valid_from) over (order by valid_from, version)) as "endsOn", source,
        decision_number as "decisionNumber", decision_on as "decisionOn", decision_file as "decisionFile",
        published_by as "publishedBy", recorded_at as "recordedAt"
      from process.process_version
      where jurisdiction = ${ctx.jurisdiction} and process = ${process}
      order by valid_from desc, version desc
    `,
  );
  const accounts = rows.flatMap(({ publishedBy }) => publishedBy ?? []);
  const people = await identity.describeAccounts(db, accounts, plainDateOf(ctx.now));
  return rows.map((row) => {
    const name = row.publishedBy === null ? undefined : people.get(row.publishedBy)?.name;
    return name === undefined ? row : { ...row, publishedByName: name };
  });
}
