import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Page } from '../../../kernel/page.ts';
import { addDays, dayStart, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../platform/cursor.ts';
import { many } from '../../../platform/database.ts';
import { recordRead } from '../../../platform/journal.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { type DelegatedAct, delegatedActsInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';

const pageSize = 50;
const cursorShape = z.tuple([cursorInstant, z.uuid()]);

interface Row {
  readonly act_id: string;
  readonly acted_at: Date;
  readonly dossier_id: string;
  readonly code: string;
  readonly procedure_name: string;
  readonly command: string;
  readonly step_name: string | null;
  readonly person_id: Id<'person'>;
  readonly sort_key: string;
}

/**
 * What was done under a delegation, the latest first: for whoever lent it, whose name it carries, and for who did it. Refuses
 * everybody else as if it were not there: who watches over delegations does not read dossiers.
 */
export async function delegatedActs(
  deps: DossierDeps,
  ctx: QueryContext,
  input: unknown,
  cursor?: string,
): Promise<Result<Page<DelegatedAct>>> {
  const asked = parseInput(delegatedActsInput, input);
  if (!asked.ok) return asked;
  const { delegationId, from, to, command } = asked.value;
  const delegation = await deps.identity.delegations.get(ctx, delegationId);
  if (!delegation.ok) return delegation;
  if (delegation.value.side === 'other') return refuse('not-found', 'identity.delegation-not-found');
  const after = readCursor(cursorShape, cursor);
  if (!after.ok) return after;
  const narrowed = [
    from === undefined ? sql`` : sql`and a.acted_at >= ${dayStart(from)}`,
    to === undefined ? sql`` : sql`and a.acted_at < ${dayStart(addDays(to, 1))}`,
    command === undefined ? sql`` : sql`and a.command = ${command}`,
    after.value
      ? sql`and (a.acted_at, a.act_id) < (${after.value[0]}::timestamptz, ${after.value[1]}::uuid)`
      : sql``,
  ];
  const rows = await many(
    deps.db,
    sql<Row>`
      select a.act_id, a.acted_at, a.dossier_id, d.code, d.procedure_name, a.command, a.step_name, a.person_id,
        a.acted_at::text as sort_key
      from dossiers.delegated_act a
      join dossiers.dossier d on d.jurisdiction = a.jurisdiction and d.dossier_id = a.dossier_id
      where a.jurisdiction = ${ctx.jurisdiction} and a.delegation_id = ${delegationId} ${sql.join(narrowed, sql` `)}
      order by a.acted_at desc, a.act_id desc
      limit ${pageSize + 1}`,
  );
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  await recordRead(deps.db, ctx, deps.newId, {
    query: 'dossiers.delegated-acts',
    subjectIds: [...new Set(shown.map((row) => row.dossier_id))],
  });
  return ok({
    items: await actsOf(deps, ctx, shown),
    ...(rows.length > pageSize && last && { next: writeCursor([last.sort_key, last.act_id]) }),
  });
}

async function actsOf(
  deps: DossierDeps,
  ctx: QueryContext,
  rows: readonly Row[],
): Promise<readonly DelegatedAct[]> {
  const ids = rows.map((row) => row.person_id);
  const people = await deps.identity.describePeople(deps.db, ids, plainDateOf(ctx.now));
  return rows.map((row) => ({
    actId: row.act_id,
    at: row.acted_at.toISOString(),
    dossierId: row.dossier_id,
    code: row.code,
    procedureName: row.procedure_name,
    command: row.command,
    ...(row.step_name !== null && { stepName: row.step_name }),
    by: people.get(row.person_id)?.name ?? '',
  }));
}
