import { describe, expect, it } from 'vitest';
import { aFormDefinition } from '../testing/sample-form.ts';
import { pagesOf } from './fields.ts';
import { postedAnswers, withRowChange } from './posted-answers.ts';

const pages = pagesOf(aFormDefinition());
const child = pages.find((page) => page.section.key === 'child')?.fields ?? [];

function read(query: string): Record<string, unknown> {
  return postedAnswers(child, new URLSearchParams(query));
}

describe('postedAnswers', () => {
  it('joins the parts of dates and addresses', () => {
    expect(
      read(
        'birthDate.day=5&birthDate.month=2&birthDate.year=2026&birthPlace.province=80&birthPlace.commune=25459',
      ),
    ).toEqual({
      birthDate: '2026-02-05',
      birthPlace: { province: '80', commune: '25459', communeText: '', detail: '' },
      copies: [],
    });
  });

  it('keeps what is missing of a date visible', () => {
    expect(read('birthDate.day=5&birthDate.year=2026').birthDate).toBe('2026--05');
    expect(read('birthDate.year=2026').birthDate).toBe('2026');
    expect(read('birthDate.day=-5&birthDate.month=ba&birthDate.year=2026').birthDate).toBe('2026-ba-05');
  });

  it('reads rows by their number, also empty ones, and never more than one above the limit', () => {
    expect(read('siblings.rows=2&siblings.1.name=An').siblings).toEqual([{}, { name: 'An' }]);
    expect(read('siblings.rows=1000000').siblings).toHaveLength(4);
    expect(read('siblings.rows=-3').siblings).toEqual([]);
  });

  it('knows no answer of what was not on the page', () => {
    expect(read('note=')).toEqual({ note: '', copies: [] });
  });

  it('adds and takes rows', () => {
    const answers = { siblings: [{ name: 'An' }, { name: 'Bình' }] };
    expect(withRowChange(child, answers, 'add:siblings').siblings).toEqual([
      { name: 'An' },
      { name: 'Bình' },
      {},
    ]);
    expect(withRowChange(child, answers, 'remove:siblings:0').siblings).toEqual([{ name: 'Bình' }]);
    expect(withRowChange(child, answers, 'remove:note:0')).toEqual(answers);
  });
});
