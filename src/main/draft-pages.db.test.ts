import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, CitizenActor } from '../kernel/actor.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { loadReferenceData } from './reference-data/load-reference-data.ts';
import { createServer } from './server.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { aServedApp, aServerConfig, builtWeb } from './testing/served-app.ts';

const shipped = await loadReferenceData('data');
const today = new Date('2026-11-23T09:00:00+07:00');
const tomorrow = new Date('2026-11-24T09:00:00+07:00');

describe('pages of a draft', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  let server: Awaited<ReturnType<typeof createServer>>;
  let mother: CitizenActor;
  let actor: Actor;
  let now = today;

  beforeAll(async () => {
    mother = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    actor = mother;
    server = await createServer({
      config: aServerConfig(),
      app: aServedApp({
        clock: () => now,
        modules: world.product.modules,
        resolveSession: async () => ({ actor, expired: actor.kind === 'anonymous', displayName: 'Duyên' }),
      }),
      web: await builtWeb(),
    });
  }, 120_000);

  const open = (url: string) => server.inject({ url });
  const send = (url: string, fields: Readonly<Record<string, string>>) =>
    server.inject({
      url,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:8080' },
      payload: new URLSearchParams({ requestId: newUuidV7(), ...fields }).toString(),
    });
  const draftOf = async (draftId: string) =>
    must(await world.product.modules.dossiers.queries.getDraft(world.as(mother, now), draftId));

  it('keeps only what the page asks, whatever else is posted', async () => {
    const draftId = await aBirthDraft(world, test, mother);
    const { version } = await draftOf(draftId);
    const answer = await send(`/ban-khai/${draftId}`, {
      buoc: 'pagePapers',
      version: String(version),
      shown: 'wantsCopies,copyCount',
      wantsCopies: 'true',
      copyCount: '2',
      motherName: 'Kẻ Khác',
      soHoKhau: '1',
      _action: 'continue',
    });
    expect(answer.headers.location).toBe(`/ban-khai/${draftId}/giay-to`);
    const { answers } = await draftOf(draftId);
    expect(answers).toMatchObject({ motherName: 'Phan Thị Mỹ Duyên', wantsCopies: true, copyCount: 2 });
    expect(answers).not.toHaveProperty('soHoKhau');
  });

  it('lets the browser offer what it knows of the citizen, in the fields about them alone', async () => {
    const draftId = await aBirthDraft(world, test, mother);
    const purposes = async (page: string) =>
      [
        ...(await open(`/ban-khai/${draftId}?buoc=${page}`)).body.matchAll(
          /autoComplete="(name|tel|email)"/g,
        ),
      ].map(([, purpose]) => purpose);
    expect(await purposes('pageRequester')).toEqual(['name', 'tel', 'email']);
    expect(await purposes('pageMother')).toEqual([]);
  });

  it('takes a form sent after the session ended to the page that says so; the draft is as it was', async () => {
    const draftId = await aBirthDraft(world, test, mother);
    const before = await draftOf(draftId);
    actor = { kind: 'anonymous' };
    const page = await send(`/ban-khai/${draftId}`, { buoc: 'pageMother', version: String(before.version) });
    const saved = await send(`/ban-khai/${draftId}/luu`, { buoc: 'pageMother' });
    const opened = await open(`/ban-khai/${draftId}?buoc=pageMother`);
    actor = mother;
    expect(page.statusCode).toBe(401);
    expect(page.body).toContain('Đăng nhập lại');
    expect(saved.statusCode).toBe(401);
    expect(opened.headers.location).toBe(`/dang-nhap?tiep=%2Fban-khai%2F${draftId}%3Fbuoc%3DpageMother`);
    expect((await draftOf(draftId)).answers).toEqual(before.answers);
  });

  it('says that the form was replaced, moves the draft to the new one, and then takes it', async () => {
    const draftId = await aBirthDraft(world, test, mother);
    await publishNewForm();
    now = tomorrow;
    const { version } = await draftOf(draftId);
    expect((await open(`/ban-khai/${draftId}`)).body).toContain('Thủ tục hoặc tờ khai đã có bản mới');
    const refused = await send(`/ban-khai/${draftId}/kiem-tra`, { version: String(version) });
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('Hãy chuyển bản khai sang bản mới');
    const renewed = await send(`/ban-khai/${draftId}`, { _action: 'renew' });
    expect(renewed.headers.location).toBe(`/ban-khai/${draftId}?da-cap-nhat=1`);
    const page = await open(`/ban-khai/${draftId}?buoc=pageNew`);
    expect(page.body).toContain('Câu hỏi mới');
    expect(page.body).not.toContain('Chuyển sang bản mới</button>');
    const moved = await draftOf(draftId);
    expect(moved.answers).toMatchObject({ motherName: 'Phan Thị Mỹ Duyên' });
    const taken = await send(`/ban-khai/${draftId}/kiem-tra`, { version: String(moved.version) });
    now = today;
    expect(taken.headers.location).toMatch(/^\/ho-so\/.*\/da-nop$/);
    const late = await send(`/ban-khai/${draftId}/luu`, {
      buoc: 'pageMother',
      version: String(moved.version),
    });
    expect(late.statusCode).toBe(409);
    expect(late.json().sentence).toContain('đã được nộp');
  });

  it.each(shipped.forms.map((form) => form.procedureCode))(
    'opens every page of the form of %s, from the questions to the review',
    async (code) => {
      const { catalogue, dossiers } = world.product.modules;
      const { version } = must(await catalogue.getProcedurePage(world.as(mother), { code }));
      const units = must(await dossiers.queries.competentUnits(world.as(mother), code));
      expect((await open(`/nop/${code}`)).statusCode).toBe(200);
      const { draftId } = must(
        await dossiers.commands.startDraft(world.as(mother), {
          procedureCode: code,
          caseKey: version.content.cases[0]?.key,
          caseAnswers: {},
          competentUnitId: (units.find((unit) => unit.name === 'Phường Tân Ninh') ?? units[0])?.unitId,
        }),
      );
      const { definition } = must(
        await world.product.modules.forms.queries.formVersion(
          world.as(mother),
          (await draftOf(draftId)).formVersionId,
        ),
      );
      const sections = definition.fields.filter((field) => field.kind === 'section');
      for (const { key } of sections) {
        expect((await open(`/ban-khai/${draftId}?buoc=${key}`)).statusCode).toBe(200);
      }
      expect((await open(`/ban-khai/${draftId}/giay-to`)).statusCode).toBe(200);
      const review = await open(`/ban-khai/${draftId}/kiem-tra`);
      expect(review.body).toContain('Còn chỗ chưa xong');
      const { version: draftVersion } = await draftOf(draftId);
      const refused = await send(`/ban-khai/${draftId}/kiem-tra`, { version: String(draftVersion) });
      expect(refused.statusCode).toBe(422);
      expect(refused.body).toContain('chỗ cần sửa');
    },
  );

  async function publishNewForm(): Promise<void> {
    const { forms } = world.product.modules;
    const { definition } = must(
      await forms.getFormInForce(test.db, test.jurisdiction, '1.001193', '2026-11-23' as PlainDate),
    );
    const next = {
      ...definition,
      validFrom: '2026-11-24' as PlainDate,
      fields: [
        ...definition.fields,
        { kind: 'section', key: 'pageNew', label: 'Phần mới' } as const,
        { kind: 'text', key: 'newQuestion', label: 'Câu hỏi mới' } as const,
      ],
    };
    await test.db
      .transaction()
      .execute((tx) => forms.loadFormVersions(tx, test.jurisdiction, [next], tomorrow));
  }
});
