import { expect, it } from 'vitest';
import { listLinesIn, ofTheForm, standingLine } from './list-lines-in.ts';

function aForm(fields: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

it('makes a line of each code, pasted as a column, once', () => {
  const form = aForm([
    ['list', 'post'],
    ['codes', '1.001193\r\n1.000656\n1.001193, 2.000635'],
    ['return', '1'],
  ]);
  expect(listLinesIn(form)).toEqual(
    ['1.001193', '1.000656', '2.000635'].map((code) => ({
      change: 'add',
      code,
      facts: { list: 'post', intake: false, return: true },
    })),
  );
  form.append('does', 'remove');
  expect(listLinesIn(form)[0]).toEqual({ change: 'remove', code: '1.001193', list: 'post' });
});

it('reads the procedures of a group, days and percents', () => {
  const group = aForm([
    ['list', 'interconnected'],
    ['codes', '1.001193'],
    ['kind', 'group'],
    ['members', '1.001193\n1.014137 | Cấp thẻ BHYT | Bảo hiểm xã hội\n'],
  ]);
  expect(listLinesIn(group)).toMatchObject([
    {
      facts: {
        kind: 'group',
        procedures: [
          { code: '1.001193' },
          { code: '1.014137', name: 'Cấp thẻ BHYT', agency: 'Bảo hiểm xã hội' },
        ],
      },
    },
  ]);
  const days = aForm([
    ['list', 'paperless'],
    ['codes', '1.001193'],
    ['weekday', '4'],
  ]);
  expect(listLinesIn(days)).toMatchObject([{ facts: { list: 'paperless', weekdays: [4] } }]);
  const fee = aForm([
    ['list', 'onlineFee'],
    ['codes', '1.001193'],
    ['percent', '50'],
  ]);
  expect(listLinesIn(fee)).toMatchObject([{ facts: { rule: { kind: 'percent', percent: 50 } } }]);
});

it('sends what stands again as it is', () => {
  const facts = { list: 'essential' } as const;
  const shown = { list: 'essential', code: '1.001193' } as const;
  expect(standingLine({ ...shown, change: 'add', facts })).toEqual({
    change: 'add',
    code: '1.001193',
    facts,
  });
  expect(standingLine({ ...shown, change: 'remove' })).toEqual({ ...shown, change: 'remove' });
});

it('tells what is wrong with lines of the field they were typed in, once', () => {
  const refusal = {
    kind: 'invalid',
    type: 'input.invalid',
    fields: [
      { pointer: '/lists/2/code', type: 'input.wrong-format' },
      { pointer: '/lists/3/code', type: 'input.wrong-format' },
      { pointer: '/lists/2/facts/rule/percent', type: 'input.too-big' },
      { pointer: '/version', type: 'input.required' },
    ],
  } as const;
  expect(ofTheForm(refusal).fields).toEqual([
    { pointer: '/codes', type: 'input.wrong-format' },
    { pointer: '/percent', type: 'input.too-big' },
    { pointer: '/version', type: 'input.required' },
  ]);
  expect(ofTheForm({ kind: 'conflict', type: 'catalogue.decision-changed' })).toEqual({
    kind: 'conflict',
    type: 'catalogue.decision-changed',
  });
});
