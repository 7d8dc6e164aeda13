import { expect, it } from 'vitest';
import { representedWords } from './represented-words.ts';

const parties = [
  { role: 'owner', name: 'Lê Văn Út Mười' },
  { role: 'submitter', name: 'Phan Thị Mỹ Duyên' },
] as const;

it('says nothing of an owner who hands in', () => {
  expect(representedWords(parties, undefined)).toEqual([]);
});

it.each([
  [
    { capacity: 'authorised', document: 'Giấy ủy quyền', number: '12/2026', issuedOn: '2026-11-20' },
    'Người nộp: Phan Thị Mỹ Duyên, người được ủy quyền của Lê Văn Út Mười (Giấy ủy quyền số 12/2026 ngày 20/11/2026).',
  ],
  [
    { capacity: 'guardian', document: 'Giấy khai sinh' },
    'Người nộp: Phan Thị Mỹ Duyên, cha, mẹ hoặc người giám hộ của Lê Văn Út Mười (Giấy khai sinh).',
  ],
  [{ capacity: 'organisation' }, 'Người nộp: Phan Thị Mỹ Duyên, người đại diện của Lê Văn Út Mười.'],
] as const)('names who acts for the owner and by which paper', (representation, words) => {
  expect(representedWords(parties, { ...representation, fileIds: [] })).toEqual([words]);
});

it('names who helped', () => {
  const helped = [...parties, { role: 'helper', name: 'Trần Hỗ Trợ' } as const];
  expect(representedWords(helped, undefined)).toEqual(['Người hỗ trợ nộp: Trần Hỗ Trợ.']);
});
