import { describe, expect, it } from 'vitest';
import { type FileScan, holdOf, opensHeld } from './file-scan.ts';

type FileHold = ReturnType<typeof holdOf>;

const at = new Date('2026-11-26T08:00:00+07:00');
const scan = (state: FileScan['state'], seen = false): FileScan => ({
  state,
  at: seen ? at : undefined,
});

describe('what keeps a file shut', () => {
  it.each<[string, FileScan | undefined, FileHold, FileHold]>([
    ['a letter of ours', undefined, undefined, undefined],
    ['clean', scan('clean', true), undefined, undefined],
    ['infected', scan('infected', true), 'infected', 'infected'],
    ['waiting', scan('waiting'), 'waiting', undefined],
    ['from before there was a scanner', scan('unscanned'), undefined, undefined],
    ['larger than the scanner takes', scan('unscanned', true), 'unscanned', undefined],
  ])('%s', (_, file, scanning, without) => {
    expect(holdOf(file, true)).toBe(scanning);
    expect(holdOf(file, false)).toBe(without);
  });

  it('opens what waits to its sender, to others only by configuration, and nothing infected to anybody', () => {
    for (const hold of ['waiting', 'unscanned'] as const) {
      expect(opensHeld(hold, { isOwn: true, openWaiting: false })).toBe(true);
      expect(opensHeld(hold, { isOwn: false, openWaiting: true })).toBe(true);
      expect(opensHeld(hold, { isOwn: false, openWaiting: false })).toBe(false);
    }
    expect(opensHeld('infected', { isOwn: true, openWaiting: true })).toBe(false);
  });
});
