import { describe, expect, it } from 'vitest';
import { metPreconditions, type PreconditionFacts } from './preconditions.ts';

const nothing: PreconditionFacts = {
  components: [{ need: 'required', byForm: false, isChecked: false }],
  fee: { due: 75_000, collected: 0 },
  resultFiles: 0,
  missingOpinions: 1,
};

describe('what a step may demand before it goes forward', () => {
  it('holds nothing of a dossier with which nothing was done', () => {
    expect(metPreconditions(nothing)).toEqual([]);
  });

  it.each([
    ['papers-checked', { components: [{ need: 'required', byForm: false, isChecked: true }] }],
    ['papers-checked', { components: [{ need: 'required', byForm: true, isChecked: false }] }],
    ['papers-checked', { components: [{ need: 'conditional', byForm: false, isChecked: false }] }],
    ['fee-settled', { fee: { due: 75_000, collected: 75_000 } }],
    ['fee-settled', { fee: { due: 0, collected: 0 } }],
    ['fee-settled', { fee: { due: undefined, collected: 1 } }],
    ['result-file', { resultFiles: 1 }],
    ['opinions-in', { missingOpinions: 0 }],
  ] as const)('%s holds by %o alone', (precondition, facts) => {
    expect(metPreconditions({ ...nothing, ...facts })).toEqual([precondition]);
  });

  it('takes no half of a fee for the whole', () => {
    expect(metPreconditions({ ...nothing, fee: { due: 75_000, collected: 74_999 } })).toEqual([]);
    expect(metPreconditions({ ...nothing, fee: { due: undefined, collected: 0 } })).toEqual([]);
  });
});
