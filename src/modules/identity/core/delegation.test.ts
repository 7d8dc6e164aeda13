import { expect, test } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type DelegationFacts, giveDelegationInput, refusedDelegation } from './delegation.ts';
import { lentActs } from './lent-posts.ts';

const chair = '0198a000-0000-7000-8000-000000000001';
const other = '0198a000-0000-7000-8000-000000000002';

/** The chairman lends the signing of results to the chief of the office. */
const facts: DelegationFacts = {
  today: '2026-11-23' as PlainDate,
  principal: { personId: chair as Id<'person'>, title: 'Chủ tịch', signatureLines: ['CHỦ TỊCH'] },
  giver: chair as Id<'person'>,
  held: lentActs,
  delegate: [
    { title: 'Chánh Văn phòng', signatureLines: ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'], isSamePlace: false },
  ],
};
const deputy = [{ title: 'Phó', signatureLines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], isSamePlace: true }];

function wanted(more: object) {
  return giveDelegationInput.parse({
    kind: 'authorised',
    principalPostId: chair,
    delegatePersonId: other,
    decisionNumber: '15/QĐ-UBND',
    decisionOn: '2026-11-20',
    fromOn: '2026-11-23',
    lastOn: '2026-11-25',
    acts: ['result'],
    ...more,
  });
}

const attempts: readonly [string, object, Partial<DelegationFacts>, string | undefined, string?][] = [
  ['as it should be', {}, {}, undefined],
  ['for one day', { lastOn: '2026-11-23' }, {}, undefined],
  ['by a decision of tomorrow', { decisionOn: '2026-11-24' }, {}, 'decision-in-future', '/decisionOn'],
  ['before its decision', { fromOn: '2026-11-19' }, {}, 'before-decision', '/fromOn'],
  ['with days in disorder', { lastOn: '2026-11-22' }, {}, 'days-reversed', '/lastOn'],
  ['for days gone by', { fromOn: '2026-11-20', lastOn: '2026-11-22' }, {}, 'days-over', '/lastOn'],
  ['to oneself', { delegatePersonId: chair }, {}, 'delegation-to-self', '/delegatePersonId'],
  ['passed on to oneself', {}, { giver: other as Id<'person'> }, 'delegation-to-self', '/delegatePersonId'],
  ['to a stranger', {}, { delegate: [] }, 'delegation-to-stranger', '/delegatePersonId'],
  ['what the post has not', {}, { held: ['work', 'assign'] }, 'delegation-not-held', '/acts'],
  [
    'work by who leads nobody',
    { acts: ['work'] },
    { held: ['work'] },
    'delegation-not-leading',
    '/principalPostId',
  ],
  ['work by who gives work out', { acts: ['work'] }, { held: ['work', 'assign'] }, undefined],
  ['ký thay to who is no deputy', { kind: 'signingFor' }, {}, 'delegation-not-deputy', '/delegatePersonId'],
  ['ký thay to the deputy', { kind: 'signingFor' }, { delegate: deputy }, undefined],
  [
    'ký thay of work',
    { kind: 'signingFor', acts: ['work'] },
    { delegate: deputy },
    'deputy-signs-only',
    '/acts',
  ],
  ['signing, to be passed on', { mayPassOn: true }, {}, 'signing-not-passed-on', '/mayPassOn'],
  ['work, to be passed on', { mayPassOn: true, acts: ['work', 'assign'] }, {}, undefined],
];

test.each(attempts)('%s', (_, more, known, refused, pointer) => {
  const refusal = refusedDelegation(wanted(more), { ...facts, ...known })?.refusal;
  expect(refusal?.type).toBe(refused && `identity.${refused}`);
  expect(refusal?.fields?.[0]?.pointer).toBe(pointer);
});

test.each([
  ['KT. CHỦ TỊCH', ['result'], 'identity.delegation-by-deputy'],
  ['TL. CHỦ TỊCH', ['result'], 'identity.delegation-by-order'],
  ['TL. CHỦ TỊCH', ['work'], undefined],
  ['Q. CHỦ TỊCH', ['result'], undefined],
])('who signs as %s lends %j: %s', (line, acts, refused) => {
  const principal = { ...facts.principal, signatureLines: [line] };
  expect(refusedDelegation(wanted({ acts }), { ...facts, principal })?.refusal.type).toBe(refused);
});

const bounds = {
  acts: ['work', 'assign'],
  sectors: ['Hộ tịch'],
  procedures: ['1.004859'],
  fromOn: '2026-11-23' as PlainDate,
  lastOn: '2026-11-25' as PlainDate,
  mayPassOn: true,
};

test.each([
  [{ sectors: ['Hộ tịch'] }, {}, undefined],
  [{ procedures: ['1.004859'] }, {}, undefined],
  [{}, { sectors: [], procedures: [] }, undefined],
  [{}, {}, 'passed-on-beyond'],
  [{ sectors: ['Đất đai'] }, {}, 'passed-on-beyond'],
  [{ sectors: ['Hộ tịch'], lastOn: '2026-11-26' }, {}, 'passed-on-beyond'],
  [{ sectors: ['Hộ tịch'], acts: ['work', 'assign'] }, { acts: ['work'] }, 'passed-on-beyond'],
  [{ sectors: ['Hộ tịch'] }, { mayPassOn: false }, 'not-passed-on'],
  [{ sectors: ['Hộ tịch'], mayPassOn: true }, {}, 'not-passed-on'],
])('passing on %j within %j: %s', (more, within, refused) => {
  const passedOn = { ...bounds, ...within };
  const outcome = refusedDelegation(wanted({ acts: ['work'], ...more }), { ...facts, passedOn });
  expect(outcome?.refusal.type).toBe(refused && `identity.${refused}`);
});
