import { z } from 'zod';
import { dayInput } from '../../../../kernel/day-input.ts';
import type { Id } from '../../../../kernel/id.ts';

const taskId = z.uuid();
const account = z.uuid().transform((text) => text as Id<'account'>);
const unit = z.uuid().transform((text) => text as Id<'unit'>);
const reason = z.string().trim().min(3).max(500);
/** Rows of one page of a list. */
const ticked = z.array(taskId).min(1).max(50);

/** Gives a step back to the group. */
export const releaseTaskInput = z.strictObject({ taskId, reason: reason.optional() });

/** Gives a step to a person; `reason` is needed when somebody has it. */
export const assignTaskInput = z.strictObject({ taskId, accountId: account, reason: reason.optional() });

/** One act on many ticked tasks, each decided on its own. */
export const bulkInput = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('takeUp'), taskIds: ticked }),
  z.strictObject({ act: z.literal('release'), taskIds: ticked }),
  z.strictObject({
    act: z.literal('assign'),
    taskIds: ticked,
    accountId: account,
    reason: reason.optional(),
  }),
  /** Steps that are signed only. */
  z.strictObject({ act: z.literal('sign'), taskIds: ticked }),
]);
export type BulkInput = z.infer<typeof bulkInput>;

/** Somebody is away from the first to the last day; who does their tasks of the unit meanwhile. */
export const substituteInput = z.strictObject({
  unitId: unit,
  absentAccountId: account,
  substituteAccountId: account,
  fromOn: dayInput,
  /** The last day of the absence. */
  lastOn: dayInput,
  reason,
});
export type SubstituteInput = z.infer<typeof substituteInput>;

export const endSubstitutionInput = z.strictObject({ substitutionId: z.uuid() });

/** Whose open tasks move, in one unit. */
export const handOverPreviewInput = z.strictObject({
  unitId: unit,
  fromAccountId: account,
  /** Absent: back to the group. */
  toAccountId: account.optional(),
});
export type HandOverPreviewInput = z.infer<typeof handOverPreviewInput>;

/** Moves all of them. `expected` is the number the preview named: more or fewer means it is out of date. */
export const handOverInput = handOverPreviewInput.extend({
  expected: z.int().min(1),
  reason,
});
export type HandOverInput = z.infer<typeof handOverInput>;

/** What moving would do, before it is done. */
export interface HandOverPreview {
  readonly total: number;
  /** To the person named, who holds the step's role in the unit. */
  readonly toPerson: number;
  /** To the group: nobody is named, or that person may not do the step. */
  readonly toGroup: number;
  readonly overdue: number;
  readonly steps: readonly { readonly name: string; readonly tasks: number }[];
}

export interface HandedOver {
  readonly handOverId: string;
  readonly toPerson: number;
  readonly toGroup: number;
  /** Still to move; the worker goes on. */
  readonly left: number;
}

/** How each of many ticked tasks fared. */
export interface BulkOutcome {
  readonly rows: readonly {
    readonly taskId: string;
    readonly done: boolean;
    /** Why not: type of the refusal and what its sentence names. */
    readonly refusal?: {
      readonly type: string;
      readonly params?: Readonly<Record<string, string | number>>;
    };
  }[];
}

/** Somebody a step may be given to. */
export interface Colleague {
  readonly accountId: string;
  readonly name: string;
  readonly title: string;
  /** What is assigned to them and open. */
  readonly openTasks: number;
}

/** Who has the open steps of a dossier, for the page that shows it. */
export interface TaskAssignment {
  readonly taskId: string;
  readonly stepName: string;
  readonly holder?: string;
  readonly isMine: boolean;
  /** The viewer stands in for its holder today. */
  readonly actsFor?: string;
  readonly awaitsHead: boolean;
  readonly mayTakeUp: boolean;
  readonly mayRelease: boolean;
  /** To whom the viewer may give it; empty when that is not theirs to decide. */
  readonly colleagues: readonly Colleague[];
}

/** A substitution as the unit's head sees it. */
export interface SubstitutionView {
  readonly substitutionId: string;
  readonly unit: string;
  readonly absent: string;
  readonly substitute: string;
  readonly fromOn: string;
  readonly lastOn: string;
  readonly reason: string;
  readonly state: 'coming' | 'now' | 'over' | 'ended';
}

/** A unit whose work the officer gives out, with the people in it and what they have. */
export interface LedUnit {
  readonly unitId: string;
  readonly name: string;
  readonly people: readonly Colleague[];
}

/**
 * What a unit lacks to act: people in a role, deputies to whom something is assigned, office hours that are kept, a code for its
 * dossiers.
 */
export const unitLacks = [
  'leader',
  'recordsClerk',
  'oneStopOfficer',
  'deputies',
  'officeHours',
  'code',
] as const;
export type UnitLack = (typeof unitLacks)[number];

/** A unit that cannot act as it should. */
export interface UnitGap {
  readonly unitId: string;
  readonly unit: string;
  readonly lacks: readonly UnitLack[];
  readonly foundAt: string;
}

/** Work nobody can do, and how to mend it. */
export interface PerformerGap {
  readonly what: 'tasks' | 'process';
  readonly unit: string;
  readonly role: string;
  readonly stepName: string;
  /** How many procedures would stand still there, and one of them by name. */
  readonly procedures: number;
  readonly procedureName?: string;
  readonly tasks: number;
  readonly foundAt: string;
}
