import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { type Connection, many } from '../../../platform/database.ts';
import { barringStep, type DoneStep } from '../core/separation.ts';
import type { QueueRow } from './queue-page.ts';

/** Of the rows of a page those that the officer may not do, with the step of theirs that keeps them from it, by task. */
export async function barredRows(
  db: Connection,
  ctx: QueryContext,
  rows: readonly QueueRow[],
): Promise<ReadonlyMap<string, string>> {
  const apart = rows.filter((row) => row.not_by.length > 0);
  if (apart.length === 0 || ctx.actor.kind !== 'officer') return new Map();
  const { personId } = ctx.actor;
  const done = await many(
    db,
    sql<DoneStep & { readonly dossier_id: string }>`
      select dossier_id, step_key, step_name, outcome, closed_by_person from dossiers.task
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = any(${apart.map((row) => row.dossier_id)}::uuid[])
        and closed_by_person = ${personId}
    `,
  );
  const byDossier = Map.groupBy(done, (row) => row.dossier_id);
  return new Map(
    apart.flatMap((row) => {
      const barring = barringStep(row.not_by, byDossier.get(row.dossier_id) ?? [], personId);
      return barring ? [[row.task_id, barring.step_name] as const] : [];
    }),
  );
}
