import type { SourceRecord } from '../core/import/source-record.ts';

/** Repeatable random numbers in [0, 1) (mulberry32): the same seed gives the same file. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const acts = [
  'Cấp',
  'Cấp lại',
  'Gia hạn',
  'Điều chỉnh',
  'Thu hồi',
  'Công nhận',
  'Thẩm định',
  'Đăng ký',
  'Xác nhận',
];
const things = [
  'giấy phép khai thác nước dưới đất',
  'chứng chỉ hành nghề hoạt động xây dựng',
  'giấy chứng nhận đủ điều kiện kinh doanh thuốc thú y',
  'phương tiện thủy nội địa',
  'biện pháp bảo đảm bằng quyền sử dụng đất',
  'hợp tác xã nông nghiệp',
  'giám hộ có yếu tố nước ngoài',
  'bản đồ địa chính',
  'công trình thủy lợi nhỏ',
  'người được trợ giúp pháp lý',
];
const places = [
  'trên địa bàn một xã',
  'trên địa bàn tỉnh',
  'tại khu vực biên giới',
  'trong khu công nghiệp',
  '',
];
const sectors = [
  'Đất đai',
  'Hộ tịch',
  'Thủy lợi',
  'Thuế',
  'Đường bộ',
  'Chứng thực',
  'Thú y',
  'Hoạt động xây dựng',
];
const papers = [
  'Đơn đề nghị theo mẫu ban hành kèm theo Thông tư',
  'Bản sao giấy tờ tùy thân',
  'Bản vẽ thiết kế cơ sở đã được phê duyệt',
  'Văn bản ủy quyền trong trường hợp ủy quyền thực hiện thủ tục',
  'Trường hợp có nhiều chủ sở hữu thì nộp văn bản thỏa thuận',
  'Báo cáo kết quả hoạt động của ba năm gần nhất',
];
const headings = [
  '',
  '',
  '',
  '* Giấy tờ phải nộp:',
  '* Giấy tờ phải xuất trình:',
  'a) Đối với trường hợp cấp mới:',
  '- Trường hợp ủy quyền thực hiện thủ tục:',
  'Lưu ý',
];

/** `count` well-formed records with the faults of the real crawl strewn in (practice 21). */
export function sourceRecords(count: number, seed = 20_261_122): SourceRecord[] {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly [T, ...T[]] | T[]): T => from[Math.floor(random() * from.length)] as T;
  return Array.from({ length: count }, (_, index) => ({
    code: `1.${String(100_000 + index).padStart(6, '0')}`,
    name: `${pick(acts)} ${pick(things)} ${pick(places)}`.trim(),
    ministry: 'Bộ Tư pháp',
    sector: pick(sectors),
    levels: [pick(['Cấp tỉnh', 'Cấp xã'] as SourceRecord['levels'])],
    kind: 'TTHC được giao luật quy định chi tiết',
    decisionNo: `${1000 + index}/QĐ-BTP`,
    applicants: ['Công dân Việt Nam', 'Cán bộ', 'công chức', 'viên chức'],
    implementingAgency: '',
    competentAgency: random() < 0.15 ? '' : 'Ủy ban nhân dân cấp xã',
    coordinatingAgency: '',
    channels: (['Trực tuyến', 'Trực tiếp', 'Dịch vụ bưu chính'] as const).map((channel) => ({
      channel,
      ...(random() < 0.17
        ? { timeText: '1', timeValue: 1, timeUnit: '' }
        : { timeText: '5 Ngày làm việc', timeValue: 5, timeUnit: 'Ngày làm việc' }),
      ...(random() < 0.6
        ? { feeText: 'Miễn phí', feeAmount: 0, feeCurrency: 'VND' }
        : { feeText: '50,000 Việt Nam Đồng', feeAmount: 50_000, feeCurrency: 'VND' }),
    })),
    componentGroups: Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
      case: pick(headings),
      items: Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({
        name: pick(papers),
        formFile: '',
        originals: random() < 0.03 ? 181 : 1,
        copies: Math.floor(random() * 2),
      })),
    })),
    results: [{ name: 'Quyết định giải quyết', code: `KQ.G15.${String(index).padStart(6, '0')}` }],
    legalBasisNumbers: ['60/2014/QH13', '123/2015/NĐ-CP'],
    everyday: random() < 0.16,
  }));
}

/** The records as lines with wrong ones between: broken JSON, no name, a bad code, a repeated record. */
export function sourceLines(records: readonly SourceRecord[], wrongEvery = 100): string[] {
  const lines: string[] = [];
  records.forEach((record, index) => {
    lines.push(JSON.stringify(record));
    if ((index + 1) % wrongEvery !== 0) return;
    const turn = ((index + 1) / wrongEvery) % 4;
    if (turn === 0) lines.push('{"code": "1.999');
    if (turn === 1) lines.push(JSON.stringify({ ...record, code: '2.999999', name: ' ' }));
    if (turn === 2) lines.push(JSON.stringify({ ...record, code: 'TTHC-17' }));
    if (turn === 3) lines.push(JSON.stringify(record));
  });
  return lines;
}
