import { expect, test } from 'vitest';
import { linesByAuthority, signingForm } from './signature-lines.ts';

test.each([
  [['CHỦ TỊCH'], 'own'],
  [['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], 'collective'],
  [['Q. CHỦ TỊCH'], 'acting'],
  [['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], 'deputy'],
  [['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'], 'byOrder'],
  [['TUQ. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'], 'byAuthority'],
  [[], 'own'],
])('%j signs as %s', (lines, form) => {
  expect(signingForm(lines)).toBe(form);
});

test.each([
  [{ title: 'Chủ tịch', signatureLines: ['CHỦ TỊCH'] }, 'TUQ. CHỦ TỊCH'],
  [{ title: 'Quyền Chủ tịch', signatureLines: ['Q. CHỦ TỊCH'] }, 'TUQ. CHỦ TỊCH'],
  [{ title: 'Chủ tịch', signatureLines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'] }, 'TUQ. CHỦ TỊCH'],
  [{ title: 'Giám đốc', signatureLines: [] }, 'TUQ. GIÁM ĐỐC'],
])('by authority of %j', (principal, first) => {
  expect(linesByAuthority(principal, 'Chánh Văn phòng')).toEqual([first, 'CHÁNH VĂN PHÒNG']);
});
