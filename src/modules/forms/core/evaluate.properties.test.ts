import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlainDate } from '../../../kernel/plain-date.ts';
import { sampleAddressBook } from '../testing/sample-address-book.ts';
import { aFormDefinition } from '../testing/sample-form.ts';
import { evaluateForm } from './evaluate.ts';
import { isAnswerField } from './fields.ts';
import { sensitivePointers } from './sensitive-pointers.ts';

const today = parsePlainDate('2026-11-22');
if (today === undefined) throw new Error('not a day');
const context = { today, caseKey: 'ordinary', caseAnswers: {}, addressBook: sampleAddressBook };
const definition = aFormDefinition();
const keys = definition.fields.filter(isAnswerField).map((field) => field.key);

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    'mother',
    'other',
    'true',
    '2026-11-01',
    '2008-02-29',
    '1995',
    '3,5',
    '072195001234',
    '25459',
    ' ',
  ),
);
const likely = fc.oneof(
  text,
  fc.boolean(),
  fc.double(),
  fc.constant(null),
  fc.array(text, { maxLength: 4 }),
  fc.dictionary(fc.constantFrom('province', 'commune', 'detail', 'on', 'x'), text),
  fc.array(
    fc.dictionary(fc.constantFrom('name', 'identity', 'born', 'adult', 'x'), fc.oneof(text, fc.boolean())),
    { maxLength: 5 },
  ),
);
const plausible = fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string({ maxLength: 6 })), likely);

describe('evaluateForm on any input', () => {
  it('evaluating what it returned changes nothing', () => {
    fc.assert(
      fc.property(plausible, (input) => {
        const { answers } = evaluateForm(definition, input, context);
        expect(evaluateForm(definition, answers, context).answers).toEqual(answers);
      }),
      { numRuns: 2000 },
    );
  });

  it('valid answers stay valid and stay as they are', () => {
    const valid = fc.record(
      {
        relation: fc.constantFrom('mother', 'father'),
        motherName: fc.constantFrom('Trần Thị Hoà', "H'Ben Niê", 'Lê Thị Ý Nhi'),
        birthDate: fc
          .integer({ min: 0, max: 9000 })
          .map((days) => new Date(Date.UTC(2026, 10, 22) - days * 86_400_000).toISOString().slice(0, 10)),
        twins: fc.boolean(),
        weight: fc.integer({ min: 1, max: 7 }),
        motherId: fc.stringMatching(/^\d{12}$/),
      },
      { requiredKeys: ['relation', 'motherName', 'birthDate'] },
    );
    fc.assert(
      fc.property(valid, (input) => {
        const outcome = evaluateForm(definition, input, context);
        expect(outcome.refusals).toEqual([]);
        expect(outcome.answers).toEqual(input);
      }),
    );
  });

  it('never throws on hostile input', () => {
    let deep: unknown = 'end';
    for (let level = 0; level < 50_000; level++) deep = level % 2 === 0 ? [deep] : { siblings: deep };
    const polluted: unknown = JSON.parse(
      '{"__proto__": {"relation": "mother"}, "constructor": {"prototype": {}}}',
    );
    const huge = 'Ầ'.repeat(5_000_000);
    const hostile = [
      deep,
      polluted,
      { siblings: deep, twins: true },
      { motherName: huge, note: huge, copies: [huge] },
    ];
    for (const input of [...hostile, null, undefined, 0, '', [], Number.NaN, () => 1, Symbol.iterator]) {
      expect(evaluateForm(definition, input, context).refusals.length).toBeGreaterThan(0);
    }
    expect(Object.hasOwn(Object.prototype, 'relation')).toBe(false);
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4 }), (input) => void evaluateForm(definition, input, context)),
    );
  });

  it('names every identity number that stays', () => {
    fc.assert(
      fc.property(plausible, (input) => {
        const { answers } = evaluateForm(definition, { ...input, twins: true }, context);
        const found = sensitivePointers(definition, answers);
        expect(found.includes('/motherId')).toBe(answers.motherId !== undefined);
        expect(found.every((pointer) => /^\/(?:motherId|siblings\/\d\/identity)$/.test(pointer))).toBe(true);
      }),
    );
  });
});
