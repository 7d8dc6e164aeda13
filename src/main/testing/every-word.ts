import { sql } from 'kysely';
import type { CitizenActor, OfficerActor } from '../../kernel/actor.ts';
import { newUuidV7 } from '../../platform/ids.ts';
import { must } from '../../platform/testing/must.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import type { SeededProduct } from './seeded-product.ts';

interface Writers {
  readonly mother: CitizenActor;
  readonly administrator: OfficerActor;
}

/** Everything else that people may write about a dossier, in every table that takes it. */
export async function everyWord(test: TestDatabase, world: SeededProduct, by: Writers, id: string) {
  const ofDossier = sql`where jurisdiction = 1 and dossier_id = ${id}`;
  const own = sql`jurisdiction, dossier_id`;
  const from = sql`from dossiers.dossier ${ofDossier}`;
  const someone = newUuidV7();
  const statements = [
    sql`insert into dossiers.postal_item (${own}, direction, unit_id, recipient, phone, address, chosen_at)
      select ${own}, 'out', received_unit_id, 'Phan Thị Mỹ Duyên', '0530000051', 'Số 12, khu phố 3', submitted_at ${from}`,
    sql`insert into dossiers.part (${own}, procedure_code, position, name, state, reason, changed_at, changed_by)
      select ${own}, '1.004222', 1, 'Đăng ký thường trú', 'refused', 'BÍ MẬT: chủ nhà', submitted_at, dossier_id ${from}`,
    sql`insert into dossiers.representation (${own}, capacity, document, document_number, issued_by)
      select ${own}, 'guardian', 'BÍ MẬT giám hộ', 'BÍ MẬT 66', 'BÍ MẬT phường' ${from}`,
    sql`update dossiers.component set note = 'BÍ MẬT của giấy' ${ofDossier}`,
    sql`update dossiers.party set email = 'duyen@example.vn', address = 'Số 12, khu phố 3', birth_date = '1995' ${ofDossier}`,
    sql`insert into dossiers.opinion (${own}, opinion_id, kind, for_task_id, step_key, unit_id, question, mandatory, waits,
        silence_consents, due_at, asked_at, closed_at, closed_as, verdict, answer, document)
      select ${own}, ${newUuidV7()}, 'asked', task_id, step_key, unit_id, 'BÍ MẬT hỏi', true, true, false, due_at, opened_at,
        opened_at, 'answered', 'agree', 'BÍ MẬT trả lời', 'BÍ MẬT văn bản'
      from dossiers.task ${ofDossier} and kind = 'work' limit 1`,
    sql`insert into dossiers.assignment (${own}, task_id, assignment_id, how, reason, assigned_at)
      select ${own}, task_id, ${newUuidV7()}, 'reassign', 'BÍ MẬT giao', opened_at from dossiers.task ${ofDossier} limit 1`,
    sql`insert into dossiers.stop_notice (${own}, notice_id, ground, reason, stage, money, unit_id, number, signer_lines,
        stopped_at, stopped_by)
      select ${own}, ${newUuidV7()}, 'law', 'BÍ MẬT dừng', 'appraisal', 'none', received_unit_id, '1', '{}', submitted_at,
        dossier_id ${from}`,
    sql`insert into dossiers.supplement_request (${own}, request_id, ordinal, stage, task_id, unit_id, guidance, answer_by,
        number, signer_lines, requested_at, requested_by, requested_by_person, answer_note, closed_at, closed_as)
      select ${own}, ${someone}, 1, 'intake', task_id, unit_id, 'BÍ MẬT hướng dẫn', '2026-12-01', '1', '{}', opened_at,
        task_id, task_id, 'BÍ MẬT lời', opened_at, 'online' from dossiers.task ${ofDossier} limit 1`,
    sql`insert into dossiers.supplement_item (${own}, request_id, component_key, position, reason)
      select ${own}, ${someone}, component_key, 1, 'BÍ MẬT vì sao' from dossiers.component ${ofDossier} limit 1`,
    sql`insert into dossiers.withdrawal_request (${own}, request_id, reason, requested_at, requested_by, answer, closed_at,
        closed_as)
      select ${own}, ${newUuidV7()}, 'BÍ MẬT rút', submitted_at, dossier_id, 'BÍ MẬT đáp', submitted_at, 'declined' ${from}`,
    sql`insert into dossiers.promise (${own}, seq, kind, due_at, forecast, explanation, issued_at, signer_lines, reason, late)
      select ${own}, 2, 'apology', submitted_at, false, '[]', submitted_at, '[]', 'BÍ MẬT xin lỗi', true ${from}`,
    sql`insert into dossiers.suspension (${own}, suspension_id, ground, ground_name, source, certainty, effect, from_at, to_at,
        document)
      select ${own}, ${newUuidV7()}, 'x', 'x', 'x', 'x', 'none', submitted_at, submitted_at, 'BÍ MẬT giấy báo' ${from}`,
    sql`update dossiers.dossier set refusal_reason = 'BÍ MẬT từ chối' ${ofDossier}`,
  ];
  for (const statement of statements) await statement.execute(test.owner);
  const wrong = { field: 'phone', dossierId: id, text: 'BÍ MẬT: số đúng là 0530000051' };
  const { correctionId } = must(
    await world.product.modules.privacy.commands.askCorrection(world.as(by.mother), wrong),
  );
  const answer = { correctionId, outcome: 'refused', answer: 'BÍ MẬT: không đổi' };
  must(await world.product.modules.privacy.commands.answerCorrection(world.as(by.administrator), answer));
}
