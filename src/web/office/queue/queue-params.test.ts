import { expect, it } from 'vitest';
import { choiceIn, choiceQuery } from './queue-params.ts';

it('says nothing when the address says nothing', () => {
  expect(choiceIn(new URLSearchParams('sau=abc&tiep-theo=x'))).toBeUndefined();
});

it('reads what it writes', () => {
  const choice = {
    scope: 'mine',
    procedure: '1.001193',
    overdue: true,
    sort: 'newest',
    columns: ['owner', 'due'],
  } as const;
  const query = choiceQuery({ ...choice, columns: [...choice.columns] });
  expect(choiceIn(new URLSearchParams(query))).toEqual(choice);
});

it('takes an address somebody has bent as no choice at all', () => {
  expect(choiceIn(new URLSearchParams('pham-vi=tat-ca'))).toEqual({});
  expect(choiceIn(new URLSearchParams('cot=mat-khau'))).toEqual({});
});
