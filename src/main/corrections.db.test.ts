import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor, OfficerActor } from '../kernel/actor.ts';
import { saidAgain } from '../modules/identity/testing/test-identity.ts';
import { many } from '../platform/database.ts';
import { createSeal } from '../platform/sealed-text.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { testSealKeys } from './testing/test-config.ts';

const answer = 'Đã đối chiếu giấy tờ và sửa.';

describe('a correction that is answered as corrected', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  let mother: CitizenActor;
  let leader: OfficerActor;
  let administrator: OfficerActor;
  let dossierId: string;
  let code: string;

  beforeAll(async () => {
    mother = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    leader = await world.officer('phochutich.tanninh');
    administrator = await world.officer('quantri');
    const draftId = await aBirthDraft(world, test, mother);
    const { commands } = world.product.modules.dossiers;
    ({ dossierId, code } = must(
      await commands.submitDraft(world.as(mother), { draftId, expectedVersion: 3 }),
    ));
  }, 60_000);

  const privacy = () => world.product.modules.privacy;
  const asked = async (field: string, about: string | undefined = dossierId) => {
    const wrong = { field, dossierId: about, text: 'Điều này chưa đúng, xin sửa lại' };
    return must(await privacy().commands.askCorrection(world.as(mother), wrong)).correctionId;
  };
  const answered = (correctionId: string, value: string, more: object = {}, by = leader) =>
    privacy().commands.answerCorrection(world.as(by), {
      ...{ correctionId, outcome: 'corrected', answer, value },
      ...more,
    });
  const seen = async (by = leader, reason = 'contact') =>
    must(await world.product.modules.dossiers.queries.getOfficeDossier(world.as(by), dossierId, reason));

  it('changes the telephone wherever the person stands, and who may follow the dossier by it', async () => {
    const correctionId = await asked('phone');
    expect(await answered(correctionId, '')).toMatchObject({
      refusal: { type: 'privacy.value-needed', fields: [{ pointer: '/value' }] },
    });
    expect(await answered(correctionId, '12')).toMatchObject({
      refusal: { type: 'dossiers.correct-phone', fields: [{ pointer: '/value' }] },
    });
    expect(await answered(correctionId, '0530000059', { role: 'authorised' })).toMatchObject({
      refusal: { type: 'dossiers.correct-nobody', fields: [{ pointer: '/role' }] },
    });
    must(await answered(correctionId, '0530000059'));
    const view = await seen();
    expect(view.parties.map(({ phone }) => phone)).toEqual(['0530000059', '0530000059']);
    expect(view.partyChanges).toMatchObject([
      { role: 'owner', field: 'phone', before: '0530000051' },
      { role: 'submitter', field: 'phone', before: '0530000051' },
    ]);
    // What was declared is what was declared.
    expect(view.answers).toMatchObject({ requesterPhone: '0530000051' });
    expect(view.timeline.at(-1)).toMatchObject({ key: 'factCorrected', params: { field: 'phone' } });
    const { lookUp } = world.product.modules.dossiers.queries;
    const nobody = world.as({ kind: 'anonymous' });
    must(await lookUp(nobody, { code, secondFact: '0530000059' }));
    expect(await lookUp(nobody, { code, secondFact: '0530000051' })).toMatchObject({ ok: false });
    expect(must(await privacy().queries.openCorrections(world.as(leader))).items).toEqual([]);
  });

  it('shows what it was in part to whom the fact is masked, and keeps it under the seal', async () => {
    const masked = must(
      await world.product.modules.dossiers.queries.getOfficeDossier(world.as(leader), dossierId),
    );
    expect(masked.partyChanges[0]?.before).toBe('•••••051');
    const kept = await many(
      test.owner,
      sql<{ before_sealed: never }>`select before_sealed from dossiers.party_change`,
    );
    const seal = createSeal(testSealKeys);
    expect(kept.map((row) => seal.open(row.before_sealed, 'dossiers.party_change.before'))).toEqual([
      '0530000051',
      '0530000051',
    ]);
    const words = await many(
      test.owner,
      sql<{ text: string }>`
        select row_to_json(e)::text as text from platform.event e union all select row_to_json(a)::text from platform.action a
        union all select row_to_json(r)::text from platform.request_log r`,
    );
    expect(words.filter(({ text }) => /0530000051|0530000059/.test(text))).toEqual([]);
  });

  it('leaves a name in civil status to its procedure, and a number to the police; nothing is answered by that', async () => {
    const name = await asked('name');
    expect(await answered(name, 'Phan Thị Mỹ Duyên Anh')).toMatchObject({
      refusal: { type: 'privacy.corrected-elsewhere', params: { procedure: '1.004859' } },
    });
    expect(await answered(await asked('identityNumber'), '072195999009')).toMatchObject({
      refusal: { type: 'privacy.identity-elsewhere' },
    });
    must(await answered(name, '', { outcome: 'elsewhere' }));
    expect((await seen()).parties[0]?.name).toBe('Phan Thị Mỹ Duyên');
  });

  it('changes a name in other sectors, in the lists and the search too', async () => {
    await sql`update dossiers.dossier set sector = 'Chứng thực' where dossier_id = ${dossierId}`.execute(
      test.owner,
    );
    must(await answered(await asked('name'), 'Phan Thị Mỹ Hằng'));
    const { search } = world.product.modules.dossiers.queries;
    expect(must(await search(world.as(leader), 'my hang'))).toMatchObject([
      { code, ownerName: 'Phan Thị Mỹ Hằng' },
    ]);
    expect(must(await search(world.as(leader), 'my duyen'))).toEqual([]);
    const tasks = await many(
      test.owner,
      sql`select distinct owner_name from dossiers.task where dossier_id = ${dossierId}`,
    );
    expect(tasks).toEqual([{ owner_name: 'Phan Thị Mỹ Hằng' }]);
  });

  it('of two who answer at once one changes it, once', async () => {
    const correctionId = await asked('email');
    const both = await Promise.all([
      answered(correctionId, 'mot@example.vn'),
      answered(correctionId, 'hai@example.vn', {}, administrator),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const changes = (await seen()).partyChanges.filter(({ field }) => field === 'email');
    expect(changes).toHaveLength(2);
  });

  it('of the account stays when the provider says the old one again', async () => {
    const correctionId = await asked('phone', '');
    expect(await answered(correctionId, '0530000059')).toMatchObject({
      refusal: { type: 'privacy.correction-not-found' },
    });
    expect(await answered(correctionId, 'không', {}, administrator)).toMatchObject({
      refusal: { type: 'identity.contact-wrong', fields: [{ pointer: '/value' }] },
    });
    must(await answered(correctionId, '0530000059', {}, administrator));
    const said = { name: 'Phan Thị Mỹ Duyên', identityNumber: '072195999001', phone: '0530000051' };
    const facts = { ...said, email: 'duyen@example.vn' };
    await saidAgain(test.db, test.jurisdiction, createSeal(testSealKeys), mother, facts);
    const profile = await world.product.modules.identity.citizenProfile(test.db, mother.personId);
    expect(profile).toMatchObject({ phone: '0530000059', email: 'duyen@example.vn' });
    expect(await answered(await asked('name', ''), 'Tên Khác', {}, administrator)).toMatchObject({
      refusal: { type: 'privacy.identity-elsewhere' },
    });
  });

  it('changes nothing in a dossier that has ended', async () => {
    const correctionId = await asked('address');
    await sql`
      update dossiers.dossier set phase = 'refused', refused_at = submitted_at where dossier_id = ${dossierId}`.execute(
      test.owner,
    );
    expect(await answered(correctionId, 'Số 1, khu phố 4, phường Tân Ninh')).toMatchObject({
      refusal: { type: 'privacy.dossier-over' },
    });
    must(await answered(correctionId, '', { outcome: 'refused' }));
  });

  it('leaves answers to the supplement while the dossier is on its way; once it is decided a note stands beside them', async () => {
    const { commands, queries } = world.product.modules.dossiers;
    const draftId = await aBirthDraft(world, test, mother);
    const made = must(await commands.submitDraft(world.as(mother), { draftId, expectedVersion: 3 }));
    const text = 'Mục nơi sinh: đúng là Bệnh viện Xuyên Á, điện thoại 0530000051';
    const early = await asked('answers', made.dossierId);
    expect(await answered(early, text)).toMatchObject({
      refusal: { type: 'privacy.answers-by-supplement' },
    });
    const counter = await world.officer('tiepnhan.tanninh');
    const refused = { dossierId: made.dossierId, expectedVersion: 1, reason: 'Nộp nhầm nơi tiếp nhận' };
    must(await commands.refuseIntake(world.as(counter), refused));
    expect(await answered(early, '')).toMatchObject({
      refusal: { type: 'privacy.note-needed', fields: [{ pointer: '/value' }] },
    });
    must(await answered(early, text));

    const view = async (reason?: string) =>
      must(await queries.getOfficeDossier(world.as(leader), made.dossierId, reason));
    const whole = await view('contact');
    expect(whole.answerNotes).toMatchObject([{ text }]);
    expect(whole.answers).toMatchObject({ birthFacility: 'Bệnh viện Đa khoa Tây Ninh' });
    expect(whole.timeline.at(-1)).toMatchObject({ key: 'answersNoted' });
    const masked = await view();
    expect([masked.isMasked, masked.answerNotes]).toEqual([true, [{ at: whole.answerNotes[0]?.at }]]);
    must(await privacy().commands.askExport(world.as(mother)));
    await world.runJobs();
    const [open] = await privacy().queries.myExports(world.as(mother));
    const copy = { exportId: open?.exportId, form: 'json' };
    expect(must(await privacy().commands.takeExport(world.as(mother), copy)).content).toContain(text);
    const kept = await many(test.owner, sql`select text_sealed as text from dossiers.answer_note`);
    expect(JSON.stringify(kept)).not.toContain('Xuyên Á');
  });
});
