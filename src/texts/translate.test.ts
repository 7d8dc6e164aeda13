import { describe, expect, it } from 'vitest';
import { translate, translateRefusal } from './translate.ts';

describe('translate', () => {
  it('fills parameters and formats numbers as Vietnamese read them', () => {
    expect(translate('vi', 'http.too-many-requests', { seconds: 1200 })).toContain('1.200 giây');
  });

  it('falls back to Vietnamese where English has no text', () => {
    expect(translate('en', 'office.brand')).toBe(translate('vi', 'office.brand'));
  });

  it('names a refusal that has no sentence', () => {
    expect(translateRefusal('vi', { type: 'nowhere.nothing' })).toContain('nowhere.nothing');
  });
});
