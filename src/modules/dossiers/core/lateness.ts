import type { HeldMinutes } from '../../process/public.ts';

/** One time a step lay at a unit, with the working time the process gives it. */
export interface StepStay extends HeldMinutes {
  readonly stepKey: string;
  readonly stepName: string;
  readonly unitId: string;
  /** Working minutes of the step; 0 where nothing is due. */
  readonly shareMinutes: number;
  readonly isOpen: boolean;
}

/** A step at a unit, all its stays taken together: sent back and done again, it still has one share. */
export interface StepAccount extends StepStay {
  /** Working minutes used beyond the share; 0 when kept. */
  readonly overMinutes: number;
}

/** How long a dossier lay at one unit. */
export interface UnitAccount extends HeldMinutes {
  readonly unitId: string;
  readonly overMinutes: number;
}

export interface LatenessAccount {
  readonly steps: readonly StepAccount[];
  readonly units: readonly UnitAccount[];
  /** The step that used most beyond its share: whose delay it is. Undefined when every step kept its share. */
  readonly cause: StepAccount | undefined;
}

/** Which step of which unit used more working time than its share, and how long the dossier lay where. */
export function accountFor(stays: readonly StepStay[]): LatenessAccount {
  const steps = [...grouped(stays, (stay) => `${stay.stepKey} ${stay.unitId}`).values()].map(stepAccount);
  const units = [...grouped(steps, ({ unitId }) => unitId).values()].map(unitAccount);
  const over = steps.filter(({ overMinutes }) => overMinutes > 0);
  const cause = over.reduce<StepAccount | undefined>(
    (worst, step) => (worst && worst.overMinutes >= step.overMinutes ? worst : step),
    undefined,
  );
  return { steps, units, cause };
}

function stepAccount(stays: readonly [StepStay, ...StepStay[]]): StepAccount {
  const [first] = stays;
  const held = sum(stays, 'held');
  const { shareMinutes } = first;
  return {
    ...first,
    held,
    suspended: sum(stays, 'suspended'),
    technical: sum(stays, 'technical'),
    isOpen: stays.some((stay) => stay.isOpen),
    overMinutes: shareMinutes > 0 ? Math.max(held - shareMinutes, 0) : 0,
  };
}

function unitAccount(steps: readonly [StepAccount, ...StepAccount[]]): UnitAccount {
  return {
    unitId: steps[0].unitId,
    held: sum(steps, 'held'),
    suspended: sum(steps, 'suspended'),
    technical: sum(steps, 'technical'),
    overMinutes: steps.reduce((total, step) => total + step.overMinutes, 0),
  };
}

function sum(stays: readonly HeldMinutes[], of: keyof HeldMinutes): number {
  return stays.reduce((total, stay) => total + stay[of], 0);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
