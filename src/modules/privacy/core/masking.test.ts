import { describe, expect, it } from 'vitest';
import { hiddenFrom, type MaskingRules, maskText } from './masking.ts';

const rules: MaskingRules = {
  roles: new Map([
    ['specialist', { identityNumber: 'working', phone: 'working', email: 'never', address: 'working' }],
    ['leader', { identityNumber: 'working', phone: 'never', email: 'never', address: 'never' }],
  ]),
  reasons: [],
};

describe('what is hidden', () => {
  it('from whoever has no step of the dossier: everything', () => {
    expect([...hiddenFrom(rules, [])]).toEqual(['identityNumber', 'phone', 'email', 'address']);
  });

  it('from whoever works on it: what their role does not need; of several roles the wider counts', () => {
    expect([...hiddenFrom(rules, ['leader'])]).toEqual(['phone', 'email', 'address']);
    expect([...hiddenFrom(rules, ['leader', 'specialist'])]).toEqual(['email']);
  });

  it('from a role nobody wrote a row for: everything', () => {
    expect(hiddenFrom(rules, ['recordsClerk']).size).toBe(4);
  });
});

describe('a masked value', () => {
  it.each([
    ['identityNumber', '072195999001', '•••••001'],
    ['identityNumber', '12345', '•••••'],
    ['phone', '0530000051', '•••••051'],
    ['email', 'duyen.phan@hop-thu.example', '•••••@hop-thu.example'],
    ['email', 'khong-phai-thu', '•••••'],
    ['address', 'Số 12, khu phố 3, Phường Tân Ninh, Tỉnh Tây Ninh', '•••••, Phường Tân Ninh, Tỉnh Tây Ninh'],
    ['address', 'Phường Tân Ninh, Tỉnh Tây Ninh', '•••••'],
    ['address', 'Số 12', '•••••'],
  ] as const)('%s %s is %s', (field, text, masked) => {
    expect(maskText(field, text)).toBe(masked);
  });
});
