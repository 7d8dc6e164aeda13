import { describe, expect, it } from 'vitest';
import { checkPartChange, checkSettled, choosePartsOf } from './parts.ts';

const procedures = [
  { code: '1.004222', name: 'Đăng ký thường trú' },
  { code: '1.014137', name: 'Cấp thẻ bảo hiểm y tế' },
];
const own = { procedures, isWhole: false };

describe('what a dossier carries', () => {
  it('is what was chosen, in the order of the group', () => {
    expect(choosePartsOf(own, ['1.014137', '1.004222'])).toEqual({ ok: true, value: procedures });
    expect(choosePartsOf(own, undefined)).toEqual({ ok: true, value: [] });
    expect(choosePartsOf(undefined, undefined)).toEqual({ ok: true, value: [] });
  });

  it('is the whole group where the procedure stands for it, whatever was chosen', () => {
    expect(choosePartsOf({ procedures, isWhole: true }, [])).toEqual({ ok: true, value: procedures });
  });

  it.each([[own], [undefined]])('is nothing that the list does not name', (group) => {
    expect(choosePartsOf(group, ['9.999999'])).toMatchObject({
      refusal: { type: 'dossiers.part-not-offered', params: { code: '9.999999' } },
    });
  });
});

describe('how far one of them is', () => {
  it.each([
    ['waiting', 'sent', true],
    ['waiting', 'done', true],
    ['waiting', 'refused', true],
    ['sent', 'done', true],
    ['sent', 'refused', true],
    ['sent', 'sent', false],
    ['done', 'refused', false],
    ['refused', 'done', false],
  ] as const)('goes from %s to %s: %s', (state, wanted, may) => {
    expect(checkPartChange(state, wanted).ok).toBe(may);
  });

  it('keeps the result of the dossier until each is over', () => {
    const part = (name: string, state: 'sent' | 'done' | 'refused') => ({ name, state });
    expect(checkSettled([part('a', 'done'), part('b', 'refused')]).ok).toBe(true);
    expect(checkSettled([part('a', 'done'), part('b', 'sent')])).toMatchObject({
      refusal: { type: 'dossiers.parts-open', params: { names: 'b' } },
    });
  });
});
