import { describe, expect, it } from 'vitest';
import { type AskedOpinion, missingOpinions, opinionState } from './opinions.ts';

const asked: AskedOpinion = {
  for_task_id: 'main',
  mandatory: true,
  silence_consents: false,
  due_at: new Date('2026-11-25T10:00:00Z'),
  closed_as: null,
};
const before = new Date('2026-11-25T09:59:59Z');
const at = asked.due_at;

describe('opinions a step waits for', () => {
  it.each([
    ['a mandatory one, also when it is late', {}, at, 1],
    ['none that may be left out', { mandatory: false }, before, 0],
    ['none that was answered', { closed_as: 'answered' }, before, 0],
    ['none of another step', { for_task_id: 'other' }, before, 0],
    ['one whose silence will consent, until it does', { silence_consents: true }, before, 1],
    ['none whose silence consents, from the due time on', { silence_consents: true }, at, 0],
  ] as const)('%s', (_, change, now, count) => {
    expect(missingOpinions([{ ...asked, ...change }], 'main', now)).toHaveLength(count);
  });

  it('says how one stands', () => {
    expect(opinionState(asked, before)).toBe('open');
    expect(opinionState(asked, at)).toBe('overdue');
    expect(opinionState({ ...asked, silence_consents: true }, at)).toBe('silence');
    expect(opinionState({ ...asked, closed_as: 'withdrawn' }, at)).toBe('withdrawn');
  });
});
