import { beforeAll, describe, expect, it } from 'vitest';
import { type PlainDate, plainDateOf } from '../kernel/plain-date.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aPermit, publishPermitProcess } from './testing/permit-process.ts';
import { aReorganisation } from './testing/reorganise.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

const before = new Date('2026-11-30T07:30:00+07:00');
const after = new Date('2026-12-01T08:00:00+07:00');
const day = (text: string) => plainDateOf(new Date(`${text}T12:00:00+07:00`));

describe('departments that merge', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const units = () => world.product.modules.identity.units;
  const dossiers = () => world.product.modules.dossiers;
  const idOf = (key: string) => {
    const id = units().byKey(key)?.id;
    if (!id) throw new Error(`no unit ${key}`);
    return id;
  };
  const namesOn = (on: PlainDate) =>
    new Set(
      units()
        .unitsOn(on)
        .map(({ name }) => name),
    );

  it('of March and of July 2025: each day has its own, and what was once decided leads to who answers today', () => {
    const finance = 'so-tai-chinh.2016';
    const planning = 'so-ke-hoach-va-dau-tu.2016';
    expect(namesOn(day('2025-02-28'))).toContain('Sở Kế hoạch và Đầu tư');
    expect(namesOn(day('2025-03-01'))).not.toContain('Sở Kế hoạch và Đầu tư');
    expect(units().unitOn(idOf(planning), day('2025-03-01'))).toBeUndefined();
    const heirs = (key: string, on: string) =>
      units()
        .successorsOn(idOf(key), day(on))
        .map((unit) => unit.key);
    for (const old of [finance, planning]) {
      expect(heirs(old, '2025-02-28')).toEqual([old]);
      expect(heirs(old, '2025-03-01')).toEqual(['so-tai-chinh.2025-03']);
      expect(heirs(old, '2025-07-01')).toEqual(['so-tai-chinh']);
    }
    // Labour was divided by what it did: none of its four heirs is it alone.
    const labour = 'so-lao-dong-thuong-binh-va-xa-hoi.2016';
    expect(heirs(labour, '2025-02-28')).toEqual([labour]);
    expect(heirs(labour, '2025-03-01')).toHaveLength(4);
    expect(units().successorOn(idOf(labour), day('2025-03-01'))).toBeUndefined();
  });

  describe('while a dossier waits for the opinion of one of them', () => {
    let dossierId: string;
    let opinionId: string | undefined;
    const builders = (now: Date) => world.officer('chuyenvien.soxaydung', now);

    beforeAll(async () => {
      await publishPermitProcess(world, test);
      const main = await world.officer('kinhte.tanninh', before);
      const social = await world.officer('xahoi.tanninh', before);
      dossierId = await aPermit(world, await world.officer('tiepnhan.tanninh', before), before);
      const [coordination] = (await seenBy('kinhte.tanninh', before)).opinions;
      must(
        await dossiers().commands.answerOpinion(world.as(social, before), {
          dossierId,
          opinionId: coordination?.opinionId,
          verdict: 'agree',
          answer: 'Thống nhất với hồ sơ',
        }),
      );
      must(
        await dossiers().commands.completeTask(world.as(main, before), {
          taskId: await openStep(before),
          outcome: 'forward',
        }),
      );
      must(
        await dossiers().commands.askOpinion(world.as(main, before), {
          taskId: await openStep(before),
          unitId: idOf('so-xay-dung'),
          question: 'Thửa đất có thuộc hành lang quy hoạch không?',
          hours: 16,
          wait: true,
        }),
      );
      opinionId = (await seenBy('kinhte.tanninh', before)).opinions.at(-1)?.opinionId;
      await merged();
    }, 60_000);

    async function merged() {
      const administrator = await world.officer('quantri', before);
      const plan = aReorganisation(world.product.modules.identity, () => world.as(administrator, before));
      await plan.begin('2026-12-01', 'Hợp nhất hai sở');
      const names = { name: 'Sở Xây dựng và Nông nghiệp', shortName: 'Sở Xây dựng và Nông nghiệp' };
      const one = await plan.addLike(idOf('so-xay-dung'), names, '2026-11-30');
      for (const old of ['so-xay-dung', 'so-nong-nghiep-va-moi-truong'])
        must(
          await plan.edit({ edit: 'end', unitId: idOf(old), successors: [{ unitId: one }], withParts: true }),
        );
      must(await plan.carryOut());
    }

    const seenBy = async (login: string, now: Date) =>
      must(
        await dossiers().queries.getOfficeDossier(world.as(await world.officer(login, now), now), dossierId),
      );
    const openStep = async (now: Date) =>
      (await seenBy('kinhte.tanninh', now)).tasks.find(
        (task) => task.closedAt === undefined && task.kind !== 'opinion',
      )?.taskId;

    it('people and the question are in the new department from its first day, not before', async () => {
      const [post, ...more] = (await builders(after)).posts;
      expect(more).toEqual([]);
      const unit = post && units().unitOn(post.unitId, plainDateOf(after));
      expect(unit?.name).toBe('Sở Xây dựng và Nông nghiệp');
      expect((await builders(before)).posts.map(({ unitId }) => unitId)).toEqual([idOf('so-xay-dung')]);
      const waiting = must(
        await dossiers().queries.inbox(world.as(await builders(after), after), 'phoi-hop'),
      );
      expect(waiting.items.map((row) => row.dossierId)).toContain(dossierId);
    });

    it('is answered there; who was asked keeps the name it had on that day', async () => {
      must(
        await dossiers().commands.answerOpinion(world.as(await builders(after), after), {
          dossierId,
          opinionId,
          verdict: 'agree',
          answer: 'Không thuộc hành lang quy hoạch',
        }),
      );
      const { opinions } = await seenBy('kinhte.tanninh', after);
      expect(opinions.at(-1)).toMatchObject({ state: 'answered', verdict: 'agree' });
      expect(JSON.stringify(opinions.at(-1))).toContain('Sở Xây dựng');
      expect(JSON.stringify(opinions.at(-1))).not.toContain('và Nông nghiệp');
    });
  });
});
