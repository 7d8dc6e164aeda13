import { describe, expect, it } from 'vitest';
import {
  type Answer,
  type AnswerField,
  type Answers,
  evaluateForm,
  type FormDefinition,
  isAnswerField,
} from '../../modules/forms/public.ts';
import { loadReferenceData } from './load-reference-data.ts';
import { plainDate } from './vocabulary.ts';

const { forms, procedures } = await loadReferenceData('data');
const today = plainDate.parse('2026-11-23');
const address = { on: '2026-11-23', province: '80', commune: '25459' };

/** A plausible answer of each kind; of a choice the option at `turn`. */
function anAnswer(field: AnswerField, turn: number): Answer {
  switch (field.kind) {
    case 'choice':
      return field.options[turn % field.options.length]?.value ?? '';
    case 'multiChoice':
      return field.options.slice(0, 1).map((option) => option.value);
    case 'date':
    case 'partialDate':
      return field.within === 'future' ? '2027-01-15' : '1990-05-20';
    case 'number':
    case 'money':
      return field.min ?? 1;
    case 'yesNo':
      return true;
    case 'identityNumber':
      return '072195999001';
    case 'phone':
      return '0530000051';
    case 'email':
      return 'ai.do@nguoidan.example';
    case 'address':
      return { ...address, on: today };
    case 'repeat':
      return Array.from({ length: Math.min(3, field.max) }, () =>
        answersTo(
          field.fields.filter((row) => row.kind !== 'heading'),
          turn,
        ),
      );
    case 'text':
    case 'longText':
      return 'Bản khai thử'.slice(0, field.maxLength);
    case 'personName':
      return 'Nguyễn Thị Bé Ba';
  }
}

function answersTo(fields: readonly AnswerField[], turn: number): Answers {
  return Object.fromEntries(fields.map((field) => [field.key, anAnswer(field, turn)]));
}

const completions = forms.flatMap((form: FormDefinition) => {
  const cases = procedures.find((procedure) => procedure.code === form.procedureCode)?.cases ?? [];
  return cases.flatMap(({ key }) =>
    [0, 1, 2, 3].map((turn) => ({ form, code: form.code, caseKey: key, turn })),
  );
});

describe('the forms shipped', () => {
  it.each(completions)('$code can be completed, case $caseKey, choices $turn', ({ form, caseKey, turn }) => {
    const given = answersTo(form.fields.filter(isAnswerField), turn);
    const { refusals, answers } = evaluateForm(form, given, { today, caseKey, caseAnswers: {} });
    expect(refusals).toEqual([]);
    expect(Object.keys(answers).length).toBeGreaterThan(5);
  });

  it.each([
    ['groom', '2007-11-24', ['/groomBirthDate']],
    ['groom', '2006-11-23', []],
    ['bride', '2008-11-24', ['/brideBirthDate']],
    ['bride', '2008-11-23', []],
  ])('ket-hon knows the age of the %s born %s', (party, birthDate, refused) => {
    const form = forms.find((candidate) => candidate.code === 'ket-hon');
    if (!form) throw new Error('no form');
    const given = { ...answersTo(form.fields.filter(isAnswerField), 0), [`${party}BirthDate`]: birthDate };
    const { refusals } = evaluateForm(form, given, { today, caseKey: 'khong-xac-minh', caseAnswers: {} });
    expect(refusals.map((refusal) => refusal.pointer)).toEqual(refused);
  });
});
