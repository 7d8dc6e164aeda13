import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor } from '../kernel/actor.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

describe('drafts that cannot be handed in', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  let mother: CitizenActor;

  beforeAll(async () => {
    mother = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
  });

  it('refuses what an honest system must refuse, and keeps the draft', async () => {
    const draftId = await aBirthDraft(world, test, mother, { withPaper: false });
    const { version } = must(await dossiers().queries.getDraft(world.as(mother), draftId));
    const submit = (expectedVersion: number) =>
      dossiers().commands.submitDraft(world.as(mother), { draftId, expectedVersion });
    expect(await submit(version + 1)).toMatchObject({ refusal: { type: 'dossiers.draft-changed' } });
    expect(await submit(version)).toMatchObject({
      refusal: {
        type: 'dossiers.draft-incomplete',
        fields: [{ pointer: '/components/giay-chung-sinh', type: 'dossiers.component-missing' }],
      },
    });
    const outside = {
      ...must(await dossiers().queries.getDraft(world.as(mother), draftId)).answers,
      soHoKhau: 'x',
    };
    must(
      await dossiers().commands.saveDraft(world.as(mother), {
        draftId,
        expectedVersion: version,
        answers: outside,
      }),
    );
    expect(await submit(version + 1)).toMatchObject({
      refusal: {
        fields: expect.arrayContaining([{ pointer: '/answers/soHoKhau', type: 'forms.unknown-field' }]),
      },
    });
    const units = world.product.modules.identity.units;
    const empty = units.byKey('phuong-trang-bang');
    const start = {
      procedureCode: '1.001193',
      caseKey: 'co-chung-sinh',
      caseAnswers: {},
      competentUnitId: empty?.id,
    };
    expect(await dossiers().commands.startDraft(world.as(mother), start)).toMatchObject({
      refusal: { type: 'dossiers.unit-without-officer' },
    });
    expect(await dossiers().commands.startDraft(world.as({ kind: 'anonymous' }), start)).toMatchObject({
      refusal: { type: 'dossiers.sign-in-first' },
    });
    expect(await dossiers().commands.discardDraft(world.as(mother), { draftId })).toMatchObject({ ok: true });
    expect(await dossiers().commands.discardDraft(world.as(mother), { draftId: newUuidV7() })).toMatchObject({
      refusal: { type: 'dossiers.draft-not-found' },
    });
  });

  it('keeps a draft whose form was replaced meanwhile, and moves it to the new one', async () => {
    const { forms } = world.product.modules;
    const draftId = await aBirthDraft(world, test, mother);
    const tomorrow = new Date('2026-11-24T09:00:00+07:00');
    const today = must(
      await forms.getFormInForce(test.db, test.jurisdiction, '1.001193', '2026-11-23' as PlainDate),
    );
    const next = {
      ...today.definition,
      name: 'Tờ khai đăng ký khai sinh (mẫu mới)',
      validFrom: '2026-11-24' as PlainDate,
    };
    await test.db
      .transaction()
      .execute((tx) => forms.loadFormVersions(tx, test.jurisdiction, [next], tomorrow));
    const stale = must(await dossiers().queries.getDraft(world.as(mother, tomorrow), draftId));
    expect(stale.outdated).toBe(true);
    const submit = (expectedVersion: number) =>
      dossiers().commands.submitDraft(world.as(mother, tomorrow), { draftId, expectedVersion });
    expect(await submit(stale.version)).toMatchObject({ refusal: { type: 'dossiers.draft-outdated' } });
    const renewed = must(await dossiers().commands.renewDraft(world.as(mother, tomorrow), { draftId }));
    expect(must(await submit(renewed.version)).code).toMatch(/-261124-/);
  });

  it('does not begin what has no process', async () => {
    const units = world.product.modules.identity.units;
    const start = {
      procedureCode: '1.004845',
      caseKey: must(
        await world.product.modules.catalogue.getVersionInForce(
          test.db,
          test.jurisdiction,
          '1.004845',
          '2026-11-23' as PlainDate,
        ),
      ).content.cases[0]?.key,
      caseAnswers: {},
      competentUnitId: units.byKey('phuong-tan-ninh')?.id,
    };
    expect(await dossiers().commands.startDraft(world.as(mother), start)).toMatchObject({
      refusal: { type: 'dossiers.no-process', params: { code: '1.004845' } },
    });
  });
});
