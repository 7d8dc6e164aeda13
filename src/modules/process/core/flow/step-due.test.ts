import { describe, expect, test } from 'vitest';
import { aCalendar } from '../../testing/builders.ts';
import { compileCalendar } from '../clock/working-calendar.ts';
import { stepDue } from './step-due.ts';

const calendar = compileCalendar(aCalendar());
const at = (text: string) => new Date(`${text}:00+07:00`);

describe('when a step is due', () => {
  test('in working hours of the performing unit, half hours too', () => {
    expect(stepDue({ hours: 4 }, at('2026-03-05T16:00'), calendar)).toEqual(at('2026-03-06T10:00'));
    expect(stepDue({ hours: 0.5 }, at('2026-03-05T11:15'), calendar)).toEqual(at('2026-03-05T13:45'));
  });

  test('a step of 0 hours is never due', () => {
    expect(stepDue({ hours: 0 }, at('2026-03-05T16:00'), calendar)).toBeUndefined();
  });

  test('a suspension of the dossier stops it; an open one up to now', () => {
    const from = at('2026-03-05T08:00');
    const closed = { from, to: at('2026-03-05T10:00'), effect: 'continue' } as const;
    expect(stepDue({ hours: 2 }, at('2026-03-05T07:00'), calendar, [closed])).toEqual(at('2026-03-05T11:00'));
    const open = { ...closed, to: null };
    expect(stepDue({ hours: 2 }, at('2026-03-05T07:00'), calendar, [open], at('2026-03-06T07:00'))).toEqual(
      at('2026-03-06T08:00'),
    );
  });
});
