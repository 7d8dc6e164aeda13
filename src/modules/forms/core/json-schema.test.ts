import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parsePlainDate } from '../../../kernel/plain-date.ts';
import { sampleAddressBook } from '../testing/sample-address-book.ts';
import { aFormDefinition } from '../testing/sample-form.ts';
import cases from './evaluate.cases.json' with { type: 'json' };
import { evaluateForm } from './evaluate.ts';
import { jsonSchemaOf } from './json-schema.ts';

const today = parsePlainDate('2026-11-22');
if (today === undefined) throw new Error('not a day');
const definition = aFormDefinition();
const validate = new Ajv2020({ strict: true, keywords: ['x-visibleWhen', 'x-requiredWhen'] }).compile(
  jsonSchemaOf(definition),
);

describe('jsonSchemaOf', () => {
  it('is a schema of the 2020-12 dialect', () => {
    const ajv = new Ajv2020();
    expect(ajv.validateSchema(jsonSchemaOf(definition))).toBe(true);
  });

  for (const { name, answers, caseKey = 'ordinary' } of cases) {
    it(`agrees with the form: ${name}`, () => {
      const outcome = evaluateForm(definition, answers, {
        today,
        caseKey,
        caseAnswers: {},
        addressBook: sampleAddressBook,
      });
      if (outcome.refusals.length === 0)
        expect(validate(outcome.answers), JSON.stringify(validate.errors)).toBe(true);
      if (outcome.refusals.some((refusal) => sayable.has(refusal.type)))
        expect(validate(answers)).toBe(false);
    });
  }
});

/** What the schema can say too; the rest depends on the day, the case, the units or other answers. */
const sayable = new Set([
  'forms.identity-number',
  'forms.not-a-number',
  'forms.below-min',
  'forms.above-max',
  'forms.not-an-integer',
  'forms.choice-not-listed',
  'forms.too-many-rows',
  'forms.unknown-field',
  'forms.wrong-shape',
  'forms.date-incomplete',
]);
