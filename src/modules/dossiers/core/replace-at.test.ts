import { describe, expect, it } from 'vitest';
import { replaceAt } from './replace-at.ts';

describe('replacing texts by pointer', () => {
  it('reaches into rows and leaves the original alone', () => {
    const answers = { id: '1', rows: [{ id: '2', name: 'a' }, { name: 'b' }], 'a/b': '3' };
    const sealed = replaceAt(
      answers,
      ['/id', '/rows/0/id', '/rows/1/id', '/a~1b', '/none/there'],
      (text) => `<${text}>`,
    );
    expect(sealed).toEqual({ id: '<1>', rows: [{ id: '<2>', name: 'a' }, { name: 'b' }], 'a/b': '<3>' });
    expect(answers.id).toBe('1');
  });

  it('passes over empty texts and leaves out what is not text', () => {
    expect(replaceAt({ a: '', b: 7 }, ['/a', '/b'], () => 'x')).toEqual({ a: '' });
  });
});
