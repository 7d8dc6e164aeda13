import { describe, expect, it } from 'vitest';
import { signingForm } from './signing-form.ts';

describe('signing form', () => {
  it('lets a deputy sign for the head', () => {
    expect(signingForm({ title: 'Phó Chủ tịch', headTitle: 'Chủ tịch' })).toEqual([
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
    ]);
  });

  it('lets the head sign in person', () => {
    expect(signingForm({ title: 'Chủ tịch', headTitle: 'Chủ tịch' })).toEqual(['CHỦ TỊCH']);
  });
});
