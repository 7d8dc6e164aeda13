import { describe, expect, it } from 'vitest';
import { accountFor, type StepStay } from './lateness.ts';

const stay = (stepKey: string, unitId: string, held: number, more: Partial<StepStay> = {}): StepStay => ({
  stepKey,
  stepName: stepKey,
  unitId,
  shareMinutes: 480,
  held,
  suspended: 0,
  technical: 0,
  isOpen: false,
  ...more,
});

describe('whose delay it is', () => {
  it('names the step and unit that used most beyond its share, and by how much', () => {
    const account = accountFor([
      stay('tham-dinh', 'kinh-te', 1200, { suspended: 960 }),
      stay('ky', 'lanh-dao', 500),
      stay('phat-hanh', 'van-thu', 30, { shareMinutes: 60 }),
    ]);
    expect(account.cause).toMatchObject({ stepKey: 'tham-dinh', unitId: 'kinh-te', overMinutes: 720 });
    expect(account.steps.map(({ overMinutes }) => overMinutes)).toEqual([720, 20, 0]);
    expect(account.units[0]).toEqual({
      unitId: 'kinh-te',
      held: 1200,
      suspended: 960,
      technical: 0,
      overMinutes: 720,
    });
  });

  it('gives a step that was sent back and done again one share', () => {
    const account = accountFor([
      stay('tham-dinh', 'kinh-te', 300),
      stay('ky', 'lanh-dao', 60),
      stay('tham-dinh', 'kinh-te', 400, { isOpen: true }),
    ]);
    expect(account.cause).toMatchObject({ stepKey: 'tham-dinh', held: 700, overMinutes: 220, isOpen: true });
    expect(account.steps).toHaveLength(2);
  });

  it('blames nobody for a result that waits to be fetched, nor where every share was kept', () => {
    const waits = stay('tra-ket-qua', 'mot-cua', 5000, { shareMinutes: 0 });
    expect(accountFor([waits, stay('ky', 'lanh-dao', 480)]).cause).toBeUndefined();
    expect(accountFor([]).cause).toBeUndefined();
  });

  it('adds up several steps at one unit', () => {
    const account = accountFor([stay('phan-cong', 'kinh-te', 600), stay('trinh', 'kinh-te', 500)]);
    expect(account.units).toEqual([
      { unitId: 'kinh-te', held: 1100, suspended: 0, technical: 0, overMinutes: 140 },
    ]);
  });
});
