import { describe, expect, it } from 'vitest';
import { parseFormDefinition } from './parse-definition.ts';

const section = { kind: 'section', key: 'start', label: 'Bắt đầu' };
const text = { kind: 'text', key: 'first', label: 'Ô thứ nhất' };

function faults(
  fields: readonly unknown[],
  changes: Readonly<Record<string, unknown>> = {},
): readonly string[] {
  const parsed = parseFormDefinition({
    code: 'mau',
    procedureCode: '9.000001',
    name: 'Mẫu',
    validFrom: '2025-07-01',
    source: 'tests',
    certainty: 'unchecked',
    fields,
    ...changes,
  });
  if (parsed.ok) return [];
  return (parsed.refusal.fields ?? []).map((field) => `${field.pointer} ${field.params?.message}`);
}

describe('parseFormDefinition', () => {
  it('accepts a list that begins with a section', () => {
    expect(faults([section, text])).toEqual([]);
  });

  it('refuses a list that does not', () => {
    expect(faults([text, section])).toEqual(['/fields/0 the list begins with a section']);
  });

  it('refuses conditions that look forward, at themselves or outside the form', () => {
    const visibleWhen = { '==': [{ var: 'first' }, 'x'] };
    expect(faults([section, { ...text, visibleWhen }])).toEqual([
      '/fields/1/visibleWhen var "first" is not an earlier field',
    ]);
    expect(faults([section, { ...text, requiredWhen: { '!': { var: '__proto__' } } }])).toEqual([
      '/fields/1/requiredWhen var "__proto__" is not an earlier field',
    ]);
  });

  it('lets conditions see the case, the questions that led to it and the day', () => {
    const seen = { or: [{ var: '$case' }, { var: '$question.hoan-canh' }, { var: '$today' }] };
    expect(faults([section, { ...text, visibleWhen: seen }])).toEqual([]);
    expect(faults([section, { ...text, visibleWhen: { '!': { var: '$actor' } } }])).toHaveLength(1);
  });

  it('refuses operators that are not on the list, also deep inside', () => {
    const requiredWhen = { and: [true, { '!': { map: [{ var: '$case' }, true] } }] };
    expect(faults([section, { ...text, requiredWhen }])).toEqual([
      '/fields/1/requiredWhen the operator map is not allowed',
    ]);
  });

  it('refuses taken keys, crossed bounds, repeated options and unknown settings', () => {
    expect(faults([section, text, text])).toEqual(['/fields/2/key the key first is taken']);
    expect(faults([section, { ...text, key: 'constructor' }])).toEqual([
      '/fields/1/key the key constructor is taken',
    ]);
    expect(faults([section, { kind: 'number', key: 'n', label: 'Số', min: 3, max: 2 }])).toEqual([
      '/fields/1/max max is below min',
    ]);
    const option = { value: 'a', label: 'A' };
    expect(faults([section, { kind: 'choice', key: 'c', label: 'Chọn', options: [option, option] }])).toEqual(
      ['/fields/1/options two options have one value'],
    );
    expect(faults([section, { ...text, pattern: '.*' }])).toHaveLength(1);
  });

  it('refuses an address that follows a field which is not an earlier date', () => {
    expect(faults([section, text, { kind: 'address', key: 'a', label: 'Nơi ở', at: 'first' }])).toEqual([
      '/fields/2/at first is not an earlier date field',
    ]);
  });

  it('refuses validity that ends before it begins', () => {
    expect(faults([section, text], { validTo: '2025-07-01' })).toHaveLength(1);
  });
});
