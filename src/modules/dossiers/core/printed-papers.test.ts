import { expect, it } from 'vitest';
import { papersHandedIn, papersSentOnline } from './printed-papers.ts';

const paper = {
  name: 'Giấy chứng sinh',
  mode: 'submit' as const,
  byForm: false,
  paperless: false,
  receivedOriginals: null,
  receivedCopies: null,
  comparedWithOriginal: null,
  fileIds: [],
};
const declaration = { ...paper, name: 'Tờ khai', byForm: true };
const givenBack = { form: 'original', count: 1, note: 'xuất trình, đã trả lại' };

it('prints sheets, files, the electronic form that was filled in, and what was shown', () => {
  const card = { ...paper, name: 'Căn cước', mode: 'present' as const, comparedWithOriginal: true };
  const taken = { ...paper, receivedOriginals: 1, receivedCopies: 2, fileIds: ['a'] };
  expect(papersHandedIn([declaration, taken, card], true)).toEqual([
    { name: 'Tờ khai', form: 'electronic', count: 1 },
    { name: 'Giấy chứng sinh', form: 'original', count: 1 },
    { name: 'Giấy chứng sinh', form: 'copy', count: 2 },
    { name: 'Giấy chứng sinh', form: 'electronic', count: 1 },
    { name: 'Căn cước', ...givenBack },
  ]);
  expect(papersSentOnline([declaration, taken, card], true)).toEqual([
    { name: 'Tờ khai', form: 'electronic', count: 1 },
    { name: 'Giấy chứng sinh', form: 'electronic', count: 1 },
  ]);
});

it('on a day without paper names what was looked at, and no electronic form that nobody filled in', () => {
  const seen = { ...paper, paperless: true, comparedWithOriginal: true };
  const papers = [{ ...declaration, paperless: true }, seen];
  expect(papersHandedIn(papers, false)).toEqual([{ name: 'Giấy chứng sinh', ...givenBack }]);
});

it('prints the declaration that the person signed where no e-form holds it', () => {
  const signed = { ...declaration, paperless: true, comparedWithOriginal: true };
  expect(papersHandedIn([signed], false)).toEqual([
    { name: 'Tờ khai', form: 'original', count: 1, note: 'người nộp đã ký trước cán bộ, đã trả lại' },
  ]);
  expect(papersHandedIn([signed], true)).toEqual([
    { name: 'Tờ khai', form: 'electronic', count: 1 },
    { name: 'Tờ khai', ...givenBack },
  ]);
});
