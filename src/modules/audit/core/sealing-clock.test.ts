import { describe, expect, it } from 'vitest';
import { earliestRecorded, runOf, type SealingRun } from './sealing-clock.ts';

const at = (time: string) => new Date(`2026-11-26T${time}+07:00`);

function earliestOf(...times: readonly string[]): Date | undefined {
  let run: SealingRun | undefined;
  for (const time of times) run = runOf(at(time), run);
  return run && earliestRecorded(run);
}

describe('the earliest moment a sealed row can have been recorded at', () => {
  it('is unknown in the first run, however many blocks it seals', () => {
    expect(earliestOf('08:00:00')).toBeUndefined();
    expect(earliestOf('08:00:00', '08:00:00')).toBeUndefined();
  });

  it('is an hour before the run before, for every block of a run', () => {
    expect(earliestOf('08:00:00', '09:30:00')).toEqual(at('07:00:00'));
    expect(earliestOf('08:00:00', '09:30:00', '09:30:00')).toEqual(at('07:00:00'));
  });

  it('follows a clock that was set back', () => {
    expect(earliestOf('08:00:00', '06:00:00')).toEqual(at('05:00:00'));
    expect(earliestOf('08:00:00', '06:00:00', '06:00:01')).toEqual(at('05:00:00'));
  });
});
