import { z } from 'zod';
import { parsePlainDate } from '../../../../kernel/plain-date.ts';

/** What is kept of a dossier, each for its own time: facts about people, papers handed in, letters, results. */
export const keptKinds = ['facts', 'papers', 'letters', 'results'] as const;
export type KeptKind = (typeof keptKinds)[number];

const plainDay = z.string().refine((text) => parsePlainDate(text) !== undefined);
const emptyIsLeftOut = (value: unknown) => (value === '' || value === null ? undefined : value);

/** Why something is not erased though its time is over. */
export const holdGrounds = ['complaint', 'court', 'inspection', 'other'] as const;

export const putHoldInput = z.strictObject({
  code: z.string().trim().min(1).max(60),
  ground: z.enum(holdGrounds),
  reason: z.string().trim().min(10).max(2000),
  decisionNumber: z.string().trim().min(1).max(100),
  /** The last day; left out: until it is lifted. */
  untilOn: z.preprocess(emptyIsLeftOut, plainDay.optional()),
});

export const liftHoldInput = z.strictObject({
  holdId: z.uuid(),
  reason: z.string().trim().min(10).max(2000),
});

/** Due and certain; near; held; due by a rule that nobody checked: looked at, never erased. */
export const dueStates = ['due', 'soon', 'held', 'uncertain'] as const;
export type DueState = (typeof dueStates)[number];

export const dueFilter = z.strictObject({
  state: z.preprocess(emptyIsLeftOut, z.enum(dueStates).optional()),
  procedureCode: z.preprocess(emptyIsLeftOut, z.string().max(20).optional()),
});
export type DueFilter = z.infer<typeof dueFilter>;

/** Everything due in one's reach, of one procedure where it is named. */
export const fixErasureInput = dueFilter.pick({ procedureCode: true });

export const confirmErasureInput = z.strictObject({
  erasureId: z.uuid(),
  /** Of the decision by which they are destroyed. */
  decisionNumber: z.string().trim().min(1).max(100),
  decidedOn: plainDay,
});

export const erasureInput = z.strictObject({ erasureId: z.uuid() });

/** One dossier of which something is due or near. */
export interface DueView {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly unit: string;
  readonly endedOn: string;
  readonly dueOn: string;
  readonly kinds: readonly KeptKind[];
  /** What the rule says and where it is written. */
  readonly basis: string;
  readonly source: string;
  readonly state: DueState;
  /** When its owner was told. */
  readonly warnedAt?: string;
}

export interface DuePage {
  readonly items: readonly DueView[];
  /** Of all states within the filter by procedure, counted up to a thousand. */
  readonly counts: Readonly<Record<DueState, number>>;
  /** How many days before the day the warning comes. */
  readonly warnDays: number;
  readonly procedures: readonly { readonly code: string; readonly name: string }[];
  readonly next?: string;
}

export interface HoldView {
  readonly holdId: string;
  readonly dossierId: string;
  readonly code: string;
  readonly ground: (typeof holdGrounds)[number];
  readonly reason: string;
  readonly decisionNumber: string;
  readonly untilOn?: string;
  readonly putAt: string;
  readonly putBy: string;
}

/** `fixed`: waits for somebody else; `running`: confirmed, the job is at it. */
export type ErasureState = 'fixed' | 'running' | 'finished' | 'dropped';

export interface ErasureView {
  readonly erasureId: string;
  readonly state: ErasureState;
  readonly fixedAt: string;
  readonly fixedBy: string;
  readonly items: number;
  readonly decisionNumber?: string;
  readonly decidedOn?: string;
  readonly confirmedAt?: string;
  readonly confirmedBy?: string;
  readonly finishedAt?: string;
}

/** Why one of the list was left as it is when its turn came. */
export type LeftBecause = 'held' | 'correction' | 'rule' | 'gone';

export interface ErasureItemView {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly unit: string;
  readonly endedOn: string;
  readonly dueOn: string;
  readonly kinds: readonly KeptKind[];
  readonly basis: string;
  readonly erasedAt?: string;
  readonly leftBecause?: LeftBecause;
}

export interface ErasureListView extends ErasureView {
  readonly lines: readonly ErasureItemView[];
  /** Whether the reader may confirm it: not who fixed it, and it waits. */
  readonly mayConfirm: boolean;
}

/** What was erased of a dossier: when, under which rule and decision. */
export interface ErasureTrace {
  readonly erasedAt: string;
  readonly kinds: readonly KeptKind[];
  readonly basis: string;
  readonly source: string;
  readonly decisionNumber: string;
}
