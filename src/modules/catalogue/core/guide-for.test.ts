import { describe, expect, it } from 'vitest';
import { aProcedure } from '../testing/a-procedure.ts';
import { guideFor } from './guide-for.ts';
import { onlineSubmission } from './online-submission.ts';

const twoCases = aProcedure({
  content: {
    cases: [
      { key: 'moi', name: 'Cấp mới', certainty: 'verified' },
      { key: 'lai', name: 'Cấp lại', certainty: 'verified' },
    ],
    components: [
      { key: 'don', name: 'Đơn', mode: 'submit', certainty: 'verified' },
      { key: 'cu', name: 'Giấy cũ', mode: 'submit', cases: ['lai'], certainty: 'verified' },
    ],
    timeLimits: [
      { rule: { unit: 'working-days', amount: 5 }, certainty: 'verified' },
      { cases: ['lai'], rule: { unit: 'working-days', amount: 2 }, certainty: 'verified' },
    ],
    fees: [
      {
        key: 'a',
        name: 'Phí',
        type: 'fee',
        cases: ['moi'],
        rule: { kind: 'fixed', amount: 100 },
        certainty: 'verified',
      },
      {
        key: 'b',
        name: 'Phí',
        type: 'fee',
        cases: ['lai'],
        rule: { kind: 'fixed', amount: 50 },
        certainty: 'verified',
      },
    ],
  },
});
const open = { answers: {}, quantities: {} };

describe('guideFor', () => {
  it('leaves open what is not answered: papers of one case conditional, times and fees by case, no sum', () => {
    const guide = guideFor(twoCases, open);
    expect(guide.chosenCase).toBeUndefined();
    expect(guide.papers.map((paper) => paper.need)).toEqual(['required', 'conditional']);
    expect(guide.times.map(({ limit, cases }) => [limit.rule?.amount, cases?.map((one) => one.key)])).toEqual(
      [
        [5, ['moi']],
        [2, ['lai']],
      ],
    );
    expect(guide.fees.lines.map((line) => line.amount)).toEqual([100, 50]);
    expect(guide.fees.total).toBeUndefined();
  });

  it('tells one case in full', () => {
    const guide = guideFor(twoCases, { ...open, caseKey: 'lai' });
    expect(guide.papers.map((paper) => paper.need)).toEqual(['required', 'required']);
    expect(guide.times).toEqual([{ limit: expect.objectContaining({ cases: ['lai'] }) }]);
    expect(guide.fees.total).toBe(50);
  });

  it('ignores a case that does not exist', () => {
    expect(guideFor(twoCases, { ...open, caseKey: 'khac' }).chosenCase).toBeUndefined();
  });
});

describe('onlineSubmission', () => {
  const ready = { form: true, process: true };
  it.each([
    ['open', aProcedure(), ready],
    ['no-form', aProcedure(), { ...ready, form: false }],
    ['no-process', aProcedure(), { ...ready, process: false }],
    ['not-online', aProcedure({ serviceLevel: 'information' }), ready],
    ['not-online', aProcedure({ content: { channels: ['counter'] } }), ready],
    [
      'elsewhere',
      aProcedure({ routing: { kind: 'ministry', system: 'Hệ thống đăng ký doanh nghiệp' } }),
      ready,
    ],
    ['elsewhere', aProcedure({ routing: { kind: 'mirrored', system: 'Cổng Dịch vụ công quốc gia' } }), ready],
  ])('is %s', (state, version, readiness) => {
    expect(onlineSubmission(version, readiness).state).toBe(state);
  });
});
