import { describe, expect, it } from 'vitest';
import { isMissing, paperState } from './paper-state.ts';

const clean = { fileId: '1', name: 'a.pdf', size: 1 };
const infected = { ...clean, hold: { why: 'infected', isShut: true } } as const;
const waiting = { ...clean, hold: { why: 'waiting', isShut: false } } as const;

describe('the state of a paper of a draft', () => {
  it.each([
    ['upload', [], 'upload', true],
    ['maybe', [], 'maybe', false],
    ['upload', [clean], 'given', false],
    ['upload', [waiting], 'given', false],
    ['upload', [clean, infected], 'infected', true],
    ['maybe', [infected], 'infected', true],
  ] as const)('asked for as %s with %j is %s', (kind, files, state, missing) => {
    expect([paperState({ kind, files }), isMissing({ kind, files })]).toEqual([state, missing]);
  });
});
