import { describe, expect, it } from 'vitest';
import { checkPostalChoice } from './postal-choice.ts';

const both = { intake: true, return: true, source: '12/QĐ-UBND' };

describe('a choice of the post', () => {
  it.each([
    [both, { in: true, out: true }],
    [
      { ...both, intake: false },
      { in: false, out: true },
    ],
    [undefined, { in: false, out: false }],
  ])('is kept where it is offered', (offer, wanted) => {
    expect(checkPostalChoice(offer, wanted)).toEqual({ ok: true, value: null });
  });

  it.each([
    [undefined, { in: true, out: true }, ['/post/sendsPapers', '/post/returnTo']],
    [{ ...both, intake: false }, { in: true, out: true }, ['/post/sendsPapers']],
    [{ ...both, return: false }, { in: true, out: true }, ['/post/returnTo']],
  ])('is refused where it is not, naming what', (offer, wanted, pointers) => {
    const checked = checkPostalChoice(offer, wanted);
    expect(checked).toMatchObject({ refusal: { type: 'dossiers.post-not-offered' } });
    expect(!checked.ok && checked.refusal.fields?.map(({ pointer }) => pointer)).toEqual(pointers);
  });
});
