import { expect, it } from 'vitest';
import { draftRow } from '../../modules/process/public.ts';
import { loadProcessEditing, loadReferenceData } from './load-reference-data.ts';
import { toProcessTable } from './process-tables.ts';

const { processes } = await loadReferenceData('data');
const { templates } = await loadProcessEditing('data');

it.each(processes)('$code can be edited: each step is a row, nothing of it is lost', (file) => {
  const { steps } = toProcessTable(file);
  expect(steps.map((step) => draftRow.parse(step))).toEqual(steps);
});

it('has the five templates, each with a person’s last step of no hours', () => {
  expect(templates.map(({ key, rows }) => [key, rows.length, rows.at(-1)?.hours])).toEqual([
    ['bon-tai-cho', 5, 0],
    ['cap-so-7-buoc', 7, 0],
    ['cap-xa-5-buoc', 5, 0],
    ['dat-dai-cho-thue', 9, 0],
    ['so-ubnd-tinh-lien-thong', 11, 0],
  ]);
});
