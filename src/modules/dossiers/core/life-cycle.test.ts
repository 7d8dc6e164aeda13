import { describe, expect, it } from 'vitest';
import { ok } from '../../../kernel/result.ts';
import { phases } from '../contract.ts';
import { type Act, nationalStatus, phaseAfter } from './life-cycle.ts';

const nothing = { waiting_status: null, withdrawal_requested_at: null };
const acts: readonly Act[] = ['accept', 'refuseIntake', 'takeUp', 'advance', 'complete', 'handOver', 'stop'];

describe('life cycle', () => {
  it('goes from submission to hand-over through the national statuses 1, 2, 4, 9, 10', () => {
    let phase: (typeof phases)[number] = 'submitted';
    const seen = [nationalStatus(phase, nothing)];
    for (const act of ['accept', 'takeUp', 'complete', 'handOver'] as const) {
      const next = phaseAfter(phase, act);
      if (!next.ok) throw new Error(next.refusal.type);
      phase = next.value;
      seen.push(nationalStatus(phase, nothing));
    }
    expect(seen).toEqual([1, 2, 4, 9, 10]);
  });

  it('refuses intake only before acceptance (status 3)', () => {
    expect(phaseAfter('submitted', 'refuseIntake')).toEqual(ok('refused'));
    for (const phase of phases.filter((other) => other !== 'submitted')) {
      expect(phaseAfter(phase, 'refuseIntake').ok).toBe(false);
    }
  });

  it('leaves the ends alone: nothing happens to a refused, stopped or returned dossier', () => {
    for (const phase of ['refused', 'stopped', 'returned'] as const) {
      for (const act of acts) expect(phaseAfter(phase, act).ok).toBe(false);
    }
  });

  it('is never accepted twice', () => {
    expect(phaseAfter('accepted', 'accept').ok).toBe(false);
  });

  it('gives every phase its own national status, and a waiting dossier that of what it waits for', () => {
    const papers = { ...nothing, waiting_status: 5 } as const;
    expect(nationalStatus('inProcess', papers)).toBe(5);
    expect(nationalStatus('submitted', papers)).toBe(5);
    const wish = { ...papers, withdrawal_requested_at: new Date('2026-11-26T09:00:00+07:00') };
    expect(nationalStatus('inProcess', wish)).toBe(7);
    expect(nationalStatus('stopped', wish)).toBe(8);
    expect(nationalStatus('completed', wish)).toBe(9);
    expect(new Set(phases.map((phase) => nationalStatus(phase, nothing))).size).toBe(phases.length);
  });
});
