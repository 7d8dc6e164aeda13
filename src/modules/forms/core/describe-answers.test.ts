import { expect, it } from 'vitest';
import { parsePlainDate } from '../../../kernel/plain-date.ts';
import { sampleAddressBook } from '../testing/sample-address-book.ts';
import { aFormDefinition } from '../testing/sample-form.ts';
import { describeAnswers } from './describe-answers.ts';
import { evaluateForm } from './evaluate.ts';

it('answers are told as people read them', () => {
  const today = parsePlainDate('2026-11-22');
  if (today === undefined) throw new Error('not a day');
  const definition = aFormDefinition();
  const evaluation = evaluateForm(
    definition,
    {
      relation: 'father',
      motherBirth: '1995-07',
      birthDate: '2026-11-01',
      birthPlace: { province: '80', commune: '25459', detail: 'Số 12' },
      twins: true,
      amount: 1_000_000,
      weight: 3.25,
      copies: ['extract', 'original'],
      siblings: [{ name: 'Nguyễn Minh An' }],
    },
    { today, caseKey: 'ordinary', caseAnswers: {}, addressBook: sampleAddressBook },
  );
  const pages = describeAnswers(definition, evaluation, { yes: 'Có', no: 'Không' }, sampleAddressBook);
  const texts = Object.fromEntries(
    pages.flatMap((page) => page.lines).map((line) => [line.pointer, line.text]),
  );
  expect(pages.map((page) => page.label)).toEqual(['Người yêu cầu', 'Người mẹ', 'Người được khai sinh']);
  expect(texts).toMatchObject({
    '/relation': 'Cha',
    '/phone': '',
    '/motherBirth': '07/1995',
    '/birthDate': '01/11/2026',
    '/birthPlace': 'Số 12, Phường Tân Ninh, Tỉnh Tây Ninh',
    '/twins': 'Có',
    '/amount': '1.000.000 đ',
    '/weight': '3,25 kg',
    '/copies': 'Bản chính; Trích lục',
  });
  const siblings = pages[2]?.lines.find((line) => line.pointer === '/siblings');
  expect(siblings?.rows?.[0]).toMatchObject({
    label: 'Người 1',
    lines: [{ text: 'Nguyễn Minh An' }, {}, {}],
  });
});
