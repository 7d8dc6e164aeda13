import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { plainDateOf } from '../kernel/plain-date.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

const owner = { name: 'Võ Thị Hạnh Nguyên', identityNumber: '072188999077', phone: '0530000077' };

describe('a person at the counter with papers only', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  let counter: OfficerActor;
  const commands = () => world.product.modules.dossiers.commands;
  const unitId = (key: string) => world.product.modules.identity.units.byKey(key)?.id;

  beforeAll(async () => {
    counter = await world.officer('tiepnhan.tanninh');
  });

  const birth = () => ({
    procedureCode: '1.001193',
    caseKey: 'co-chung-sinh',
    caseAnswers: { 'chung-sinh': 'co', 'hoan-canh': 'binh-thuong', 'uy-quyen': 'khong' },
    competentUnitId: unitId('phuong-tan-ninh'),
    receivedUnitId: unitId('phuong-tan-ninh/one-stop'),
    owner,
    components: [
      { key: 'to-khai', receivedOriginals: 1, receivedCopies: 0, comparedWithOriginal: false },
      { key: 'giay-chung-sinh', receivedOriginals: 1, receivedCopies: 0, comparedWithOriginal: false },
      { key: 'giay-to-tuy-than', receivedOriginals: 0, receivedCopies: 0, comparedWithOriginal: true },
    ],
  });

  it('is taken in at once: code, serial, promise, receipt, first step', async () => {
    const accepted = must(await commands().registerWalkIn(world.as(counter), birth()));
    expect(accepted).toMatchObject({ registerSerial: 1, promisedAt: '2026-11-23T10:00:00.000Z' });
    await world.runJobs();
    // Its open step is the specialist's by now: the counter sees the people whole for a reason.
    const { getOfficeDossier } = world.product.modules.dossiers.queries;
    const seen = must(await getOfficeDossier(world.as(counter), accepted.dossierId, 'identify'));
    expect(seen).toMatchObject({ channel: 'counter', nationalStatus: 2, letters: [{ form: 'receipt' }] });
    expect(seen.letters[0]?.fileId).toBeDefined();
    expect(seen.parties).toMatchObject([
      { role: 'owner', ...owner },
      { role: 'submitter', ...owner },
    ]);
    expect(seen.components.find((paper) => paper.key === 'giay-to-tuy-than')?.comparedWithOriginal).toBe(
      true,
    );
  });

  it('is received where a process serves one case only, and not where none serves any', async () => {
    const { queries } = world.product.modules.dossiers;
    const obstacle = async (procedureCode: string) =>
      must(await queries.counter(world.as(counter), { procedureCode })).obstacle;
    expect(await obstacle('1.013831')).toBeUndefined();
    expect(await obstacle('1.000689')).toBe('no-process');
  });

  it('is not asked for a paper outside the list, nor let in without one of it', async () => {
    const more = [
      ...birth().components,
      { key: 'so-ho-khau', receivedOriginals: 1, receivedCopies: 0, comparedWithOriginal: false },
    ];
    expect(
      await commands().registerWalkIn(world.as(counter), { ...birth(), components: more }),
    ).toMatchObject({
      refusal: { type: 'dossiers.component-not-listed' },
    });
    const fewer = birth().components.slice(0, 1);
    expect(
      await commands().registerWalkIn(world.as(counter), { ...birth(), components: fewer }),
    ).toMatchObject({
      refusal: {
        type: 'dossiers.intake-incomplete',
        fields: [{ pointer: '/components/giay-chung-sinh' }, { pointer: '/components/giay-to-tuy-than' }],
      },
    });
  });

  it('is received by nobody but an officer of that counter', async () => {
    const elsewhere = await world.officer('tiepnhan.tanbien');
    const specialist = await world.officer('hotich.tanninh');
    for (const officer of [elsewhere, specialist]) {
      expect(await commands().registerWalkIn(world.as(officer), birth())).toMatchObject({
        refusal: { type: 'dossiers.not-allowed' },
      });
    }
  });

  it('leaves no gap in the register when an intake is refused after its code was taken', async () => {
    const wrong = { ...birth(), fee: { receiptNumber: 'BL-1', amount: 5000, quantities: {} } };
    expect(await commands().registerWalkIn(world.as(counter), wrong)).toMatchObject({
      refusal: { type: 'dossiers.fee-differs' },
    });
    const next = must(await commands().registerWalkIn(world.as(counter), birth()));
    expect(next).toMatchObject({ registerSerial: 2 });
    expect(next.code.slice(-4)).toBe('0002');
  });

  const certifiedCopy = async () => {
    const { performersOf } = world.product.modules.identity;
    const ward = unitId('phuong-tan-ninh');
    if (!ward) throw new Error('no ward');
    const leaders = await performersOf(test.db, ward, 'leader', plainDateOf(morning));
    return {
      procedureCode: '2.000815',
      caseKey: 'thuong',
      competentUnitId: ward,
      receivedUnitId: unitId('phuong-tan-ninh/one-stop'),
      owner: { name: 'Võ Thị Hạnh Nguyên' },
      components: [{ key: 'ban-chinh', receivedOriginals: 0, receivedCopies: 0, comparedWithOriginal: true }],
      fee: { receiptNumber: 'BL-0000123', amount: 21_000, quantities: { page: 5, copy: 3 } },
      signerPostId: leaders.flatMap((leader) => leader.posts).find((post) => post.title === 'Phó Chủ tịch')
        ?.postId,
      result: { typeCode: 'KQ.G15.000021', book: '01/2026', issuedOn: '2026-11-23' },
    };
  };

  it('goes home with a certified copy: fee by pages and copies, number, signer, no appointment slip', async () => {
    const settled = must(await commands().settleAtCounter(world.as(counter), await certifiedCopy()));
    await world.runJobs();
    const seen = must(
      await world.product.modules.dossiers.queries.getOfficeDossier(world.as(counter), settled.dossierId),
    );
    expect(seen).toMatchObject({
      nationalStatus: 10,
      letters: [],
      actions: [],
      fee: { receipts: [{ receiptNumber: 'BL-0000123', amount: 21_000 }] },
      results: [{ typeCode: 'KQ.G15.000021', number: '1', book: '01/2026' }],
    });
    expect(seen.tasks.map((task) => task.signedAs).filter(Boolean)).toEqual(['KT. CHỦ TỊCH / PHÓ CHỦ TỊCH']);
    const again = {
      ...(await certifiedCopy()),
      fee: { receiptNumber: 'BL-0000124', amount: 21_000, quantities: { page: 5, copy: 3 } },
    };
    const second = must(await commands().settleAtCounter(world.as(counter), again));
    const next = must(
      await world.product.modules.dossiers.queries.getOfficeDossier(world.as(counter), second.dossierId),
    );
    expect(next.results[0]?.number).toBe('2');
  });

  it('pays exactly the fee, on a receipt of its own, and only where the procedure allows settling', async () => {
    const copy = await certifiedCopy();
    const settle = (change: object) => commands().settleAtCounter(world.as(counter), { ...copy, ...change });
    const fee = { ...copy.fee, receiptNumber: 'BL-0000200' };
    expect(await settle({ fee: { ...fee, amount: 20_000 } })).toMatchObject({
      refusal: { type: 'dossiers.fee-differs', params: { due: 21_000 } },
    });
    expect(await settle({ fee: undefined })).toMatchObject({
      refusal: { type: 'dossiers.fee-not-collected' },
    });
    expect(await settle({ fee: { ...fee, receiptNumber: 'BL-0000123' } })).toMatchObject({
      refusal: { type: 'payments.receipt-number-used' },
    });
    expect(await settle({ fee, signerPostId: newUuidV7() })).toMatchObject({
      refusal: { type: 'dossiers.signer-unknown' },
    });
    expect(await settle({ fee, result: { ...copy.result, issuedOn: '2026-11-24' } })).toMatchObject({
      refusal: { type: 'dossiers.result-in-future' },
    });
    expect(
      await commands().settleAtCounter(world.as(counter), { ...copy, ...birth(), fee: undefined }),
    ).toMatchObject({
      refusal: { type: 'dossiers.not-settled-at-counter' },
    });
  });
});
