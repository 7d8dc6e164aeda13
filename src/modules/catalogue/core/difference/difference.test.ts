import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProcedure } from '../../testing/a-procedure.ts';
import { type ProcedureText, procedureText } from '../procedure-text.ts';
import { differences } from './differences.ts';
import { sentencesOf } from './sentences.ts';
import { sideBySide } from './side-by-side.ts';

type More = Parameters<typeof aProcedure>[0];

function text(more: More = {}): ProcedureText {
  const { validFrom: _from, validTo: _to, prominence: _place, ...said } = aProcedure(more);
  return procedureText.parse(said);
}

const paper = (key: string, name: string, more: object = {}) => ({
  key,
  name,
  mode: 'submit' as const,
  originals: 1,
  certainty: 'verified' as const,
  ...more,
});
const days = (amount: number, more: object = {}) => ({
  rule: { unit: 'working-days' as const, amount },
  certainty: 'verified' as const,
  ...more,
});

function say(before: ProcedureText, after: ProcedureText): readonly string[] {
  return sentencesOf(differences(before, after), before, after);
}

describe('the difference of two texts', () => {
  it('is the list of changes a lawyer writes', () => {
    const before = text({
      content: {
        components: [
          paper('to-khai', 'Tờ khai'),
          paper('cmnd', 'Chứng minh nhân dân', { mode: 'present' }),
          paper('cu-tru', 'Giấy tờ cư trú', { originals: undefined, copies: 2 }),
        ],
        timeLimits: [days(5)],
        fees: [
          {
            key: 'le-phi',
            name: 'Lệ phí',
            type: 'charge',
            rule: { kind: 'fixed', amount: 8000 },
            certainty: 'verified',
          },
        ],
        legalBases: [{ number: '60/2014/QH13' }],
      },
    });
    const after = text({
      name: 'Thủ tục đăng ký khai sinh',
      content: {
        channels: ['online', 'counter', 'post'],
        components: [
          paper('chung-sinh', 'Giấy chứng sinh'),
          paper('to-khai', 'Tờ khai', { form: { name: 'Mẫu số 01', electronic: true } }),
          paper('cu-tru', 'Giấy tờ cư trú', { originals: undefined, copies: 1 }),
        ],
        timeLimits: [days(3), days(1, { channels: ['online'] })],
        fees: [
          { key: 'le-phi', name: 'Lệ phí', type: 'charge', rule: { kind: 'free' }, certainty: 'verified' },
        ],
        legalBases: [{ number: '60/2014/QH13' }, { number: '123/2015/NĐ-CP' }],
      },
    });
    expect(say(before, after)).toEqual([
      'Sửa đổi tên thủ tục: từ “Đăng ký khai sinh” thành “Thủ tục đăng ký khai sinh”.',
      'Sửa đổi cách thức thực hiện: thêm qua bưu chính.',
      'Sửa đổi thành phần hồ sơ: bỏ “Chứng minh nhân dân” (xuất trình, 01 bản chính); thêm “Giấy chứng sinh” (nộp, 01 bản chính); “Tờ khai”: bổ sung mẫu “Mẫu số 01 (mẫu điện tử)”; “Giấy tờ cư trú”: số bản sao từ 02 thành 01.',
      'Sửa đổi thời hạn giải quyết: thêm trực tuyến (01 ngày làm việc); mọi trường hợp: từ 05 ngày làm việc thành 03 ngày làm việc.',
      'Sửa đổi phí, lệ phí: “Lệ phí”: từ 8.000\u00a0đ thành miễn phí.',
      'Bổ sung căn cứ pháp lý: “123/2015/NĐ-CP”.',
    ]);
  });

  it('tells papers apart by what they are, not by their place or an import’s number', () => {
    const before = text({
      content: { components: [paper('giay-to-1', 'Đơn đề nghị'), paper('giay-to-2', 'Bản vẽ thiết kế')] },
    });
    const after = text({
      content: {
        components: [
          paper('giay-to-1', 'Hợp đồng thuê đất'),
          paper('giay-to-2', 'Đơn đề nghị'),
          paper('giay-to-3', 'Bản vẽ thiết kế'),
        ],
      },
    });
    expect(say(before, after)).toEqual([
      'Bổ sung thành phần hồ sơ: “Hợp đồng thuê đất” (nộp, 01 bản chính).',
    ]);
  });

  it('finds ours in the wording of the national database', () => {
    const ours = text({ content: { components: [paper('to-khai', 'Tờ khai đăng ký khai sinh theo mẫu')] } });
    const national = text({
      content: { components: [paper('giay-to-1', 'Tờ khai đăng ký khai sinh theo mẫu quy định')] },
    });
    expect(differences(ours, national)).toMatchObject([{ kind: 'changed', fields: ['name'] }]);
  });

  it('does not mind the order of lists, nor an empty list for an absent one', () => {
    const before = text({
      content: { channels: ['online', 'counter'], components: [paper('a', 'Đơn'), paper('b', 'Bản đồ')] },
    });
    const after = text({
      content: { channels: ['counter', 'online'], components: [paper('b', 'Bản đồ'), paper('a', 'Đơn')] },
    });
    expect(differences(before, after)).toEqual([]);
  });

  it('puts both texts beside each other, equal facts too', () => {
    const before = text({ content: { timeLimits: [days(5)], components: [paper('a', 'Đơn')] } });
    const after = text({ content: { timeLimits: [days(3)], components: [paper('a', 'Đơn')] } });
    const rows = sideBySide(before, after);
    expect(rows.find((row) => row.part === 'name')).toEqual({
      part: 'name',
      title: 'tên thủ tục',
      before: 'Đăng ký khai sinh',
      after: 'Đăng ký khai sinh',
      differs: false,
    });
    expect(rows.filter((row) => row.differs).map((row) => row.part)).toEqual(['timeLimits']);
    expect(rows.find((row) => row.part === 'timeLimits')?.after).toContain('03 ngày làm việc');
  });

  const anyText = fc
    .record({
      name: fc.constantFrom('Khai sinh', 'Khai sinh lưu động'),
      papers: fc.uniqueArray(fc.nat(5), { maxLength: 5 }),
      modes: fc.array(fc.constantFrom('submit' as const, 'present' as const), { minLength: 6, maxLength: 6 }),
      limits: fc.uniqueArray(fc.constantFrom('online' as const, 'counter' as const, 'post' as const), {
        maxLength: 3,
      }),
      amount: fc.integer({ min: 1, max: 30 }),
    })
    .map(({ name, papers, modes, limits, amount }) =>
      text({
        name,
        content: {
          components: papers.map((n) => paper(`giay-${n}`, `Giấy số ${n}`, { mode: modes[n] ?? 'submit' })),
          timeLimits: limits.map((channel) => days(amount, { channels: [channel] })),
        },
      }),
    );

  it('is nothing between a text and itself, and turns round with its direction', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(differences(one, one)).toEqual([]);
        const there = differences(one, other);
        const back = differences(other, one);
        const count = (found: typeof there, kind: string) =>
          found.filter((each) => each.kind === kind).length;
        expect(count(there, 'added')).toBe(count(back, 'removed'));
        expect(count(there, 'changed')).toBe(count(back, 'changed'));
        expect(there.length).toBe(back.length);
        expect(sentencesOf(there, one, other)).toHaveLength(new Set(there.map((each) => each.part)).size);
        expect(sideBySide(one, other).some((row) => row.differs)).toBe(there.length > 0);
      }),
      { numRuns: 300 },
    );
  });
});
