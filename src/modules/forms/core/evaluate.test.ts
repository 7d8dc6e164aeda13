import { describe, expect, it } from 'vitest';
import { parsePlainDate } from '../../../kernel/plain-date.ts';
import { sampleAddressBook } from '../testing/sample-address-book.ts';
import { aFormDefinition } from '../testing/sample-form.ts';
import cases from './evaluate.cases.json' with { type: 'json' };
import { evaluateForm } from './evaluate.ts';
import { pagesOf } from './fields.ts';

const today = parsePlainDate('2026-11-22');
if (today === undefined) throw new Error('not a day');
const definition = aFormDefinition();

describe('evaluateForm', () => {
  for (const { name, answers, expect: expected, refused, caseKey = 'ordinary', papers = [] } of cases) {
    it(name, () => {
      const context = { today, caseKey, caseAnswers: {}, addressBook: sampleAddressBook };
      const outcome = evaluateForm(definition, answers, context);
      expect(outcome.answers).toEqual(expected);
      expect(outcome.refusals.map(({ pointer, type }) => `${pointer} ${type}`)).toEqual(refused);
      expect(outcome.papers).toEqual(papers);
      expect(evaluateForm(definition, outcome.answers, context).answers).toEqual(outcome.answers);
    });
  }

  it('tells what is visible and required, rows included', () => {
    const input = { relation: 'other', twins: true, siblings: [{ born: '2000-01-01' }] };
    const { visible, required } = evaluateForm(definition, input, {
      today,
      caseKey: 'abandoned',
      caseAnswers: {},
    });
    expect([...visible]).toContain('/relationNote');
    expect([...visible]).toContain('/siblings/0/adult');
    expect([...visible]).not.toContain('/mother');
    expect([...visible]).not.toContain('/motherName');
    expect([...required]).toEqual(['/relation', '/relationNote', '/birthDate', '/siblings/0/name']);
  });

  it('leaves membership of units to the server when there is no address book', () => {
    const input = {
      relation: 'father',
      motherName: 'Hoà',
      birthDate: '2026-11-01',
      birthPlace: { province: '99', commune: '1' },
    };
    expect(evaluateForm(definition, input, { today, caseKey: 'ordinary', caseAnswers: {} }).refusals).toEqual(
      [],
    );
  });
});

describe('pagesOf', () => {
  it('leaves out a page on which there is nothing to fill in', () => {
    const withPapers = aFormDefinition({
      fields: [
        ...definition.fields,
        { kind: 'section', key: 'papers', label: 'Giấy tờ' },
        { kind: 'attachment', key: 'paper', label: 'Giấy', component: 'giay' },
      ],
    });
    const { visible } = evaluateForm(withPapers, {}, { today, caseKey: 'abandoned', caseAnswers: {} });
    expect(pagesOf(withPapers).map(({ section }) => section.key)).toContain('papers');
    expect(pagesOf(withPapers, visible).map(({ section }) => section.key)).toEqual(['applicant', 'child']);
  });
});
