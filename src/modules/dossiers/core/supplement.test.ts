import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { checkAnswer, checkSupplement, type SupplementFacts } from './supplement.ts';

const facts: SupplementFacts = {
  listed: [
    { key: 'ban-ve', name: 'Bản vẽ', need: 'required' },
    { key: 'cam-ket', name: 'Bản cam kết', need: 'conditional' },
    { key: 'la', name: 'Giấy lạ', need: 'unverified' },
  ],
  earlier: 0,
  lawful: 1,
  today: '2026-11-23',
  latest: '2027-02-21',
};
const item = (componentKey: string, reason = 'Thiếu mặt bằng thoát nước') => ({ componentKey, reason });
const ask = { items: [item('ban-ve')], answerBy: '2026-12-07' as PlainDate };

describe('a request for supplement', () => {
  it('may name several papers of the list, once and whole', () => {
    const wanted = { ...ask, items: [item('ban-ve'), item('cam-ket')] };
    expect(checkSupplement(wanted, facts)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['a paper outside the list', { items: [item('ho-khau')] }, {}, 'dossiers.component-not-listed'],
    ['a paper in free words', { unlisted: 'Sổ hộ khẩu' }, {}, 'dossiers.component-not-listed'],
    ['nothing at all', { items: [] }, {}, 'dossiers.supplement-empty'],
    ['a second one where one is lawful', {}, { earlier: 1 }, 'dossiers.supplement-limit'],
    ['one where none is lawful', {}, { lawful: 0 }, 'dossiers.supplement-limit'],
  ])('is refused for %s', (_, wanted, more, type) => {
    expect(checkSupplement({ ...ask, ...wanted }, { ...facts, ...more })).toMatchObject({
      ok: false,
      refusal: { type },
    });
  });

  it.each([
    ['an unverified paper', { items: [item('la')] }, '/items/0/reason', 'dossiers.supplement-unverified'],
    [
      'a paper twice',
      { items: [item('ban-ve'), item('ban-ve')] },
      '/items/1/reason',
      'dossiers.supplement-twice',
    ],
    [
      'a reason that says nothing',
      { items: [item('ban-ve', 'thiếu')] },
      '/items/0/reason',
      'dossiers.supplement-reason',
    ],
    [
      'today as the last day',
      { answerBy: '2026-11-23' as PlainDate },
      '/answerBy',
      'dossiers.supplement-day',
    ],
    [
      'a day beyond all sense',
      { answerBy: '2027-02-22' as PlainDate },
      '/answerBy',
      'dossiers.supplement-day',
    ],
  ])('is refused for %s, at its field', (_, wanted, pointer, type) => {
    expect(checkSupplement({ ...ask, ...wanted }, facts)).toMatchObject({
      ok: false,
      refusal: { fields: [expect.objectContaining({ pointer, type })] },
    });
  });

  it('may come a second time where the law allows two', () => {
    expect(checkSupplement(ask, { ...facts, earlier: 1, lawful: 2 }).ok).toBe(true);
    expect(checkSupplement(ask, { ...facts, earlier: 2, lawful: 2 }).ok).toBe(false);
  });
});

describe('an answer to it', () => {
  const items = [
    { key: 'ban-ve', name: 'Bản vẽ' },
    { key: 'cam-ket', name: 'Bản cam kết' },
  ];

  it('needs a file for every paper, or a word why not', () => {
    expect(checkAnswer(items, new Set(['ban-ve', 'cam-ket']), undefined).ok).toBe(true);
    expect(checkAnswer(items, new Set(['ban-ve']), 'Nhà liền kề không còn người ở').ok).toBe(true);
    expect(checkAnswer(items, new Set(['ban-ve']), 'không')).toMatchObject({
      refusal: { fields: [{ pointer: '/items/cam-ket', params: { name: 'Bản cam kết' } }] },
    });
  });
});
