import { describe, expect, it } from 'vitest';
import { hiddenAnswers, hiddenFrom, type MaskingRules, maskText } from './masking.ts';

const rules: MaskingRules = {
  roles: new Map([
    [
      'specialist',
      {
        identityNumber: 'working',
        birthDate: 'working',
        phone: 'working',
        email: 'never',
        address: 'working',
        sensitive: 'working',
      },
    ],
    [
      'leader',
      {
        identityNumber: 'working',
        birthDate: 'never',
        phone: 'never',
        email: 'never',
        address: 'never',
        sensitive: 'never',
      },
    ],
  ]),
  sensitive: [
    { form: 'khai-tu', answer: 'deathCause', kind: 'sức khỏe' },
    { form: 'khai-sinh', answer: 'children.name', kind: 'trẻ em' },
  ],
  reasons: [],
};

describe('what is hidden', () => {
  it('from whoever has no step of the dossier: everything', () => {
    expect([...hiddenFrom(rules, [])]).toEqual(['identityNumber', 'birthDate', 'phone', 'email', 'address']);
  });

  it('from whoever works on it: what their role does not need; of several roles the wider counts', () => {
    expect([...hiddenFrom(rules, ['leader'])]).toEqual(['birthDate', 'phone', 'email', 'address']);
    expect([...hiddenFrom(rules, ['leader', 'specialist'])]).toEqual(['email']);
  });

  it('from a role nobody wrote a row for: everything', () => {
    expect(hiddenFrom(rules, ['recordsClerk']).size).toBe(5);
  });
});

describe('sensitive answers', () => {
  it('are hidden from whoever has no step that needs them, those of the form alone', () => {
    const [ofDeath] = rules.sensitive;
    expect(hiddenAnswers(rules, [], 'khai-tu')).toEqual([ofDeath]);
    expect(hiddenAnswers(rules, ['leader'], 'khai-tu')).toEqual([ofDeath]);
    expect(hiddenAnswers(rules, ['leader', 'specialist'], 'khai-tu')).toEqual([]);
    expect(hiddenAnswers(rules, [], 'ket-hon')).toEqual([]);
  });
});

describe('a masked value', () => {
  it.each([
    ['identityNumber', '072195999001', '•••••001'],
    ['identityNumber', '12345', '•••••'],
    ['birthDate', '1995-08-14', '1995-••-••'],
    ['birthDate', '1995', '•••••'],
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
