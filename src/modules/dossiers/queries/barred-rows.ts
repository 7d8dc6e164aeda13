import { sql } from 'kysely';
import type { HeldPost } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { many } from '../../../platform/database.ts';
import { barringStep, behindAct, type DoneStep } from '../core/separation.ts';
import type { DossierDeps } from '../store/deps.ts';
import { withPowers } from '../store/done-steps.ts';
import type { TaskRow } from '../store/tasks.ts';
import type { QueueRow } from './queue-page.ts';

/** Of the rows of a page those that the officer may not do, with the step of theirs that keeps them from it, by task. */
export async function barredRows(
  deps: Pick<DossierDeps, 'db' | 'identity'>,
  ctx: QueryContext,
  rows: readonly QueueRow[],
): Promise<ReadonlyMap<string, string>> {
  const apart = rows.filter((row) => row.not_by.length > 0);
  if (apart.length === 0 || ctx.actor.kind !== 'officer') return new Map();
  const { actor } = ctx;
  const done = await many(
    deps.db,
    sql<DoneStep & { readonly dossier_id: string; readonly facts: TaskRow['facts'] }>`
      select dossier_id, step_key, step_name, outcome, closed_by_person, facts from dossiers.task
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = any(${apart.map((row) => row.dossier_id)}::uuid[])
        and outcome = 'forward'
    `,
  );
  const byDossier = Map.groupBy(await withPowers(deps.db, deps, done), (row) => row.dossier_id);
  return new Map(
    apart.flatMap((row) => {
      const acts = (post: HeldPost) => post.role === row.role && post.unitScope.includes(row.unit_id);
      // How far a lent power goes has been asked by the list; here whose it is is enough.
      const people = behindAct(actor, actor.posts.find(acts) ?? actor.delegated?.find(acts));
      const barring = barringStep(row.not_by, byDossier.get(row.dossier_id) ?? [], people);
      return barring ? [[row.task_id, barring.step_name] as const] : [];
    }),
  );
}
