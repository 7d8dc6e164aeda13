import type { OfficerActor } from '../../kernel/actor.ts';
import { must } from '../../platform/testing/must.ts';
import type { SeededProduct } from './seeded-product.ts';

/** A land transfer brought to a counter of phường Tân Ninh, worked on until it waits for the tax office. */
export async function aLandTransfer(world: SeededProduct, counter: OfficerActor, now: Date): Promise<string> {
  const { dossiers, identity } = world.product.modules;
  const unitId = (key: string) => identity.units.byKey(key)?.id;
  const paper = (key: string) => ({
    key,
    receivedOriginals: 1,
    receivedCopies: 0,
    comparedWithOriginal: true,
  });
  const { dossierId } = must(
    await dossiers.commands.registerWalkIn(world.as(counter, now), {
      procedureCode: '1.013831',
      caseKey: 'chuyen-nhuong',
      caseAnswers: { 'ly-do': 'chuyen-nhuong', 'the-chap': 'khong', 'dai-dien': 'khong' },
      competentUnitId: unitId('van-phong-dang-ky-dat-dai'),
      receivedUnitId: unitId('phuong-tan-ninh/one-stop'),
      owner: { name: 'Trịnh Văn Đất' },
      components: ['don-mau-18', 'giay-chung-nhan', 'hop-dong', 'to-khai-thue'].map(paper),
    }),
  );
  for (const login of ['vienchuc.datdai', 'giamdoc.datdai']) {
    const seen = must(await dossiers.queries.getOfficeDossier(world.as(counter, now), dossierId));
    const taskId = seen.tasks.find(({ closedAt }) => closedAt === undefined)?.taskId;
    const officer = await world.officer(login, now);
    must(await dossiers.commands.completeTask(world.as(officer, now), { taskId, outcome: 'forward' }));
  }
  return dossierId;
}
