import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';
import type { DossierDeps } from './deps.ts';
import type { TaskRow } from './tasks.ts';

export interface Giving {
  readonly how: 'claim' | 'release' | 'assign' | 'reassign' | 'handOver';
  /** Null gives it back to the group. */
  readonly to: Id<'account'> | null;
  /** Null where nobody did: its unit was split, and its holder went elsewhere. */
  readonly by: Id<'account'> | null;
  readonly reason?: string | undefined;
}

/** Gives an open task to a person or back to the group, with a row that says who had it before and why it moved. */
export async function giveTask(
  tx: Tx,
  ctx: CommandContext,
  deps: Pick<DossierDeps, 'newId'>,
  task: Pick<TaskRow, 'task_id' | 'dossier_id' | 'assigned_to'>,
  giving: Giving,
): Promise<void> {
  await sql`
    with given as (
      insert into dossiers.assignment (jurisdiction, dossier_id, task_id, assignment_id, how, from_account, to_account,
        by_account, reason, assigned_at)
      values (${ctx.jurisdiction}, ${task.dossier_id}, ${task.task_id}, ${deps.newId<'assignment'>()}, ${giving.how},
        ${task.assigned_to}, ${giving.to}, ${giving.by}, ${giving.reason ?? null}, ${ctx.now})
    )
    update dossiers.task
    set assigned_to = ${giving.to}::uuid, assigned_at = case when ${giving.to}::uuid is not null then ${ctx.now}::timestamptz end,
      taken_up_by = case when ${giving.how} = 'claim' then ${giving.to}::uuid end,
      taken_up_at = case when ${giving.how} = 'claim' then ${ctx.now}::timestamptz end
    where jurisdiction = ${ctx.jurisdiction} and task_id = ${task.task_id} and closed_at is null
  `.execute(tx);
}
