import { describe, expect, it } from 'vitest';
import { isSince, provenAt } from './province.ts';

const machine = new Date('2026-11-26T08:00:00Z');
/** Ours, set to another day. */
const now = new Date('2027-02-05T08:00:00Z');
const secondsAgo = (seconds: number) => machine.getTime() / 1000 - seconds;

describe('when somebody proved themselves at the province’s issuer', () => {
  it('is told in our time', () => {
    expect(provenAt(secondsAgo(600), machine, now)).toEqual(new Date('2027-02-05T07:50:00Z'));
    expect(provenAt(secondsAgo(-20), machine, now)).toEqual(now);
  });

  it('is not believed when it has not come yet: an issuer whose clock is ahead would make old sign-ins new', () => {
    const ahead = 3600;
    expect(provenAt(secondsAgo(600 - ahead), machine, now)).toBeUndefined();
    const old = provenAt(secondsAgo(600), machine, now);
    expect(old && isSince(old, now)).toBe(false);
  });
});
