import { describe, expect, it } from 'vitest';
import { processHours } from './process-hours.ts';

const step = (hours: number, more: { together?: string; branch?: string } = {}) => ({
  key: `b${hours}`,
  name: 'Bước',
  kind: 'work' as const,
  performer: { unit: 'competent' as const, role: 'specialist' as const },
  hours,
  ...more,
});
const wait = { key: 'cho', name: 'Chờ', kind: 'wait' as const, wait: { message: 'tax-notice' }, hours: 40 };

describe('the hours of a process', () => {
  it('are the sum of its rows without waiting for others', () => {
    expect(processHours([step(2), wait, step(6), step(0)])).toBe(8);
    expect(processHours([])).toBe(0);
  });

  it('count the longest of what runs side by side or instead of each other', () => {
    expect(processHours([step(1), step(4, { together: 'x' }), step(6, { together: 'x' }), step(1)])).toBe(8);
    const branches = [
      step(4, { together: 'x', branch: 'a' }),
      step(4, { together: 'x', branch: 'a' }),
      step(5, { together: 'x', branch: 'b' }),
    ];
    expect(processHours([step(1), ...branches])).toBe(9);
    expect(processHours([step(1), step(3, { branch: 'co' }), step(2, { branch: 'khong' }), step(1)])).toBe(5);
  });
});
