import type { OfficerActor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { ok } from '../../kernel/result.ts';
import { must } from '../../platform/testing/must.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import { inTransaction } from '../../platform/transaction.ts';

import type { SeededProduct } from './seeded-product.ts';
import { morning } from './test-config.ts';

/**
 * A building permit of phường Tân Ninh in which the social section coordinates, the department of construction does a step
 * of its own, and the signature demands a scan; published in place of the shipped process.
 */
export async function publishPermitProcess(
  world: Pick<SeededProduct, 'product'>,
  test: Pick<TestDatabase, 'db'>,
): Promise<void> {
  const performer = (
    unit: 'oneStop' | 'competent' | { readonly section: string },
    role: OfficerActor['posts'][number]['role'],
  ) => ({
    unit,
    role,
  });
  const economy = { section: 'economy' };
  const steps = [
    {
      key: 'tiep-nhan',
      name: 'Tiếp nhận',
      kind: 'intake',
      performer: performer('oneStop', 'oneStopOfficer'),
      hours: 4,
    },
    {
      key: 'tham-dinh',
      name: 'Thẩm định',
      kind: 'work',
      performer: performer(economy, 'specialist'),
      hours: 16,
      coordinators: [performer({ section: 'culture-society' }, 'specialist')],
    },
    {
      key: 'lay-y-kien',
      name: 'Lấy ý kiến quy hoạch',
      kind: 'work',
      performer: performer(economy, 'specialist'),
      hours: 16,
      timers: [{ key: 'im-lang', kind: 'proceed', at: { hours: 16 } }],
    },
    {
      key: 'so-xay-dung',
      name: 'Thẩm tra thiết kế',
      kind: 'work',
      performer: { unit: { agency: 'so-xay-dung' }, role: 'specialist' },
      hours: 16,
    },
    {
      key: 'ky',
      name: 'Ký giấy phép',
      kind: 'sign',
      performer: performer('competent', 'leader'),
      hours: 8,
      preconditions: ['result-file'],
    },
    {
      key: 'phat-hanh',
      name: 'Phát hành',
      kind: 'issue',
      performer: performer('competent', 'recordsClerk'),
      hours: 4,
    },
    {
      key: 'tra',
      name: 'Trả kết quả',
      kind: 'return',
      performer: performer('oneStop', 'oneStopOfficer'),
      hours: 0,
    },
  ] as const;
  const record = {
    code: 'giay-phep-co-phoi-hop',
    name: 'Giấy phép xây dựng có phối hợp',
    procedures: ['1.013225'],
    cases: ['nha-o-rieng-le'],
    table: { steps },
    validFrom: '2026-11-01' as PlainDate,
    source: 'test',
    certainty: 'practice',
  };
  await inTransaction(test.db, async (tx) => {
    must(await world.product.modules.process.loadProcesses(tx, [record], morning));
    return ok(null);
  });
}

/** Somebody hands a permit in at the counter; returns the accepted dossier. */
export async function aPermit(
  world: Pick<SeededProduct, 'product' | 'as'>,
  counter: OfficerActor,
  now: Date,
): Promise<string> {
  const { dossiers, identity } = world.product.modules;
  const paper = (key: string) => ({
    key,
    receivedOriginals: 1,
    receivedCopies: 1,
    comparedWithOriginal: true,
  });
  const accepted = await dossiers.commands.registerWalkIn(world.as(counter, now), {
    procedureCode: '1.013225',
    caseKey: 'nha-o-rieng-le',
    caseAnswers: { 'lien-ke': 'khong' },
    competentUnitId: identity.units.byKey('phuong-tan-ninh')?.id,
    receivedUnitId: identity.units.byKey('phuong-tan-ninh/one-stop')?.id,
    owner: { name: 'Lê Hoàng Thợ Xây', identityNumber: '072188999099' },
    components: ['don', 'giay-to-dat', 'ban-ve'].map(paper),
  });
  return must(accepted).dossierId;
}
