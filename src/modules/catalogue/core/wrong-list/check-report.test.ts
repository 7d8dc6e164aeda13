import { describe, expect, it } from 'vitest';
import { aProcedure } from '../../testing/a-procedure.ts';
import { checkReport, standingOf } from './check-report.ts';
import { answerWrongListInput, reportWrongListInput } from './report-inputs.ts';

const { content } = aProcedure({
  content: {
    components: [{ key: 'giay-chung-sinh', name: 'Giấy chứng sinh', mode: 'submit', certainty: 'verified' }],
  },
});

describe('what may be reported', () => {
  it.each([
    [{ part: 'paper', componentKey: 'giay-chung-sinh' }, undefined],
    [{ part: 'paper' }, undefined],
    [{ part: 'fee' }, undefined],
    [{ part: 'paper', componentKey: 'so-ho-khau' }, 'catalogue.report-unknown-paper'],
    [{ part: 'fee', componentKey: 'giay-chung-sinh' }, 'catalogue.report-paper-without-papers'],
  ] as const)('%j → %s', (wanted, type) => {
    const checked = checkReport(wanted, content);
    expect(checked.ok ? undefined : checked.refusal.type).toBe(type);
    if (!checked.ok) expect(checked.refusal.fields).toEqual([{ pointer: '/componentKey', type }]);
  });

  const versionId = '019ac000-0000-7000-8000-000000000001';
  it.each([
    ['too little to act on', { versionId, part: 'fee', text: '   sai   ' }],
    ['more than a page', { versionId, part: 'fee', text: 'x'.repeat(4001) }],
    ['a part nobody knows', { versionId, part: 'màu giấy', text: 'Mức lệ phí ghi sai' }],
    ['a field nobody knows', { versionId, part: 'fee', text: 'Mức lệ phí ghi sai', name: 'A' }],
    ['nothing', {}],
  ])('refuses %s', (_, input) => {
    expect(reportWrongListInput.safeParse(input).success).toBe(false);
  });

  it('wants a reason with every answer', () => {
    const answer = { reportId: versionId, answer: 'rejected', text: '  ' };
    expect(answerWrongListInput.safeParse(answer).success).toBe(false);
  });
});

describe('where a report stands', () => {
  const dueAt = new Date('2026-11-26T17:00:00+07:00');
  const before = new Date(dueAt.getTime() - 1);
  const after = new Date(dueAt.getTime() + 1);
  it.each([
    [null, before, 'open'],
    [null, dueAt, 'open'],
    [null, after, 'overdue'],
    [dueAt, after, 'inTime'],
    [after, after, 'late'],
  ] as const)('answered %s, seen %s: %s', (answeredAt, now, standing) => {
    expect(standingOf({ dueAt, answeredAt }, now)).toBe(standing);
  });
});
