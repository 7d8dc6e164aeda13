import { describe, expect, it } from 'vitest';
import { tieBetween } from './second-person.ts';

const origin = (accountId: string, ...makers: string[]) => ({ accountId, makers: new Set(makers) });

describe('a second person', () => {
  it('is one where neither made the other and nobody made both', () => {
    expect(tieBetween(origin('a'), origin('b'))).toBe('none');
    expect(tieBetween(origin('a', 'x'), origin('b', 'y'))).toBe('none');
  });

  it('is none where one made the other, whichever asks', () => {
    expect(tieBetween(origin('a'), origin('b', 'a'))).toBe('made');
    expect(tieBetween(origin('b', 'a'), origin('a'))).toBe('made');
  });

  it('is related where a third made both', () => {
    expect(tieBetween(origin('b', 'a'), origin('c', 'x', 'a'))).toBe('related');
  });
});
