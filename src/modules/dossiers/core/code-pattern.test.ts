import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { frameCode } from './code-pattern.ts';

const facts = {
  agencyCode: 'H53.15',
  gsoCode: '25459',
  unitKey: 'phuong-tan-ninh',
  on: '2026-11-22' as PlainDate,
};

describe('dossier code pattern', () => {
  it('fills agency, day and serial as TT 01/2018 Art. 19 writes them', () => {
    expect(frameCode('000.00.{agency}-{yyMMdd}-{serial:4}', facts)).toEqual({
      before: '000.00.H53.15-261122-',
      after: '',
      width: 4,
    });
  });

  it('takes an eight-digit day and text behind the serial', () => {
    expect(frameCode('H53.{gso}-{yyyyMMdd}-{serial:7}/TN', facts)).toEqual({
      before: 'H53.25459-20261122-',
      after: '/TN',
      width: 7,
    });
  });

  it('marks a unit without a statistics code by its key', () => {
    expect(frameCode('H53.{unit}-{yyMMdd}-{serial:4}', facts).before).toBe('H53.25459-261122-');
    const department = { ...facts, gsoCode: undefined, unitKey: 'so-tu-phap' };
    expect(frameCode('H53.{unit}-{yyMMdd}-{serial:4}', department).before).toBe('H53.SO-TU-PHAP-261122-');
  });

  it('throws on a pattern without a serial or with a fact the unit lacks', () => {
    expect(() => frameCode('{agency}-1', facts)).toThrow(/serial/);
    expect(() => frameCode('{agency}-{serial:4}', { ...facts, agencyCode: undefined })).toThrow(/\{agency\}/);
    expect(() => frameCode('{nhom}-{serial:4}', facts)).toThrow(/\{nhom\}/);
  });
});
