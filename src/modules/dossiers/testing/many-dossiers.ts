import { sql } from 'kysely';
import type { Database } from '../../../platform/database.ts';

export interface ManyTasks {
  readonly unitId: string;
  readonly count: number;
  readonly from: Date;
  readonly role?: string;
  readonly kind?: string;
  /** Begins the codes; each call for a unit needs its own. */
  readonly series?: string;
  /** Every third is theirs. */
  readonly holder?: string;
}

/** Fills a unit's queue with dossiers, one open task each, due a minute apart; written by the owner. */
export async function fillQueue(owner: Database, wanted: ManyTasks): Promise<void> {
  const { unitId, count, from, role = 'oneStopOfficer', kind = 'intake', holder = null } = wanted;
  const series = wanted.series ?? role + kind;
  await sql`
    with made as (
      insert into dossiers.dossier (jurisdiction, dossier_id, code, channel, phase, version, last_seq, submitted_under,
        procedure_version_id, process_version_id, procedure_code, procedure_name, sector, case_key, case_answers,
        received_unit_id, competent_unit_id, return_unit_id, owner_name, search_text, second_facts, answers, submitted_at)
      select 1, gen_random_uuid(), 'H53.' || ${series}::text || '-' || n || '-' || ${unitId}::text, 'online', 'submitted', 1, 0, '{}',
        ${unitId}::uuid, ${unitId}::uuid, '2.000815', 'Chứng thực bản sao từ bản chính', 'Chứng thực', 'mot', '{}',
        ${unitId}::uuid, ${unitId}::uuid, ${unitId}::uuid, 'Trần Thị Số ' || n, 'tran thi so ' || n, '{}', '{}',
        ${from}::timestamptz + n * interval '1 minute'
      from generate_series(1, ${count}::int) n
      returning jurisdiction, dossier_id, received_unit_id, submitted_at, code, procedure_code, procedure_name, owner_name, channel
    )
    insert into dossiers.task (jurisdiction, dossier_id, task_id, step_key, step_name, kind, unit_id, role, hours,
      opened_at, due_at, code, procedure_code, procedure_name, owner_name, channel, assigned_to)
    select jurisdiction, dossier_id, gen_random_uuid(), 'buoc', 'Bước', ${kind}, received_unit_id, ${role}, 1,
      submitted_at, submitted_at + interval '8 hours', code, procedure_code, procedure_name, owner_name, channel,
      case when row_number() over (order by submitted_at) % 3 = 0 then ${holder}::uuid end
    from made
  `.execute(owner);
  await sql`analyze dossiers.dossier`.execute(owner);
  await sql`analyze dossiers.task`.execute(owner);
}

/** The same for the counter's intake. */
export function fillInbox(owner: Database, unitId: string, count: number, from: Date): Promise<void> {
  return fillQueue(owner, { unitId, count, from, series: 'FULL' });
}
