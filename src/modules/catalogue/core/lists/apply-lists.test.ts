import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { aWholeText } from '../../testing/a-whole-text.ts';
import { feeFor } from '../fee-for.ts';
import { timeLimitFor } from '../time-limit-for.ts';
import { applyLists } from './apply-lists.ts';
import type { ListFacts } from './list-entry.ts';
import { groupOffer, paperlessBy, postOffer } from './offered.ts';

const thursday = '2026-11-26' as PlainDate;
const verified = { certainty: 'verified' as const };

function applied(facts: ListFacts, more: Parameters<typeof aWholeText>[0] = {}, on = thursday) {
  const { content } = aWholeText(more);
  return { content: applyLists(content, [{ facts, source: '12/QĐ-UBND' }], on) };
}

describe('a text under the lists of a day', () => {
  it('is settled sooner online and as before at the counter, case by case', () => {
    const timeLimits = [
      { rule: { unit: 'working-days' as const, amount: 10 }, ...verified },
      { rule: { unit: 'working-days' as const, amount: 20 }, cases: ['kho'], ...verified },
      { rule: { unit: 'same-day' as const }, cases: ['ngay'], ...verified },
    ];
    const text = applied({ list: 'onlineTime', percent: 25 }, { timeLimits });
    const days = (key: string, channel: 'online' | 'counter') =>
      timeLimitFor(text, key, channel)?.rule?.amount;
    expect([days('chung', 'online'), days('chung', 'counter')]).toEqual([8, 10]);
    expect([days('kho', 'online'), days('kho', 'counter')]).toEqual([15, 20]);
    expect(timeLimitFor(text, 'ngay', 'online')?.rule?.unit).toBe('same-day');
    expect(timeLimitFor(text, 'chung', 'online')?.note).toBe('12/QĐ-UBND');
  });

  it('costs less online, of the fees it names', () => {
    const fee = (key: string) => ({
      key,
      name: key,
      type: 'fee' as const,
      rule: { kind: 'fixed' as const, amount: 1000 },
      ...verified,
    });
    const facts = { list: 'onlineFee', rule: { kind: 'percent', percent: 50 }, fees: ['mot'] } as const;
    const text = applied({ ...facts, fees: [...facts.fees] }, { fees: [fee('mot'), fee('hai')] });
    expect(feeFor(text, 'chung', 'online').total).toBe(1500);
    expect(feeFor(text, 'chung', 'counter').total).toBe(2000);
  });

  it('is offered by post or not as the post list says', () => {
    expect(applied({ list: 'post', intake: true, return: true }).content.channels).toContain('post');
    const closed = applied({ list: 'post', intake: false, return: true }, { channels: ['counter', 'post'] });
    expect(closed.content).toMatchObject({
      channels: ['counter'],
      publicPost: { intake: false, return: true },
    });
  });

  it('asks for no sheet of paper on a paperless day, and still shows what is shown', () => {
    const components = [
      { key: 'don', name: 'Đơn', mode: 'submit' as const, originals: 1, copies: 2, ...verified },
      { key: 'the', name: 'Thẻ', mode: 'present' as const, originals: 1, ...verified },
    ];
    const onThursdays = { list: 'paperless' as const, weekdays: [4] };
    const [form, card] = applied(onThursdays, { components }).content.components;
    expect(form).toEqual(expect.objectContaining({ digitisable: true }));
    expect(form).not.toHaveProperty('originals');
    expect(card).toMatchObject({ originals: 1 });
    const friday = applied(onThursdays, { components }, '2026-11-27' as PlainDate);
    expect(friday.content.components[0]).toMatchObject({ originals: 1, copies: 2 });
    expect(applied({ list: 'paperless' }, { components }).content.components[0]).not.toHaveProperty('copies');
  });

  it('offers the post and the procedures of a group by the decision that says so', () => {
    const version = (facts: ListFacts) => ({
      ...aWholeText(),
      ...applied(facts),
      lists: [{ facts, source: '12/QĐ-UBND' }],
    });
    expect(postOffer(version({ list: 'post', intake: false, return: true }))).toEqual({
      intake: false,
      return: true,
      source: '12/QĐ-UBND',
    });
    expect(postOffer(version({ list: 'post', intake: false, return: false }))).toBeUndefined();
    const { code } = aWholeText();
    const procedures = [{ code }, { code: '1.004222', agency: 'Công an cấp xã' }];
    const group = version({ list: 'interconnected', kind: 'group', procedures });
    expect(groupOffer(group)).toEqual({
      procedures: [procedures[1]],
      isWhole: false,
      source: '12/QĐ-UBND',
    });
    const whole = version({ list: 'interconnected', kind: 'group', procedures: procedures.slice(1) });
    expect(groupOffer(whole)).toMatchObject({ isWhole: true });
    expect(groupOffer(version({ list: 'interconnected', kind: 'same-level' }))).toBeUndefined();
    // Named twice by a slip of the hand, it is carried once.
    const twice = version({
      list: 'interconnected',
      kind: 'group',
      procedures: [...procedures, ...procedures],
    });
    expect(groupOffer(twice)?.procedures).toEqual([procedures[1]]);
    expect(paperlessBy(version({ list: 'paperless', weekdays: [4] }), thursday)).toBe('12/QĐ-UBND');
    expect(paperlessBy(version({ list: 'paperless', weekdays: [5] }), thursday)).toBeUndefined();
  });

  it('tells how it is interconnected and changes nothing for being essential', () => {
    const group = applied({ list: 'interconnected', kind: 'group', name: 'Khai sinh – thường trú' });
    expect(group.content.interconnection).toEqual({ kind: 'group', name: 'Khai sinh – thường trú' });
    expect(applied({ list: 'essential' }).content).toEqual(aWholeText().content);
  });
});
