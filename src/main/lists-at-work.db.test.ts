import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor, OfficerActor } from '../kernel/actor.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { birthPapers } from './testing/dossier-samples.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

const at = (local: string) => new Date(`${local}+07:00`);
const code = '1.001193';

/** One decision gives birth registration four days and a fee, and puts it on the lists of half the time and half the fee online. */
describe('a list by decision in a running dossier', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const catalogue = () => world.product.modules.catalogue;
  const dossiers = () => world.product.modules.dossiers;
  let mother: CitizenActor;
  let counter: OfficerActor;
  let control: OfficerActor;

  beforeAll(async () => {
    mother = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    counter = await world.officer('tiepnhan.tanninh');
    control = await world.officer('kiemsoat.tthc');
    await decide();
  }, 60_000);

  async function decide(): Promise<void> {
    const now = at('2026-11-26T08:00:00');
    const office = () => world.as(control, now);
    const { commands, queries } = catalogue();
    const [current] = must(await queries.listVersions(office(), code));
    const draft = must(
      await commands.createDraft(office(), { from: 'version', versionId: current?.versionId }),
    );
    const fourDays = [{ rule: { unit: 'working-days', amount: 4 }, certainty: 'verified' }];
    const fees = [
      {
        key: 'le-phi',
        name: 'Lệ phí đăng ký',
        type: 'charge',
        rule: { kind: 'fixed', amount: 8000 },
        basis: 'Nghị quyết của HĐND tỉnh',
        certainty: 'verified',
      },
    ];
    const patch = [
      { op: 'replace', path: '/content/timeLimits', value: fourDays },
      { op: 'replace', path: '/content/fees', value: fees },
    ];
    const saved = must(await commands.saveDraft(office(), { ...draft, patch }));
    const submitted = must(
      await commands.submitDraftForReview(office(), { draftId: draft.draftId, version: saved.version }),
    );
    const reviewer = world.as({ kind: 'system', task: 'test' }, now);
    must(await commands.approveDraft(reviewer, { draftId: draft.draftId, version: submitted.version }));
    const recorded = must(
      await commands.recordDecision(office(), {
        kind: 'online',
        number: '3002/QĐ-UBND',
        decidedOn: '2026-11-25',
        agency: 'Chủ tịch UBND tỉnh',
        lines: [{ code, change: 'amended', draftId: draft.draftId }],
      }),
    );
    const lists = [
      { change: 'add', code, facts: { list: 'onlineTime', percent: 50 } },
      { change: 'add', code, facts: { list: 'onlineFee', rule: { kind: 'percent', percent: 50 } } },
    ];
    const listed = must(await commands.changeDecisionLists(office(), { ...recorded, lists }));
    const { effect } = must(
      await queries.effectOf(office(), { decisionId: recorded.decisionId, from: '2026-12-01' }),
    );
    const carriedOut = {
      decisionId: recorded.decisionId,
      version: listed.version,
      from: '2026-12-01',
      effect,
    };
    must(await commands.publishDecision(office(), carriedOut));
  }

  it('promises half the time online and the whole at the counter, by the day of submission', async () => {
    const now = at('2026-12-01T08:00:00');
    const draftId = await aBirthDraft(world, test, mother);
    const { version } = must(await dossiers().commands.renewDraft(world.as(mother, now), { draftId }));
    const submit = { draftId, expectedVersion: version };
    const { dossierId } = must(await dossiers().commands.submitDraft(world.as(mother, now), submit));
    const online = must(
      await dossiers().commands.acceptDossier(world.as(counter, now), {
        dossierId,
        expectedVersion: 1,
        components: birthPapers,
        // Another sum than that of the list is refused.
        fee: { receiptNumber: 'BL-1', amount: 4000 },
      }),
    );
    expect(online.promisedAt).toBe(at('2026-12-03T17:00:00').toISOString());
    const key = (name: string) => world.product.modules.identity.units.byKey(name)?.id;
    const paper = (name: string, compared = false) => ({
      key: name,
      receivedOriginals: compared ? 0 : 1,
      receivedCopies: 0,
      comparedWithOriginal: compared,
    });
    const walkIn = must(
      await dossiers().commands.registerWalkIn(world.as(counter, now), {
        procedureCode: code,
        caseKey: 'co-chung-sinh',
        caseAnswers: { 'chung-sinh': 'co', 'hoan-canh': 'binh-thuong', 'uy-quyen': 'khong' },
        competentUnitId: key('phuong-tan-ninh'),
        receivedUnitId: key('phuong-tan-ninh/one-stop'),
        owner: { name: 'Võ Thị Hạnh Nguyên', identityNumber: '072188999077' },
        components: [paper('to-khai'), paper('giay-chung-sinh'), paper('giay-to-tuy-than', true)],
        fee: { receiptNumber: 'BL-2', amount: 8000 },
      }),
    );
    const feeOf = async (id: string) =>
      must(await dossiers().queries.getOfficeDossier(world.as(counter, now), id)).fee.total;
    expect([await feeOf(dossierId), await feeOf(walkIn.dossierId)]).toEqual([4000, 8000]);
    expect(walkIn.promisedAt).toBe(at('2026-12-07T17:00:00').toISOString());
  });

  it('is counted with everything else that hangs on a text before it is changed again', async () => {
    const office = () => world.as(control, at('2026-12-02T08:00:00'));
    const { commands, queries } = catalogue();
    const [current] = must(await queries.listVersions(office(), code));
    const draft = must(
      await commands.createDraft(office(), { from: 'version', versionId: current?.versionId }),
    );
    const patch = [{ op: 'replace', path: '/content/timeLimits/0/rule/amount', value: 3 }];
    must(await commands.saveDraft(office(), { ...draft, patch }));
    const [impact] = must(await queries.impactOf(office(), { of: { draftId: draft.draftId } }));
    expect(impact).toMatchObject({
      code,
      version: { versionId: current?.versionId, number: current?.number },
      ends: false,
      openDossiers: 2,
      touches: { papers: false, fees: false, times: true },
      form: expect.any(String),
      processes: [expect.any(String)],
      units: [expect.stringContaining('Ủy ban nhân dân cấp xã')],
    });
    expect(impact?.templates.length).toBeGreaterThan(0);
    const behind = must(
      await world.product.modules.dossiers.queries.openUnderVersion(office(), current?.versionId ?? ''),
    );
    expect(behind.items).toHaveLength(2);
    expect(behind.items[0]).not.toHaveProperty('ownerName');
  });
});
