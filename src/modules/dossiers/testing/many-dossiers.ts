import { sql } from 'kysely';
import type { Database } from '../../../platform/database.ts';

/** Fills a unit's intake queue with dossiers, one open task each, due a minute apart; written by the owner. */
export async function fillInbox(owner: Database, unitId: string, count: number, from: Date): Promise<void> {
  await sql`
    insert into dossiers.dossier (jurisdiction, dossier_id, code, channel, phase, version, last_seq, submitted_under,
      procedure_version_id, process_version_id, procedure_code, procedure_name, sector, case_key, case_answers,
      received_unit_id, competent_unit_id, return_unit_id, owner_name, search_text, second_facts, answers, submitted_at)
    select 1, gen_random_uuid(), 'H53.FULL-' || n || '-' || ${unitId}::text, 'online', 'submitted', 1, 0, '{}', ${unitId}::uuid,
      ${unitId}::uuid, '2.000815', 'Chứng thực bản sao từ bản chính', 'Chứng thực', 'mot', '{}', ${unitId}::uuid,
      ${unitId}::uuid, ${unitId}::uuid, 'Trần Thị Số ' || n, 'tran thi so ' || n, '{}', '{}',
      ${from}::timestamptz + n * interval '1 minute'
    from generate_series(1, ${count}::int) n
  `.execute(owner);
  await sql`
    insert into dossiers.task (jurisdiction, dossier_id, task_id, step_key, step_name, kind, unit_id, role, hours,
      opened_at, due_at, code, procedure_code, procedure_name, owner_name)
    select jurisdiction, dossier_id, gen_random_uuid(), 'tiep-nhan', 'Tiếp nhận', 'intake', received_unit_id,
      'oneStopOfficer', 1, submitted_at, submitted_at + interval '8 hours', code, procedure_code, procedure_name, owner_name
    from dossiers.dossier where received_unit_id = ${unitId}::uuid
  `.execute(owner);
  await sql`analyze dossiers.dossier`.execute(owner);
  await sql`analyze dossiers.task`.execute(owner);
}
