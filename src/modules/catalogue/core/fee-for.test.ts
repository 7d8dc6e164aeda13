import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProcedure } from '../testing/a-procedure.ts';
import type { FeeReduction } from './content.ts';
import { feeFor } from './fee-for.ts';

/** Certified copies: 2.000 đ a page, from the third 1.000 đ, at most 200.000 đ a copy (TT 226/2016/TT-BTC). */
const certifiedCopies = aProcedure({
  content: {
    fees: [
      {
        key: 'chung-thuc',
        name: 'Phí chứng thực bản sao',
        type: 'fee',
        rule: {
          kind: 'tiered',
          unit: 'page',
          tiers: [{ upTo: 2, each: 2000 }, { each: 1000 }],
          cap: 200_000,
          times: 'copy',
        },
        certainty: 'verified',
      },
    ],
  },
});

describe('feeFor', () => {
  it.each([
    [1, 1, 2000],
    [2, 1, 4000],
    [3, 1, 5000],
    [5, 3, 21_000],
    [198, 1, 200_000],
    [500, 2, 400_000],
  ])('certifies %i pages in %i copies for %i đồng', (page, copy, total) => {
    expect(feeFor(certifiedCopies, 'chung', 'counter', { page, copy }).total).toBe(total);
  });

  it('shows every step of the sum', () => {
    const [line] = feeFor(certifiedCopies, 'chung', 'counter', { page: 5, copy: 3 }).lines;
    expect(line?.parts).toEqual([
      { kind: 'tier', unit: 'page', quantity: 2, each: 2000, amount: 4000 },
      { kind: 'tier', unit: 'page', quantity: 3, each: 1000, amount: 3000 },
      { kind: 'times', unit: 'copy', quantity: 3, each: 7000, amount: 21_000 },
    ]);
  });

  it('never costs less for more, nor more than the cap a copy', () => {
    const quantity = fc.integer({ min: 1, max: 2000 });
    fc.assert(
      fc.property(quantity, quantity, (page, copy) => {
        const total = feeFor(certifiedCopies, 'chung', 'counter', { page, copy }).total ?? 0;
        const more = feeFor(certifiedCopies, 'chung', 'counter', { page: page + 1, copy }).total ?? 0;
        expect(Number.isSafeInteger(total)).toBe(true);
        expect(total).toBeLessThanOrEqual(200_000 * copy);
        expect(more).toBeGreaterThanOrEqual(total);
      }),
    );
  });

  it('takes the fee of the case and channel, free included', () => {
    const version = aProcedure({
      content: {
        cases: [
          { key: 'dung-han', name: 'Đúng hạn', certainty: 'verified' },
          { key: 'qua-han', name: 'Quá hạn', certainty: 'verified' },
        ],
        fees: [
          {
            key: 'a',
            name: 'Lệ phí',
            type: 'charge',
            cases: ['dung-han'],
            rule: { kind: 'free' },
            certainty: 'verified',
          },
          {
            key: 'b',
            name: 'Lệ phí',
            type: 'charge',
            cases: ['qua-han'],
            channels: ['counter'],
            rule: { kind: 'fixed', amount: 8000 },
            certainty: 'verified',
          },
        ],
      },
    });
    expect(feeFor(version, 'dung-han', 'online').total).toBe(0);
    expect(feeFor(version, 'qua-han', 'counter').total).toBe(8000);
    expect(feeFor(version, 'qua-han', 'online')).toEqual({ lines: [] });
  });

  it('has no amount for a fee that is not checked', () => {
    const version = aProcedure({
      content: {
        fees: [
          { key: 'a', name: 'Lệ phí', type: 'charge', rule: { kind: 'free' }, doubts: ['free-by-default'] },
        ],
      },
    });
    const quote = feeFor(version, 'chung', 'counter');
    expect(quote.total).toBeUndefined();
    expect(quote.lines[0]?.amount).toBeUndefined();
  });

  describe('with reductions', () => {
    const reduction = (key: string, more: Pick<FeeReduction, 'rule'> & Partial<FeeReduction>) => ({
      key,
      name: key,
      certainty: 'verified' as const,
      ...more,
    });
    const version = aProcedure({
      content: {
        questions: [
          {
            key: 'ho-ngheo',
            text: 'Có thuộc hộ nghèo không?',
            options: [
              { key: 'co', text: 'Có' },
              { key: 'khong', text: 'Không' },
            ],
          },
        ],
        fees: [
          {
            key: 'phi',
            name: 'Phí',
            type: 'fee',
            rule: { kind: 'fixed', amount: 75_001 },
            certainty: 'verified',
            reductions: [
              reduction('truc-tuyen', { channels: ['online'], rule: { kind: 'percent', percent: 50 } }),
              reduction('ho-ngheo', {
                condition: { text: 'hộ nghèo', when: [{ question: 'ho-ngheo', in: ['co'] }] },
                rule: { kind: 'exempt' },
              }),
              reduction('nguoi-co-cong', { condition: { text: 'người có công' }, rule: { kind: 'exempt' } }),
              { key: 'chua-ro', name: 'chưa rõ', rule: { kind: 'exempt' as const } },
            ],
          },
        ],
      },
    });

    it('counts the best that certainly applies, the fraction for the citizen', () => {
      const online = feeFor(version, 'chung', 'online');
      expect(online.total).toBe(37_500);
      expect(online.lines[0]?.reduction?.key).toBe('truc-tuyen');
      expect(online.lines[0]?.parts.map((part) => [part.kind, part.amount])).toEqual([
        ['fixed', 75_001],
        ['reduced', 37_500],
      ]);
      expect(feeFor(version, 'chung', 'online', {}, { 'ho-ngheo': 'co' }).total).toBe(0);
    });

    it('counts none that a person has to read, that is not checked, or whose channel is open', () => {
      expect(feeFor(version, 'chung', 'counter', {}, { 'ho-ngheo': 'khong' }).total).toBe(75_001);
      expect(feeFor(version, 'chung', undefined).total).toBe(75_001);
    });
  });

  it('throws on a quantity that is not a whole number above zero', () => {
    expect(() => feeFor(certifiedCopies, 'chung', 'counter', { page: 0 })).toThrow(RangeError);
  });
});
