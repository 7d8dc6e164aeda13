import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../../../../kernel/id.ts';
import { type Candidate, choosePerformer } from './choose-performer.ts';

const id = (text: string) => text as Id<'account'>;
const somebody = (accountId: string, more: Partial<Candidate> = {}): Candidate => ({
  accountId: id(accountId),
  title: 'Chuyên viên',
  openTasks: 0,
  lastGivenAt: 0,
  isAway: false,
  ...more,
});
const [an, binh, chi] = [somebody('an'), somebody('binh'), somebody('chi')];

describe('who gets a step that opens', () => {
  it.each([
    ['no rule: the group', {}, [an, binh], [], { kind: 'group' }],
    ['named', { rule: 'named', person: 'binh' }, [an, binh], [], { kind: 'person', accountId: 'binh' }],
    [
      'named, who holds the role no more: the head chooses',
      { rule: 'named', person: 'dung' },
      [an],
      [],
      { kind: 'head' },
    ],
    ['named without a name: the head chooses', { rule: 'named' }, [an, binh], [], { kind: 'head' }],
    [
      'who did it before',
      { rule: 'previous' },
      [an, binh],
      ['chi', 'binh', 'an'],
      { kind: 'person', accountId: 'binh' },
    ],
    ['nobody did it before: the group', { rule: 'previous' }, [an, binh], ['dung'], { kind: 'group' }],
    [
      'a post one person holds',
      { post: 'phó trưởng phòng' },
      [an, somebody('binh', { title: 'Phó Trưởng phòng' })],
      [],
      { kind: 'person', accountId: 'binh' },
    ],
    ['a post nobody holds: the head chooses', { post: 'Thanh tra' }, [an, binh], [], { kind: 'head' }],
    [
      'round robin: fewest open tasks',
      { rule: 'roundRobin' },
      [somebody('an', { openTasks: 2 }), somebody('binh', { openTasks: 1 })],
      [],
      { kind: 'person', accountId: 'binh' },
    ],
    [
      'as few: who has waited longest',
      { rule: 'roundRobin' },
      [somebody('an', { lastGivenAt: 9 }), somebody('binh', { lastGivenAt: 3 })],
      [],
      { kind: 'person', accountId: 'binh' },
    ],
    [
      'who is away is passed over',
      { rule: 'roundRobin' },
      [somebody('an', { isAway: true }), somebody('binh', { openTasks: 30 })],
      [],
      { kind: 'person', accountId: 'binh' },
    ],
    [
      'all away: somebody nevertheless',
      { rule: 'roundRobin' },
      [somebody('an', { isAway: true })],
      [],
      { kind: 'person', accountId: 'an' },
    ],
    ['nobody at all', { rule: 'roundRobin' }, [], [], { kind: 'head' }],
  ] as const)('%s', (_, performer, holders, previous, expected) => {
    expect(choosePerformer(performer, holders, previous)).toEqual(expected);
  });

  it('the same people in any order give the same person', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([an, binh, chi], { minLength: 3 }), (shuffled) => {
        expect(choosePerformer({ rule: 'roundRobin' }, shuffled, [])).toEqual({
          kind: 'person',
          accountId: 'an',
        });
      }),
    );
  });

  it('round robin never lets two people of equal standing drift apart by more than one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 60 }), (people, steps) => {
        const open = new Map(
          Array.from({ length: people }, (_, at) => [`p${at}`, { openTasks: 0, lastGivenAt: 0 }]),
        );
        for (let step = 1; step <= steps; step += 1) {
          const holders = [...open].map(([accountId, burden]) => somebody(accountId, burden));
          const chosen = choosePerformer({ rule: 'roundRobin' }, holders, []);
          if (chosen.kind !== 'person') throw new Error('nobody was chosen');
          const burden = open.get(chosen.accountId);
          if (burden) Object.assign(burden, { openTasks: burden.openTasks + 1, lastGivenAt: step });
        }
        const counts = [...open.values()].map(({ openTasks }) => openTasks);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
