import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { sourceRecords } from '../../testing/a-source-file.ts';
import { componentsFor } from '../components-for.ts';
import { procedureRecord } from '../procedure-record.ts';
import { parseLine } from './parse-line.ts';
import { readHeading } from './read-heading.ts';
import type { SourceRecord } from './source-record.ts';
import { toProcedureRecord } from './to-procedure-record.ts';

const today = '2026-11-22' as PlainDate;
const [plain] = sourceRecords(1);
const channel = { timeText: '5 Ngày làm việc', timeValue: 5, timeUnit: 'Ngày làm việc' };

function imported(more: Partial<SourceRecord>) {
  if (!plain) throw new Error('no record');
  return toProcedureRecord({ ...plain, ...more }, today);
}

function paper(name: string, originals = 1, heading = '') {
  const record = imported({
    componentGroups: [{ case: heading, items: [{ name, formFile: '', originals, copies: 0 }] }],
  });
  return record.content.components[0];
}

function fee(text: string, feeAmount: number | null, feeCurrency: string, sector = 'Hộ tịch') {
  const entry = { channel: 'Trực tiếp' as const, ...channel, feeText: text, feeAmount, feeCurrency };
  return imported({ sector, channels: [entry] }).content.fees[0];
}

describe('an imported paper', () => {
  it('is believed when nothing is wrong with it', () => {
    expect(paper('Tờ khai theo mẫu')).toMatchObject({ originals: 1, certainty: 'verified', doubts: [] });
  });

  it('loses a count with a form number glued to it', () => {
    const found = paper('Đơn đăng ký biến động theo Mẫu số', 181);
    expect(found).toMatchObject({ certainty: 'unverified', doubts: ['implausible-count'] });
    expect(found?.originals).toBeUndefined();
  });

  it('becomes conditional where its name says when it is asked for', () => {
    expect(paper('Trường hợp trẻ em bị bỏ rơi thì phải có biên bản')).toMatchObject({
      condition: { text: 'Trường hợp trẻ em bị bỏ rơi thì phải có biên bản' },
      doubts: ['conditional-paper'],
    });
    expect(paper('Văn bản ủy quyền đối với trường hợp nộp thay')?.condition?.text).toBe(
      'đối với trường hợp nộp thay',
    );
  });

  it('is shown, not kept, under "phải xuất trình"', () => {
    expect(paper('Hộ chiếu', 1, '* Giấy tờ phải xuất trình:')?.mode).toBe('present');
  });

  it('is never demanded once doubted', () => {
    const record = imported({
      componentGroups: [
        { case: 'Lưu ý', items: [{ name: 'Bản sao sổ', formFile: '', originals: 1, copies: 0 }] },
      ],
    });
    expect(componentsFor(record, 'chung').map(({ need }) => need)).toEqual(['unverified']);
  });
});

describe('readHeading', () => {
  it.each([
    ['', 'general'],
    ['* Giấy tờ phải nộp:', 'general'],
    ['a) Thành phần hồ sơ:', 'general'],
    ['Lưu ý :', 'doubtful'],
    ['(1.7) Đối với công trình nhà ở riêng lẻ:', 'case'],
    ['- Trường hợp ủy quyền cho tổ chức thực hiện thủ tục, phải có:', 'condition'],
    ['* Trường hợp đăng ký trên môi trường điện tử:', 'condition'],
    ['Theo quy định tại Điều 41 Luật Quản lý vũ khí, cụ thể:', 'doubtful'],
  ])('reads "%s" as %s', (text, kind) => {
    expect(readHeading(text).kind).toBe(kind);
  });

  it('takes a glued paper off the case behind it', () => {
    const heading = readHeading(
      'Bản vẽ tách thửa đất.1 bản chính,1 bản saob) Đối với đất tặng cho Nhà nước:',
    );
    expect(heading).toEqual({
      kind: 'case',
      text: 'Đối với đất tặng cho Nhà nước',
      gluedPaper: 'Bản vẽ tách thửa đất.',
    });
  });
});

describe('an imported fee', () => {
  it.each([
    ['Miễn phí', 0, 'VND', { kind: 'free' }],
    ['50,000 Việt Nam Đồng', 50_000, 'VND', { kind: 'fixed', amount: 50_000 }],
  ] as const)('believes %s', (text, amount, currency, rule) => {
    expect(fee(text, amount, currency)).toMatchObject({ rule, certainty: 'verified' });
  });

  it.each([
    ['Miễn phí', 0, 'VND', 'Đất đai', 'free-by-default'],
    ['0', 0, '', 'Thuế', 'free-by-default'],
    ['50', 50, '', 'Thuế', 'fee-without-currency'],
    ['1 Việt Nam Đồng', 1, 'VND', 'Thuế', 'implausible-fee'],
    ['10 USD', 10, 'USD', 'Thuế', 'foreign-currency'],
    ['Không có thông tin', null, '', 'Thuế', 'no-fee'],
  ] as const)('doubts %s (%s %s) of %s', (text, amount, currency, sector, doubt) => {
    const found = fee(text, amount, currency, sector);
    expect(found).toMatchObject({ certainty: 'unverified', doubts: [doubt], asPublished: text });
    expect(found?.rule).toBeUndefined();
  });
});

describe('an imported time limit and agency', () => {
  it('has no rule without a unit', () => {
    const entry = { channel: 'Trực tiếp' as const, feeText: '', feeAmount: null, feeCurrency: '' };
    const record = imported({ channels: [{ ...entry, timeText: '1', timeValue: 1, timeUnit: '' }] });
    expect(record.content.timeLimits).toEqual([
      { asPublished: '1', certainty: 'unverified', doubts: ['time-without-unit'] },
    ]);
  });

  it('joins channels that say the same and keeps apart those that differ', () => {
    const entry = { feeText: 'Miễn phí', feeAmount: 0, feeCurrency: 'VND' };
    const record = imported({
      channels: [
        { channel: 'Trực tuyến', ...channel, ...entry, timeValue: 3, timeText: '3 Ngày làm việc' },
        { channel: 'Trực tiếp', ...channel, ...entry },
        { channel: 'Dịch vụ bưu chính', ...channel, ...entry },
      ],
    });
    expect(record.content.timeLimits.map((limit) => [limit.rule?.amount, limit.channels])).toEqual([
      [3, ['online']],
      [5, ['counter', 'post']],
    ]);
    expect(record.content.fees.map((found) => found.channels)).toEqual([undefined]);
  });

  it('doubts a missing agency', () => {
    expect(imported({ competentAgency: '', implementingAgency: '' }).content.competentAgency).toMatchObject({
      certainty: 'unverified',
      doubts: ['no-agency'],
    });
  });

  it('joins the officials the source splits at commas', () => {
    expect(imported({}).content.applicants).toEqual(['Công dân Việt Nam', 'Cán bộ, công chức, viên chức']);
  });
});

describe('parseLine', () => {
  it.each([
    ['{"code": "1.', 'not-json', undefined],
    ['[]', 'not-a-procedure', '(record)'],
    [JSON.stringify({ ...plain, code: 'TTHC' }), 'not-a-procedure', 'code'],
    [JSON.stringify({ ...plain, levels: ['Cấp trời'] }), 'not-a-procedure', 'levels.0'],
  ])('names what is wrong with %s', (text, reason, at) => {
    const parsed = parseLine(text, 7, today);
    expect(parsed).toMatchObject({ wrong: { row: 7, reason, ...(at ? { column: at } : {}) } });
  });

  it('makes records the catalogue itself accepts', () => {
    for (const source of sourceRecords(200)) {
      const parsed = parseLine(JSON.stringify(source), 1, today);
      expect('record' in parsed && procedureRecord.safeParse(parsed.record).success).toBe(true);
    }
  });
});
