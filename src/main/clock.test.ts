import { describe, expect, it } from 'vitest';
import { clockFrom } from './clock.ts';

describe('the clock', () => {
  it('is the machine’s unless told where to start, and then goes on at the same pace', () => {
    let machine = Date.parse('2026-11-22T08:00:00+07:00');
    expect(clockFrom(undefined, () => machine)()).toEqual(new Date('2026-11-22T08:00:00+07:00'));
    const clock = clockFrom(new Date('2027-02-05T16:59:59+07:00'), () => machine);
    machine += 1000;
    expect(clock()).toEqual(new Date('2027-02-05T17:00:00+07:00'));
  });
});
