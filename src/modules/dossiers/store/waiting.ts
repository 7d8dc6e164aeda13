import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';

/** Why an open task rests. */
export type WaitingFor = 'supplement' | 'financialDuty' | 'withdrawal' | 'opinion';

/**
 * Writes onto the open tasks of a dossier why each rests, out of what is open: the citizen's wish to withdraw, papers asked
 * for in it, an opinion it waits for. Lists read it there; null is work to do.
 */
export async function refreshWaiting(tx: Tx, jurisdiction: Jurisdiction, dossierId: string): Promise<void> {
  await sql`
    update dossiers.task t
    set waiting = case
      when t.kind = 'opinion' then null
      when d.withdrawal_requested_at is not null then 'withdrawal'
      when exists (
        select from dossiers.supplement_request s
        where s.jurisdiction = t.jurisdiction and s.dossier_id = t.dossier_id and s.task_id = t.task_id
          and s.closed_at is null
      ) then 'supplement'
      when exists (
        select from dossiers.opinion o
        where o.jurisdiction = t.jurisdiction and o.dossier_id = t.dossier_id and o.for_task_id = t.task_id
          and o.waits and o.closed_at is null
      ) then 'opinion'
      when t.kind = 'wait' and t.facts ->> 'status' = '6' then 'financialDuty'
    end
    from dossiers.dossier d
    where t.jurisdiction = ${jurisdiction} and t.dossier_id = ${dossierId} and t.closed_at is null
      and d.jurisdiction = t.jurisdiction and d.dossier_id = t.dossier_id
  `.execute(tx);
}
