import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Processing, processingsOn, purposeOf, type Register } from './processing.ts';

const day = (text: string) => text as PlainDate;

function aProcessing(key: string, validFrom: string, validTo?: string): Processing {
  const words = {
    name: key,
    purpose: key,
    basis: 'Luật',
    subjects: 'a',
    data: 'b',
    recipients: 'c',
    kept: 'd',
  };
  return {
    key,
    ...words,
    basisKind: 'legalDuty',
    source: 'thử',
    certainty: 'unchecked',
    validFrom: day(validFrom),
    ...(validTo !== undefined && { validTo: day(validTo) }),
  };
}

const register: Register = {
  processings: [
    aProcessing('handling', '2026-01-01', '2026-07-01'),
    { ...aProcessing('handling', '2026-07-01'), basis: 'Luật mới' },
    aProcessing('watching', '2026-01-01'),
  ],
  reads: new Map([
    ['dossiers.inbox', 'handling'],
    ['dossiers.inbox-export', 'watching'],
    ['dossiers.inbox.late', 'watching'],
  ]),
};

describe('the purpose of a reading', () => {
  it.each([
    ['dossiers.inbox', 'handling'],
    ['dossiers.inbox.cho-ky', 'handling'],
    ['dossiers.inbox.late', 'watching'],
    ['dossiers.inbox-export.cho-ky', 'watching'],
    ['dossiers.inboxes', undefined],
    ['dossiers', undefined],
  ])('of %s is %s', (query, key) => {
    expect(purposeOf(register, query, day('2026-11-26'))?.key).toBe(key);
  });

  it('is the one of its day: half-open, whatever the law became since', () => {
    expect(purposeOf(register, 'dossiers.inbox', day('2026-06-30'))?.basis).toBe('Luật');
    expect(purposeOf(register, 'dossiers.inbox', day('2026-07-01'))?.basis).toBe('Luật mới');
    expect(purposeOf(register, 'dossiers.inbox', day('2025-12-31'))).toBeUndefined();
    expect(processingsOn(register, day('2026-07-01'))).toHaveLength(2);
  });
});
