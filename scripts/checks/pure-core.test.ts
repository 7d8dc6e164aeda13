import { describe, expect, it } from 'vitest';
import { fixtures } from './fixture.ts';
import { checkPureCore } from './pure-core.ts';

const fixture = fixtures();

describe('pure core', () => {
  it.each([
    'export const now = () => Date.now();',
    'export const now = () => new Date();',
    'export const now = Date();',
    'export const roll = () => Math.random();',
    'export const id = () => crypto.randomUUID();',
    'export const mode = process.env.MODE;',
    'export const t = () => performance.now();',
    'export const get = () => fetch("/");',
    'export const wait = () => setTimeout(() => {}, 1);',
  ])('catches %s', (text) => {
    const root = fixture({ 'src/modules/process/core/decide.ts': `// first line\n${text}\n` });
    expect(checkPureCore(root)).toEqual([
      expect.stringMatching(/^pure-core: src\/modules\/process\/core\/decide\.ts:2 /),
    ]);
  });

  it('lets dates be parsed, own names be used, and tests and other folders be', () => {
    const root = fixture({
      'src/kernel/day.ts': 'export const day = (text: string) => new Date(text).getTime();',
      'src/modules/process/core/own.ts':
        'export const size = (document: { size: number }, { process }: { process: { n: number } }) => document.size + process.n;',
      'src/modules/process/core/decide.test.ts': 'export const now = Date.now();',
      'src/modules/process/store/save.ts': 'export const now = Date.now();',
    });
    expect(checkPureCore(root)).toEqual([]);
  });
});
