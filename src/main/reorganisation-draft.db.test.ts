import { beforeAll, describe, expect, it } from 'vitest';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { aWardToSplit, standingOf } from './testing/split-ward.ts';

const before = new Date('2026-11-30T09:00:00+07:00');
const after = new Date('2026-12-01T09:00:00+07:00');

/** The same answers for somebody who lives in the southern ward now. */
function southern(answers: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(answers).replaceAll('"25459"', '"99992"'));
}

describe('a draft addressed to a ward that was split since', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  let ward: Awaited<ReturnType<typeof aWardToSplit>>;
  let draftId: string;

  beforeAll(async () => {
    ward = await aWardToSplit(world, test, before);
    draftId = await aBirthDraft(world, test, ward.mother);
    const { plan, administrator, unit } = ward;
    must(
      await plan.edit({
        edit: 'choose',
        unitId: unit('phuong-tan-ninh'),
        choice: { rules: [], rest: 'perDossier' },
      }),
    );
    const { ends, posts } = await plan.view();
    const heirs = new Map(ends.map((line) => [line.unitId, line.successors.map(({ unitId }) => unitId)]));
    const northern = ['Lê Thị Ngọc Huyền', 'Trương Thị Kim Ngân', 'Lâm Thị Bích Vân'];
    const places = posts.map((post) => {
      const [first, second] = heirs.get(post.unitId) ?? [];
      return { postId: post.postId, unitId: northern.includes(post.name) ? first : second };
    });
    must(await plan.edit({ edit: 'place', places }));
    const { reorganisation } = world.product.modules.identity;
    must(await reorganisation.carryOut(world.as(administrator, before), await plan.draft()));
  }, 60_000);

  it('asks its citizen which successor, and takes everything along', async () => {
    const { north, south } = ward;
    const mother = world.as(ward.mother, after);
    const was = must(await dossiers().queries.getDraft(mother, draftId));
    expect(was).toMatchObject({ outdated: true });
    expect(was.successors.map(({ unitId }) => unitId).sort()).toEqual([north, south].sort());
    const { renewDraft, submitDraft } = dossiers().commands;
    expect(await renewDraft(mother, { draftId })).toMatchObject({
      refusal: { fields: [{ pointer: '/competentUnitId', type: 'dossiers.successor-needed' }] },
    });
    const elsewhere = { draftId, competentUnitId: ward.unit('xa-tan-bien') };
    expect(await renewDraft(mother, elsewhere)).toMatchObject({
      refusal: { fields: [{ pointer: '/competentUnitId', type: 'dossiers.not-a-successor' }] },
    });
    const { version } = must(await renewDraft(mother, { draftId, competentUnitId: south }));
    const moved = must(await dossiers().queries.getDraft(mother, draftId));
    expect(moved).toMatchObject({ outdated: false, successors: [], competentUnit: { unitId: south } });
    expect([moved.answers, moved.files]).toEqual([was.answers, was.files]);
    const moves = ['/answers/requesterResidence', '/answers/children/0/origin', '/answers/motherResidence'];
    const params = { name: 'Phường Tân Ninh', heirs: expect.stringContaining('Phường Nam') };
    expect(await submitDraft(mother, { draftId, expectedVersion: version })).toMatchObject({
      refusal: {
        fields: moves.map((at) => ({ pointer: `${at}/commune`, type: 'forms.commune-moved', params })),
      },
    });
    // Where the child was born stays the ward of that day.
    const answers = { ...southern(moved.answers), birthPlaceUnit: moved.answers.birthPlaceUnit };
    const chosen = { draftId, expectedVersion: version, answers };
    const saved = must(await dossiers().commands.saveDraft(mother, chosen));
    const sent = must(await submitDraft(mother, { draftId, expectedVersion: saved.version }));
    expect((await standingOf(test).place(sent.dossierId)).competent).toBe(south);
  });
});
