import { describe, expect, it } from 'vitest';
import type { Role } from '../../../kernel/actor.ts';
import { hiddenAnswers, hiddenFrom, hidesWords, type MaskingRules, maskText } from './masking.ts';

const factsClear = {
  identityNumber: 'working',
  birthDate: 'working',
  phone: 'working',
  email: 'working',
  address: 'working',
} as const;
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
    ['recordsClerk', { ...factsClear, sensitive: 'never' }],
    ['headOfSection', { ...factsClear, sensitive: 'working' }],
  ]),
  sensitive: [
    { form: 'khai-tu', answer: 'deathCause', kind: 'sức khỏe', ruledBy: 'sensitive' },
    { form: 'khai-sinh', answer: 'children.name', kind: 'trẻ em', ruledBy: 'sensitive' },
    { form: 'ket-hon', answer: 'brideBirthDate', kind: 'ngày sinh', ruledBy: 'birthDate' },
    { form: 'ket-hon', answer: 'brideEthnicity', kind: 'nguồn gốc dân tộc', ruledBy: 'sensitive' },
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
    expect(hiddenFrom(rules, ['helper']).size).toBe(5);
  });
});

it('free text beside the answers is for whom nothing at all is hidden from', () => {
  expect(hidesWords(rules, ['headOfSection'])).toBe(false);
  expect(hidesWords(rules, ['specialist'])).toBe(true);
  // Every fact is clear to them, and what is sensitive is not: the words may tell it.
  expect(hidesWords(rules, ['recordsClerk'])).toBe(true);
  expect(hidesWords(rules, ['recordsClerk', 'headOfSection'])).toBe(false);
  expect(hidesWords(rules, [])).toBe(true);
});

describe('sensitive answers', () => {
  it('are hidden from whoever has no step that needs them, those of the form alone', () => {
    const [ofDeath] = rules.sensitive;
    expect(hiddenAnswers(rules, [], 'khai-tu')).toEqual([ofDeath]);
    expect(hiddenAnswers(rules, ['leader'], 'khai-tu')).toEqual([ofDeath]);
    expect(hiddenAnswers(rules, ['leader', 'specialist'], 'khai-tu')).toEqual([]);
    expect(hiddenAnswers(rules, [], 'chung-thuc')).toEqual([]);
  });

  it('that tell a day of birth are shown to whom a day of birth is', () => {
    const of = (role: Role) => hiddenAnswers(rules, [role], 'ket-hon').map(({ answer }) => answer);
    expect(of('recordsClerk')).toEqual(['brideEthnicity']);
    expect(of('leader')).toEqual(['brideBirthDate', 'brideEthnicity']);
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
