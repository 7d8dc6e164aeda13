import {
  type ProcedureRecord,
  type ProcedureRecordInput,
  procedureRecord,
} from '../core/procedure-record.ts';

/** A small typed-in procedure; anything may be set otherwise. */
export function aProcedure(
  more: Partial<Omit<ProcedureRecordInput, 'content'>> & {
    content?: Partial<ProcedureRecordInput['content']>;
  } = {},
): ProcedureRecord {
  const { content, ...header } = more;
  return procedureRecord.parse({
    code: '1.001193',
    name: 'Đăng ký khai sinh',
    sector: 'Hộ tịch',
    levels: ['commune'],
    serviceLevel: 'full',
    validFrom: '2025-07-01',
    prominence: 100,
    ...header,
    content: {
      competentAgency: {
        rule: { kind: 'commune', place: 'residence' },
        name: 'Ủy ban nhân dân cấp xã',
        certainty: 'verified',
      },
      channels: ['online', 'counter'],
      cases: [{ key: 'chung', name: 'Trường hợp chung', certainty: 'verified' }],
      results: [{ name: 'Giấy khai sinh', code: 'KQ.G15.000031', certainty: 'verified' }],
      ...content,
    },
  });
}
