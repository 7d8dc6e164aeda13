import fc from 'fast-check';
import type { ProcessTable } from '../core/flow/process-table.ts';
import type { Choice, PerformedStep, Step } from '../core/flow/step.ts';
import type { StepTimer } from '../core/flow/step-timer.ts';
import { aStep, aWait } from './builders.ts';

const timers: fc.Arbitrary<readonly StepTimer[]> = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom('nhac', 'bao-cao', 'im-lang'),
    kind: fc.constantFrom('warn', 'escalate', 'proceed'),
    at: fc.oneof(
      fc.record({ share: fc.constantFrom(0.5, 0.75, 1) }),
      fc.record({ hours: fc.constantFrom(0.5, 4, 16) }),
      fc.record({ beforeDue: fc.constantFrom(1, 8) }),
    ),
  }),
  { selector: ({ key }) => key, maxLength: 2 },
);

const performed = fc.record({
  kind: fc.constantFrom<PerformedStep['kind']>('work', 'work', 'sign', 'issue'),
  hours: fc.constantFrom(0, 0.5, 4, 16),
  timers,
  performer: fc.constantFrom<PerformedStep['performer']>(
    { unit: 'oneStop', role: 'oneStopOfficer' },
    { unit: { section: 'economy' }, role: 'specialist', rule: 'roundRobin' },
    { unit: { agency: 'so-xay-dung' }, role: 'leader', post: 'giam-doc' },
  ),
  coordinators: fc.constantFrom<PerformedStep['coordinators']>(undefined, [
    { unit: { agency: 'cong-an' }, role: 'specialist' },
  ]),
  output: fc.constantFrom(undefined, 'Dự thảo "A" & <B>'),
});

/** One row, without a place yet: a wait, or a step that somebody performs. */
const row = fc.oneof(
  { weight: 4, arbitrary: performed },
  { weight: 1, arbitrary: fc.constant('wait' as const) },
);

const stage = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('one' as const), row }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('parallel' as const),
      branches: fc.array(fc.array(row, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('choice' as const),
      by: fc.constantFrom('performer' as const, 'rules' as const),
      ways: fc.array(fc.array(row, { maxLength: 2 }), { minLength: 2, maxLength: 3 }),
      again: fc.boolean(),
    }),
  },
);

type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;
type Stage = typeof stage extends fc.Arbitrary<infer T> ? T : never;

/** Random tables with everything a table can say: waits, clocks, parallel parts, choices by people and by rules. */
export const arbitraryTable: fc.Arbitrary<ProcessTable> = fc
  .array(stage, { minLength: 1, maxLength: 5 })
  .map((stages) => ({
    steps: [
      aStep({ key: 'tiep-nhan', kind: 'intake' }),
      ...stages.flatMap(rowsOf),
      aStep({ key: 'tra', kind: 'return', hours: 0 }),
    ],
  }));

function rowsOf(made: Stage, at: number): readonly Step[] {
  if (made.kind === 'one') return [toStep(made.row, `b${at}`)];
  if (made.kind === 'parallel')
    return made.branches.flatMap((rows, branch) =>
      rows.map((each, index) => ({
        ...toStep(each, `b${at}-${branch}-${index}`),
        together: `nhom-${at}`,
        ...(rows.length > 1 && { branch: `nhanh-${branch}` }),
      })),
    );
  const again: Choice[] =
    made.again && made.by === 'performer' ? [{ key: 'lai', label: 'Lại', to: `b${at}` }] : [];
  const choices = [
    ...made.ways.map((_rows, way): Choice => {
      const ruled = made.by === 'rules' && way > 0;
      const when = { '==': [{ var: 'case' }, way === 1 ? 'a' : 'b'] } as const;
      return { key: `cach-${way}`, label: `Cách ${way}`, ...(ruled && { when }) };
    }),
    ...again,
  ];
  return [
    aStep({ key: `b${at}`, choices }),
    ...made.ways.flatMap((rows, way) =>
      rows.map((each, index) => ({ ...toStep(each, `b${at}-${way}-${index}`), branch: `cach-${way}` })),
    ),
  ];
}

function toStep(made: Row, key: string): Step {
  if (made === 'wait') return aWait({ key, hours: 40 });
  const { coordinators, output, timers: clocks, ...more } = made;
  return aStep({
    key,
    ...more,
    ...(clocks.length > 0 && { timers: clocks }),
    ...(coordinators && { coordinators }),
    ...(output !== undefined && { output }),
  });
}
