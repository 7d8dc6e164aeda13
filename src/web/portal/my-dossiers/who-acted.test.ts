import { expect, it } from 'vitest';
import { type Translate, translate } from '../../../texts/translate.ts';
import { whoActed } from './who-acted.ts';

const t: Translate = (key, ...values) => translate('vi', key, ...values);
const duyen = 'Phan Thị Mỹ Duyên';
const owner = { role: 'owner', name: duyen } as const;

it('says nothing where the owner did it alone', () => {
  expect(whoActed({ people: [owner, { role: 'submitter', name: duyen }] }, t)).toEqual([]);
});

it('names the helper', () => {
  const people = [
    owner,
    { role: 'submitter', name: duyen },
    { role: 'helper', name: 'Võ Thành Nam' },
  ] as const;
  expect(whoActed({ people }, t)).toEqual([
    { term: 'Chủ hồ sơ', value: duyen },
    { term: 'Người nộp', value: duyen },
    { term: 'Người hỗ trợ', value: 'Võ Thành Nam' },
  ]);
});

it('names who acts for the owner and by what right, also a namesake', () => {
  const people = [owner, { role: 'submitter', name: duyen }, { role: 'authorised', name: duyen }] as const;
  expect(whoActed({ people, capacity: 'guardian' }, t)).toEqual([
    { term: 'Chủ hồ sơ', value: duyen },
    { term: 'Người nộp', value: `${duyen}, cha, mẹ, người giám hộ` },
  ]);
});
