import { describe, expect, it } from 'vitest';
import { ok } from '../../../kernel/result.ts';
import { checkFee } from './fee-check.ts';

const collected = (amount: number) => ({ amount, receiptNumber: 'AA-001', quantities: {} });

describe('money taken against the fee by rule', () => {
  it('takes exactly the fee', () => {
    expect(checkFee({ lines: [], total: 8000 }, collected(8000))).toEqual(ok(null));
    expect(checkFee({ lines: [], total: 8000 }, collected(7999))).toMatchObject({
      refusal: { type: 'dossiers.fee-differs', params: { due: 8000 } },
    });
  });

  it('asks for a fee that was not taken, but not for nothing', () => {
    expect(checkFee({ lines: [], total: 8000 }, undefined)).toMatchObject({
      refusal: { type: 'dossiers.fee-not-collected' },
    });
    expect(checkFee({ lines: [], total: 0 }, undefined)).toEqual(ok(null));
    expect(checkFee({ lines: [], total: 0 }, collected(5000))).toMatchObject({
      refusal: { type: 'dossiers.fee-differs' },
    });
  });

  it('holds nothing against an unknown fee', () => {
    expect(checkFee({ lines: [] }, undefined)).toEqual(ok(null));
    expect(checkFee({ lines: [] }, collected(15_000))).toEqual(ok(null));
  });
});
