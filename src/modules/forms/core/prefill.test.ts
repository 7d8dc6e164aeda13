import { expect, it } from 'vitest';
import { parsePlainDate } from '../../../kernel/plain-date.ts';
import { aFormDefinition } from '../testing/sample-form.ts';
import { prefilled } from './prefill.ts';

const today = parsePlainDate('2026-11-22');
if (today === undefined) throw new Error('not a day');
const context = { today, caseKey: 'ordinary', caseAnswers: {} };
const claims = {
  'person.fullName': 'Trần Thị Hoà',
  'person.identityNumber': '072195001234',
  'person.phone': '0912345678',
};

it('fills a parent from the signed-in person only when that person is the parent', () => {
  const definition = aFormDefinition();
  expect(prefilled(definition, { relation: 'father' }, claims, context)).toEqual({
    answers: { relation: 'father', phone: '0912345678' },
    marked: ['/phone'],
  });
  expect(prefilled(definition, { relation: 'mother' }, claims, context).answers).toMatchObject({
    motherName: 'Trần Thị Hoà',
    motherId: '072195001234',
  });
});

it('keeps what the person wrote and marks only what equals the claim', () => {
  const { answers, marked } = prefilled(
    aFormDefinition(),
    { relation: 'mother', motherName: 'Trần Thị Hòa' },
    claims,
    context,
  );
  expect(answers.motherName).toBe('Trần Thị Hòa');
  expect(marked).toEqual(['/phone', '/motherId']);
});
