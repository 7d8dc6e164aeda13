import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor, OfficerActor } from '../kernel/actor.ts';
import { many } from '../platform/database.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

const later = (days: number) => new Date(morning.getTime() + days * 86_400_000);

describe('what people may ask about their data', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const privacy = () => world.product.modules.privacy;
  let mother: CitizenActor;
  let other: CitizenActor;
  let dossier: { readonly dossierId: string; readonly code: string };
  let walkInCode: string;
  let slipCode: string;
  let leader: OfficerActor;
  let otherLeader: OfficerActor;
  let administrator: OfficerActor;

  beforeAll(async () => {
    mother = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    other = await world.citizen('Lê Văn Khác', '072195999002', '0530000052');
    leader = await world.officer('phochutich.tanninh');
    otherLeader = await world.officer('chutich.tanbien');
    administrator = await world.officer('quantri');
    const { commands } = world.product.modules.dossiers;
    const draftId = await aBirthDraft(world, test, mother);
    dossier = must(await commands.submitDraft(world.as(mother), { draftId, expectedVersion: 3 }));
    const walkIn = await aWalkIn('Phan Thị Mỹ Duyên');
    slipCode = (await aWalkIn('Trần Thị Bông')).code;
    walkInCode = walkIn.code;
    await carried(dossier.dossierId, walkIn.dossierId);
    await aBirthDraft(world, test, mother);
  }, 60_000);

  /** Taken in at a counter for an owner of this name, with the mother's number. */
  async function aWalkIn(name: string) {
    const { dossiers, identity } = world.product.modules;
    const unitId = (key: string) => identity.units.byKey(key)?.id;
    const counter = await world.officer('tiepnhan.tanninh');
    return must(
      await dossiers.commands.registerWalkIn(world.as(counter), {
        procedureCode: '1.001193',
        caseKey: 'co-chung-sinh',
        caseAnswers: { 'chung-sinh': 'co', 'hoan-canh': 'binh-thuong', 'uy-quyen': 'khong' },
        competentUnitId: unitId('phuong-tan-ninh'),
        receivedUnitId: unitId('phuong-tan-ninh/one-stop'),
        owner: { name, identityNumber: '072195999001', phone: '0530000051' },
        submitter: { name: 'Võ Thị Hạnh Nguyên', identityNumber: '072188999077', phone: '0530000077' },
        components: ['to-khai', 'giay-chung-sinh', 'giay-to-tuy-than'].map((key) => ({
          key,
          receivedOriginals: 1,
          receivedCopies: 0,
          comparedWithOriginal: true,
        })),
      }),
    );
  }

  /** What the list of the day let the mother choose, and where the counter sends a result that the other one asked for. */
  async function carried(own: string, walkIn: string) {
    const item = sql`insert into dossiers.postal_item
      (jurisdiction, dossier_id, direction, unit_id, recipient, phone, address, chosen_at)`;
    await sql`${item} select jurisdiction, dossier_id, 'out', received_unit_id, 'Bà Ngoại Cháu', '0530000066',
      'Số 66, khu phố Ngoại, phường Tân Ninh', submitted_at from dossiers.dossier where dossier_id = ${own}`.execute(
      test.owner,
    );
    await sql`${item} select jurisdiction, dossier_id, 'out', received_unit_id, 'Võ Thị Hạnh Nguyên', '0530000077',
      'Số 77, khu phố Lạ, phường Tân Ninh', submitted_at from dossiers.dossier where dossier_id = ${walkIn}`.execute(
      test.owner,
    );
    await sql`
      insert into dossiers.part (jurisdiction, dossier_id, procedure_code, position, name, state, reason, changed_at, changed_by)
      select jurisdiction, dossier_id, '1.004222', 1, 'Đăng ký thường trú', 'refused', 'Chủ nhà không đồng ý cho cháu ở.',
        submitted_at, dossier_id from dossiers.dossier where dossier_id = ${own}`.execute(test.owner);
    await sql`
      insert into dossiers.representation (jurisdiction, dossier_id, capacity, document, document_number)
      select jurisdiction, dossier_id, 'guardian', 'Quyết định cử người giám hộ', '66/QĐ-UBND'
      from dossiers.dossier where dossier_id = ${own}`.execute(test.owner);
  }

  async function aMadeExport(): Promise<string> {
    const { exportId } = must(await privacy().commands.askExport(world.as(mother)));
    await world.runJobs();
    return exportId;
  }

  it('a copy is made by a job, taken once in each form, and then gone', async () => {
    const exportId = await aMadeExport();
    const { takeExport } = privacy().commands;
    expect(await privacy().queries.myExports(world.as(mother))).toMatchObject([{ state: 'ready' }]);
    expect(await privacy().commands.askExport(world.as(mother))).toMatchObject({
      refusal: { type: 'privacy.export-open' },
    });
    expect(await takeExport(world.as(other), { exportId, form: 'json' })).toMatchObject({
      refusal: { type: 'privacy.export-not-found' },
    });
    expect(await takeExport(world.as(administrator), { exportId, form: 'json' })).toMatchObject({
      ok: false,
    });

    const page = must(await takeExport(world.as(mother), { exportId, form: 'page' }));
    expect(page.content).toContain('<dd>072195999001</dd>');
    expect(page.content).toContain('Bệnh viện Đa khoa Tây Ninh');
    const json = must(await takeExport(world.as(mother), { exportId, form: 'json' }));
    const { format, sections } = JSON.parse(json.content);
    expect(format).toBe('motcua.personal-data/1');
    expect(sections.map(({ key }: { key: string }) => key)).toEqual([
      'profile',
      'dossiers',
      'drafts',
      'party',
      'messages',
    ]);
    // Also what stands beside the form: the post, the other procedures, the right to act.
    expect(json.content).toContain('Bà Ngoại Cháu, điện thoại 0530000066, Số 66');
    expect(json.content).toContain('Chủ nhà không đồng ý cho cháu ở.');
    expect(json.content).toContain('Quyết định cử người giám hộ, 66/QĐ-UBND');
    expect(json.content).toContain(dossier.code);
    // Of a dossier somebody else handed in, the own facts and nobody else's.
    expect(json.content).toContain(walkInCode);
    // A slip of the number names nobody: of whom it is under another name, nothing.
    expect(json.content).not.toMatch(new RegExp(`${slipCode}|Trần Thị Bông`));
    expect(json.content).not.toMatch(/Hạnh Nguyên|072188999077|0530000077|khu phố Lạ/);

    expect(await takeExport(world.as(mother), { exportId, form: 'json' })).toMatchObject({
      refusal: { type: 'privacy.export-taken' },
    });
    const kept = await many(
      test.owner,
      sql<{ content_sealed: string | null }>`select content_sealed from privacy.data_export`,
    );
    expect(kept).toEqual([{ content_sealed: null }]);
    expect(await privacy().queries.myExports(world.as(mother))).toMatchObject([{ state: 'over', left: [] }]);
  });

  it('of two who take the same form at once one gets it', async () => {
    const exportId = await aMadeExport();
    const taken = await Promise.all(
      [1, 2, 3].map(() => privacy().commands.takeExport(world.as(mother), { exportId, form: 'json' })),
    );
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      await privacy().commands.takeExport(world.as(mother, later(7)), { exportId, form: 'page' }),
    ).toMatchObject({ refusal: { type: 'privacy.export-over' } });
  });

  it('what nobody took is erased when its time is over, and a new copy may be asked for', async () => {
    await sql`update privacy.data_export set expires_at = ${morning}`.execute(test.owner);
    await world.product.tasks['privacy.erase-exports']?.({});
    const kept = await many(
      test.owner,
      sql`select from privacy.data_export where content_sealed is not null`,
    );
    expect(kept).toEqual([]);
    // Asked twice at once, one is made.
    const asked = await Promise.all([1, 2, 3].map(() => privacy().commands.askExport(world.as(mother))));
    expect(asked.map((each) => (each.ok ? 'asked' : each.refusal.type)).sort()).toEqual([
      'asked',
      'privacy.export-open',
      'privacy.export-open',
    ]);
  });

  it('a correction finds its agency, has its last day, and is answered once with a reason', async () => {
    const { askCorrection, answerCorrection } = privacy().commands;
    const { openCorrections, myCorrections } = privacy().queries;
    const text = 'Số điện thoại 0530000051 đã đổi thành 0530000059';
    const asked = must(
      await askCorrection(world.as(mother), { field: 'phone', dossierId: dossier.dossierId, text }),
    );
    expect(asked.dueOn).toBe('2026-12-03');
    const seenBy = async (officer: OfficerActor, now = morning) => {
      const page = await openCorrections(world.as(officer, now));
      return page.ok ? page.value.items.map(({ correctionId }) => correctionId) : page.refusal.type;
    };
    expect(await seenBy(leader)).toEqual([asked.correctionId]);
    expect(await seenBy(administrator)).toEqual([asked.correctionId]);
    expect(await seenBy(otherLeader)).toEqual([]);
    expect(await seenBy(await world.officer('hotich.tanninh'))).toBe('privacy.not-allowed');
    const onTheDay = must(await openCorrections(world.as(leader, later(10)))).items[0];
    const dayAfter = must(await openCorrections(world.as(leader, later(11)))).items[0];
    expect([onTheDay?.late, dayAfter?.late]).toEqual([false, true]);
    expect(onTheDay).toMatchObject({ name: 'Phan Thị Mỹ Duyên', text, dossier: { code: dossier.code } });

    const answer = {
      correctionId: asked.correctionId,
      outcome: 'corrected',
      answer: 'Đã sửa số điện thoại trong hồ sơ.',
      value: '0530000059',
    };
    expect(await answerCorrection(world.as(otherLeader), answer)).toMatchObject({
      refusal: { type: 'privacy.correction-not-found' },
    });
    const both = await Promise.all([
      answerCorrection(world.as(leader), answer),
      answerCorrection(world.as(administrator), { ...answer, outcome: 'refused', value: '' }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { type: 'privacy.correction-answered' } });
    expect(await seenBy(leader)).toEqual([]);
    const mine = await myCorrections(world.as(mother));
    expect(mine).toMatchObject([{ correctionId: asked.correctionId, answer: { text: answer.answer } }]);
    expect(await myCorrections(world.as(other))).toEqual([]);
    // Seen with the account that her accounts were joined under; not by a colleague at work.
    const joined = { ...other, accountIds: [other.accountId, mother.accountId] };
    expect(await myCorrections(world.as(joined))).toMatchObject([{ correctionId: asked.correctionId }]);
    const atWork = { ...joined, organisationId: newUuidV7<'organisation'>() };
    expect(await myCorrections(world.as(atWork))).toEqual([]);
  });

  it('what belongs to no dossier goes to whoever answers everywhere; a dossier of somebody else is not found', async () => {
    const { askCorrection } = privacy().commands;
    const wrong = { field: 'address', text: 'Địa chỉ đã đổi sang phường Long Hoa.' };
    must(await askCorrection(world.as(other), wrong));
    expect(must(await privacy().queries.openCorrections(world.as(leader))).items).toEqual([]);
    expect(must(await privacy().queries.openCorrections(world.as(administrator))).items).toHaveLength(1);
    expect(await askCorrection(world.as(other), { ...wrong, dossierId: dossier.dossierId })).toMatchObject({
      refusal: { type: 'dossiers.not-found' },
    });
    expect(await askCorrection(world.as(administrator), wrong)).toMatchObject({
      refusal: { type: 'privacy.sign-in-first' },
    });
    for (let count = 1; count < 8; count += 1) must(await askCorrection(world.as(other), wrong));
    const last = await Promise.all([1, 2, 3, 4].map(() => askCorrection(world.as(other), wrong)));
    expect(last.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await askCorrection(world.as(other), wrong)).toMatchObject({
      refusal: { type: 'privacy.corrections-open' },
    });
  });

  it('the copy holds what was asked and answered, as it stands when the copy is made', async () => {
    await world.runJobs();
    const [open] = await privacy().queries.myExports(world.as(mother));
    const { takeExport } = privacy().commands;
    const { content } = must(
      await takeExport(world.as(mother), { exportId: open?.exportId ?? '', form: 'json' }),
    );
    const { sections } = JSON.parse(content);
    const asked = sections.find(({ key }: { key: string }) => key === 'corrections');
    expect(asked.items).toHaveLength(1);
    expect(JSON.stringify(asked)).toMatch(
      /0530000051 đã đổi thành 0530000059.*Đã sửa số điện thoại trong hồ sơ/,
    );
  });

  it('a copy asked for with an organisation’s account is of the person, not of their colleagues', async () => {
    const colleague = await world.citizen('Trần Văn Đồng', '072195999003', '0530000053');
    const organisationId = newUuidV7<'organisation'>();
    const accountIds = [colleague.accountId, mother.accountId];
    const atWork = world.as({ ...colleague, organisationId, accountIds });
    const { exportId } = must(await privacy().commands.askExport(atWork));
    await world.runJobs();
    const { content } = must(await privacy().commands.takeExport(atWork, { exportId, form: 'json' }));
    expect(content).toContain('072195999003');
    expect(content).not.toMatch(/072195999001|0530000051|Mỹ Duyên/);
  });

  it('is asked and answered without a word of it in the journal, the requests or the jobs', async () => {
    const rows = await Promise.all(
      [
        'platform.action',
        'platform.read',
        'platform.request_log',
        'graphile_worker._private_jobs',
        'privacy.correction',
        'privacy.data_export',
      ].map((table) =>
        many(test.owner, sql<{ text: string }>`select row_to_json(t)::text as text from ${sql.raw(table)} t`),
      ),
    );
    const texts = rows.flat().map(({ text }) => text);
    expect(texts.filter((text) => text.includes('privacy.take-export')).length).toBeGreaterThan(0);
    expect(texts.filter((text) => /05300000|0721959|Duyên|Long Hoa|số điện thoại/i.test(text))).toEqual([]);
  });
});
