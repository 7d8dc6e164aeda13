import { expect, it } from 'vitest';
import { settleInput, walkInInput } from './walk-in-input.ts';

const matter = { procedureCode: '2.000815', caseKey: 'thuong', caseAnswers: { 'khoi-luong': 'thuong' } };

function aForm(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

it('reads the people as they are typed at a counter', () => {
  const form = aForm({
    competentUnitId: 'c',
    receivedUnitId: 'r',
    'owner.name': ' Trần Thị Út ',
    'owner.phone': '0912 345 678',
    'owner.identityNumber': '072 195 999 001',
    'owner.birthDate': '4/8/1995',
    'submitter.name': '',
    'submitter.phone': '',
  });
  expect(walkInInput(matter, form)).toEqual({
    ...matter,
    competentUnitId: 'c',
    receivedUnitId: 'r',
    owner: {
      name: 'Trần Thị Út',
      phone: '0912345678',
      identityNumber: '072195999001',
      birthDate: '1995-08-04',
    },
    components: [],
    parts: [],
  });
});

it('keeps a submitter with anything filled in, and a year as a year', () => {
  const form = aForm({ 'submitter.birthDate': '1960' });
  expect(walkInInput(matter, form)).toMatchObject({ submitter: { birthDate: '1960' } });
});

it('reads who signed and the result of what is settled at once', () => {
  const form = aForm({
    signerPostId: 'p',
    'result.typeCode': 'KQ.G15.000021',
    'result.book': '01/2026',
    'result.issuedOn': '2026-11-22',
  });
  expect(settleInput(matter, form)).toMatchObject({
    signerPostId: 'p',
    result: { typeCode: 'KQ.G15.000021', book: '01/2026', issuedOn: '2026-11-22' },
  });
});

it('leaves out the paper that nobody named, and reads the day it was issued', () => {
  const form = aForm({
    'submitter.name': 'Trần Văn Em',
    'representation.capacity': 'authorised',
    'representation.document': ' ',
    'representation.issuedOn': '1/11/2026',
  });
  expect(walkInInput(matter, form)).toMatchObject({
    representation: { capacity: 'authorised', issuedOn: '2026-11-01' },
  });
  expect(walkInInput(matter, form).representation).not.toHaveProperty('document');
});

it.each([
  ['4/8/1995', '1995-08-04'],
  ['04081995', '1995-08-04'],
  ['1960', '1960'],
  ['tháng 8', 'tháng 8'],
])('reads a day of birth typed as %s', (typed, birthDate) => {
  expect(walkInInput(matter, aForm({ 'owner.birthDate': typed })).owner).toEqual({ birthDate });
});
