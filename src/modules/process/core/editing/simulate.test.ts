import { describe, expect, test } from 'vitest';
import { aCalendar, aStep } from '../../testing/builders.ts';
import { graphOf } from '../../testing/run-process.ts';
import { compileCalendar } from '../clock/working-calendar.ts';
import type { Step } from '../flow/step.ts';
import { type Assumptions, simulate } from './simulate.ts';

const at = (text: string) => new Date(`${text}:00+07:00`);
const assumed = (more: Partial<Assumptions> = {}): Assumptions => ({
  startAt: at('2026-11-23T08:00'),
  calendar: compileCalendar(aCalendar()),
  waits: {},
  choices: {},
  ...more,
});
const wait = (key: string, hours?: number): Step => ({
  key,
  name: key,
  kind: 'wait',
  wait: { message: 'tax-notice', suspension: { ground: 'financial-duty', status: 6 } },
  ...(hours === undefined ? {} : { hours }),
});

describe('a trial run', () => {
  test('gives every step its due time, one after the other; a step of 0 hours takes none', () => {
    const run = simulate(
      graphOf(aStep({ key: 'a', hours: 2 }), aStep({ key: 'b', hours: 8 }), aStep({ key: 'c', hours: 0 })),
      assumed(),
    );
    expect(run.steps.map(({ step, opensAt, dueAt }) => [step.key, opensAt, dueAt])).toEqual([
      ['a', at('2026-11-23T08:00'), at('2026-11-23T10:00')],
      ['b', at('2026-11-23T10:00'), at('2026-11-24T10:00')],
      ['c', at('2026-11-24T10:00'), at('2026-11-24T10:00')],
    ]);
    expect(run.endAt).toEqual(at('2026-11-24T10:00'));
  });

  test('a wait lasts as long as assumed, else its own hours, and suspends', () => {
    const graph = graphOf(aStep({ key: 'a', hours: 1 }), wait('thue', 16), aStep({ key: 'b', hours: 1 }));
    const own = simulate(graph, assumed());
    expect(own.suspensions).toEqual([
      { from: at('2026-11-23T09:00'), to: at('2026-11-25T09:00'), effect: 'continue' },
    ]);
    expect(own.endAt).toEqual(at('2026-11-25T10:00'));
    expect(simulate(graph, assumed({ waits: { thue: 1 } })).endAt).toEqual(at('2026-11-23T11:00'));
  });

  test('rows side by side begin together; what follows begins when the last is done', () => {
    const side = (key: string, hours: number) => aStep({ key, hours, together: 'cung-luc' });
    const run = simulate(graphOf(side('a', 1), side('b', 3), aStep({ key: 'c', hours: 1 })), assumed());
    expect(run.steps.map(({ step, opensAt }) => [step.key, opensAt])).toEqual([
      ['a', at('2026-11-23T08:00')],
      ['b', at('2026-11-23T08:00')],
      ['c', at('2026-11-23T11:00')],
    ]);
  });

  test('choices go the way assumed, else the first', () => {
    const choices = [
      { key: 'du', label: 'Đủ', to: 'c' },
      { key: 'khong', label: 'Không', to: 'end' },
    ];
    const graph = graphOf(aStep({ key: 'a', choices }), aStep({ key: 'c' }));
    const keys = (chosen: Readonly<Record<string, string>>) =>
      simulate(graph, assumed({ choices: chosen })).steps.map(({ step }) => step.key);
    expect(keys({})).toEqual(['a', 'c']);
    expect(keys({ a: 'khong' })).toEqual(['a']);
    expect(simulate(graph, assumed({ choices: { a: 'khac' } })).endAt).toBeUndefined();
  });

  test('a loop is left alone after a while', () => {
    const choices = [
      { key: 'lai', label: 'Làm lại', to: 'a' },
      { key: 'xong', label: 'Xong', to: 'end' },
    ];
    const run = simulate(
      graphOf(aStep({ key: 'a', hours: 1 }), aStep({ key: 'b', hours: 1, choices })),
      assumed(),
    );
    expect(run.endAt).toBeUndefined();
    expect(run.steps.length).toBeGreaterThanOrEqual(500);
  });
});
