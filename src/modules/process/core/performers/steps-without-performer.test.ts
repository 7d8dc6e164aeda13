import { describe, expect, it } from 'vitest';
import type { Role } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { Unit, UnitDirectory } from '../../../identity/public.ts';
import type { Step } from '../flow/step.ts';
import { findStepsWithoutPerformer } from './steps-without-performer.ts';

const id = (text: string) => text as Id<'unit'>;
const today = '2026-11-26' as PlainDate;
const unit = (text: string): Unit => ({
  id: id(text),
  key: text,
  name: text,
  tier: 'commune',
  kind: 'section',
  validFrom: '2025-07-01' as PlainDate,
});

/** Two communes with a counter each; only the first has a section of economy. */
const units: Pick<
  UnitDirectory,
  'successorOn' | 'heirFor' | 'findSubUnit' | 'nearestSubUnit' | 'byKey' | 'unitOn'
> = {
  successorOn: (unitId) => unit(unitId),
  heirFor: (unitId) => unit(unitId),
  unitOn: (unitId) => unit(unitId),
  byKey: (key) => (key === 'tax' ? unit('tax') : undefined),
  nearestSubUnit: (parentId) => unit(`${parentId}/counter`),
  findSubUnit: (parentId) => (parentId === 'a' ? unit('a/economy') : undefined),
};

const steps: readonly Step[] = [
  { key: 'in', name: 'in', kind: 'intake', hours: 1, performer: { unit: 'oneStop', role: 'oneStopOfficer' } },
  {
    key: 'do',
    name: 'do',
    kind: 'work',
    hours: 8,
    performer: { unit: { section: 'economy' }, role: 'specialist' },
  },
  { key: 'tax', name: 'tax', kind: 'wait', wait: { message: 'tax' } },
  { key: 'sign', name: 'sign', kind: 'sign', hours: 8, performer: { unit: 'competent', role: 'leader' } },
];

const staffedIn =
  (...held: readonly string[]) =>
  (unitId: Id<'unit'>, role: Role) =>
    held.includes(`${unitId} ${role}`);
const gaps = (held: readonly string[], competent: readonly string[]) =>
  findStepsWithoutPerformer(units, staffedIn(...held), steps, competent.map(id), today).map(
    ({ stepKey, unitId, role, isUnitMissing }) =>
      `${stepKey}: ${role} in ${unitId}${isUnitMissing ? ' (none)' : ''}`,
  );

describe('steps nobody can do', () => {
  it('none where every role is held', () => {
    expect(gaps(['a/counter oneStopOfficer', 'a/economy specialist', 'a leader'], ['a'])).toEqual([]);
  });

  it('names the role and the unit it is missing in; a wait needs nobody', () => {
    expect(gaps(['a/counter oneStopOfficer'], ['a'])).toEqual([
      'do: specialist in a/economy',
      'sign: leader in a',
    ]);
  });

  it('a role held in another unit does not help', () => {
    expect(gaps(['b/counter oneStopOfficer', 'a/economy specialist', 'a leader'], ['a'])).toEqual([
      'in: oneStopOfficer in a/counter',
    ]);
  });

  it('looks at each agency that decides, and says when it has no such section', () => {
    expect(gaps(['b/counter oneStopOfficer', 'b leader'], ['b'])).toEqual(['do: specialist in b (none)']);
  });
});
