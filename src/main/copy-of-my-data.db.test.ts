import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor } from '../kernel/actor.ts';
import { many } from '../platform/database.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { createSeal } from '../platform/sealed-text.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { testSealKeys } from './testing/test-config.ts';

/** Where every table that points at people stands in the copy, or why it does not. */
const tables: Readonly<Record<string, { readonly section: string } | { readonly not: string }>> = {
  'identity.person': { section: 'profile' },
  'identity.person_paper': { section: 'papers' },
  'identity.person_change': { section: 'contact-changes' },
  'identity.helper_consent': { section: 'consents' },
  'identity.session': { section: 'sessions' },
  'dossiers.dossier': { section: 'dossiers' },
  'dossiers.party': { section: 'dossiers' },
  'dossiers.party_change': { section: 'dossiers' },
  'dossiers.answer_note': { section: 'dossiers' },
  'dossiers.representation': { section: 'dossiers' },
  'dossiers.postal_item': { section: 'dossiers' },
  'dossiers.part': { section: 'dossiers' },
  'payments.counter_receipt': { section: 'dossiers' },
  'dossiers.draft': { section: 'drafts' },
  'notifications.message': { section: 'messages' },
  'privacy.correction': { section: 'corrections' },
  'identity.account': { not: 'how the provider names the person; the profile says who it is' },
  'identity.activation': { not: 'codes of officers' },
  'identity.delegation': { not: 'powers of officers, by posts' },
  'identity.factor_reset': { not: 'officers' },
  'identity.organisation': { not: 'of the organisation, not of a person' },
  'identity.permission_grant': { not: 'officers' },
  'identity.person_merge': { not: 'shown and undone at /tai-khoan; ids alone' },
  'identity.post': { not: 'officers' },
  'identity.recovery_code': { not: 'hashes of officers’ codes' },
  'identity.second_factor': { not: 'secrets of officers' },
  'identity.sign_in_flow': { not: 'minutes long, sealed' },
  'identity.stated_reason': { not: 'about accounts of officers and units' },
  'privacy.data_export': { not: 'the copy itself' },
  'privacy.retention_due': { not: 'codes and days of a dossier' },
  'privacy.retention_hold': { not: 'what a court or inspection asks for; not for the person held' },
  'privacy.erasure': { not: 'officers who did it' },
  'privacy.erasure_item': { not: 'codes and days of a dossier' },
  'documents.file': { not: 'downloaded from the dossier and the draft' },
  'dossiers.dossier_file': { not: 'downloaded from the dossier' },
  'dossiers.supplement_file': { not: 'downloaded from the dossier' },
  'dossiers.letter': { not: 'downloaded from the dossier' },
  'dossiers.stop_notice': { not: 'a letter, downloaded from the dossier' },
  'dossiers.supplement_request': { not: 'a letter, downloaded from the dossier' },
  'dossiers.supplement_item': { not: 'a letter, downloaded from the dossier' },
  'dossiers.withdrawal_request': { not: 'shown on the dossier' },
  'dossiers.promise': { not: 'a letter, downloaded from the dossier' },
  'dossiers.component': { not: 'papers of the list, shown on the dossier' },
  'dossiers.opinion': { not: 'among offices' },
  'dossiers.assignment': { not: 'among officers' },
  'dossiers.delegated_act': { not: 'officers' },
  'dossiers.queue_choice': { not: 'officers' },
  'dossiers.task': { not: 'steps of the office; the timeline shows them' },
  'dossiers.clock': { not: 'days' },
  'dossiers.suspension': { not: 'days' },
  'dossiers.timer': { not: 'days' },
  'dossiers.token': { not: 'steps' },
  'dossiers.unlisted_ask': { not: 'attempts of officers' },
  'dossiers.unmasking': { not: 'the page of who has looked shows it' },
  'identity.province_link': { not: 'officers' },
  'catalogue.list_columns': { not: 'officers' },
  'catalogue.wrong_list_report': { not: 'about a list; followed by its own link' },
};

describe('the copy of somebody’s data', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  let mother: CitizenActor;

  beforeAll(async () => {
    mother = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    const { dossiers, privacy } = world.product.modules;
    const draftId = await aBirthDraft(world, test, mother);
    const made = must(await dossiers.commands.submitDraft(world.as(mother), { draftId, expectedVersion: 3 }));
    await aBirthDraft(world, test, mother);
    await world.runJobs();
    const wrong = { field: 'phone', text: 'Số điện thoại chưa đúng' };
    const answer = { outcome: 'corrected', answer: 'Đã sửa số điện thoại', value: '0530000059' };
    for (const [dossierId, by] of [
      [made.dossierId, 'phochutich.tanninh'],
      [undefined, 'quantri'],
    ] as const) {
      const asked = must(await privacy.commands.askCorrection(world.as(mother), { ...wrong, dossierId }));
      const officer = world.as(await world.officer(by));
      must(await privacy.commands.answerCorrection(officer, { ...answer, correctionId: asked.correctionId }));
    }
    await sql`
      insert into payments.counter_receipt (jurisdiction, receipt_id, dossier_id, unit_id, receipt_number, amount, lines,
        collected_by, collected_at)
      select jurisdiction, ${newUuidV7()}, dossier_id, received_unit_id, 'BL-0042', 8000, '[]', dossier_id, submitted_at
      from dossiers.dossier where dossier_id = ${made.dossierId}`.execute(test.owner);
    const seal = createSeal(testSealKeys);
    await sql`
      insert into identity.person_paper (jurisdiction, paper_id, person_id, kind, number_sealed, number_index, noted_at)
      values (1, ${newUuidV7()}, ${mother.personId}, 'passport',
        ${seal.seal('passport C1234567', 'identity.person_paper.number')}, 'index', '2026-11-23')`.execute(
      test.owner,
    );
    await sql`
      insert into identity.session (jurisdiction, id, token_hash, account_id, created_at, seen_at, idle_until, absolute_until,
        origin_ip, user_agent, needs_factor)
      values (1, ${newUuidV7()}, '\\x01', ${mother.accountId}, '2026-11-23', '2026-11-23', '2026-11-24', '2026-11-24',
        '203.0.113.9', 'Máy của mẹ', false)`.execute(test.owner);
    await sql`
      insert into identity.helper_consent (jurisdiction, id, principal_person_id, scope, until_on, given_how, given_by, given_at,
        code_hash, code_until)
      values (1, ${newUuidV7()}, ${mother.personId}, 'dossier', '2026-12-01', 'ownSignIn', ${mother.accountId}, '2026-11-23',
        '\\x02', '2026-11-24')`.execute(test.owner);
  }, 120_000);

  it('names every table that points at people, with its section or the reason why not', async () => {
    const found = await many(
      test.owner,
      sql<{ name: string }>`
        select distinct table_schema || '.' || table_name as name from information_schema.columns
        join information_schema.tables using (table_schema, table_name)
        where table_type = 'BASE TABLE'
          and table_schema in ('identity', 'privacy', 'documents', 'payments', 'dossiers', 'notifications', 'catalogue')
          and column_name in ('person_id', 'account_id', 'dossier_id', 'principal_person_id', 'kept_person_id',
            'uploaded_by', 'phone', 'email', 'address', 'identity_sealed', 'fixed_by_person', 'delegate_person_id', 'stated_by')`,
    );
    expect(found.map(({ name }) => name).toSorted()).toEqual(Object.keys(tables).toSorted());
  });

  it('holds every section that a table says it stands in', async () => {
    const { commands } = world.product.modules.privacy;
    const { exportId } = must(await commands.askExport(world.as(mother)));
    await world.runJobs();
    const { content } = must(await commands.takeExport(world.as(mother), { exportId, form: 'json' }));
    const { sections } = JSON.parse(content);
    const promised = Object.values(tables).flatMap((table) => ('section' in table ? [table.section] : []));
    expect(sections.map(({ key }: { readonly key: string }) => key)).toEqual(
      expect.arrayContaining([...new Set(promised)]),
    );
    for (const text of [
      'BL-0042',
      'Máy của mẹ',
      '203.0.113.9',
      'Nộp một hồ sơ',
      'C1234567',
      '0530000051',
      '0530000059',
    ])
      expect(content).toContain(text);
  });
});
