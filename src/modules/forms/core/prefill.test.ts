import { expect, it } from 'vitest';
import { parsePlainDate } from '../../../kernel/plain-date.ts';
import { aFormDefinition } from '../testing/sample-form.ts';
import { newRow, prefilled } from './prefill.ts';

const today = parsePlainDate('2026-11-22');
if (today === undefined) throw new Error('not a day');
const context = { today, caseKey: 'ordinary', caseAnswers: {} };
const { fields } = aFormDefinition();
const claims = {
  'person.fullName': 'Trần Thị Hoà',
  'person.identityNumber': '072195001234',
  'person.phone': '0912345678',
};

it('fills a parent from the signed-in person only when that person is the parent', () => {
  expect(prefilled(fields, { relation: 'father' }, claims, context)).toEqual({
    answers: { relation: 'father', phone: '0912345678' },
    marked: ['/phone'],
  });
  expect(prefilled(fields, { relation: 'mother' }, claims, context).answers).toMatchObject({
    motherName: 'Trần Thị Hoà',
    motherId: '072195001234',
  });
});

it('keeps what the person wrote and marks only what equals the claim', () => {
  const { answers, marked } = prefilled(
    fields,
    { relation: 'mother', motherName: 'Trần Thị Hòa' },
    claims,
    context,
  );
  expect(answers.motherName).toBe('Trần Thị Hòa');
  expect(marked).toEqual(['/phone', '/motherId']);
});

it('rows begin with their customary answers, and there are as many as there must be', () => {
  const repeat = {
    kind: 'repeat',
    key: 'children',
    label: 'Trẻ',
    itemLabel: 'Trẻ',
    min: 2,
    max: 3,
    fields: [
      { kind: 'personName', key: 'name', label: 'Họ tên' },
      { kind: 'text', key: 'nationality', label: 'Quốc tịch', prefill: [{ value: 'Việt Nam' }] },
    ],
  } as const;
  const row = { nationality: 'Việt Nam' };
  expect(prefilled([repeat], {}, {}, context).answers).toEqual({ children: [row, row] });
  expect(prefilled([repeat], { children: [{}] }, {}, context).answers).toEqual({ children: [{}] });
  expect(newRow(repeat, {}, {}, context)).toEqual(row);
});
