import { z } from 'zod';
import type { PlainDate } from '../../../kernel/plain-date.ts';

const reason = z.string().trim().min(10).max(500);

/** An administrator joins two records of one person; which of them stays is decided by `keptFirst`. */
export const mergePeopleInput = z.strictObject({
  personIds: z.tuple([z.uuid(), z.uuid()]),
  reason,
});

export const undoMergeInput = z.strictObject({ mergeId: z.uuid(), reason });

/** Exact search: a whole identity number, or a whole name. */
export const findCitizensInput = z.strictObject({ text: z.string().trim().min(4).max(200) });

/** One of two records somebody is asked about; the rest of the number stays hidden. */
export interface MergeSide {
  readonly name: string;
  /** Absent where no number is known. */
  readonly numberEnding?: string;
  /** ISO instant. */
  readonly since: string;
  readonly accounts: number;
}

/** What the person confirms: both accounts are theirs. */
export interface PendingMerge {
  readonly mine: MergeSide;
  readonly other: MergeSide;
}

/** A citizen as an administrator finds one. */
export interface FoundCitizen extends MergeSide {
  readonly personId: string;
  readonly birthDate?: PlainDate;
  /** The record was merged into another one: the merge to undo. */
  readonly mergeId?: string;
}

/** One merge as its person and administrators see it. */
export interface MergeView {
  readonly mergeId: string;
  readonly keptName: string;
  readonly mergedName: string;
  readonly accounts: number;
  readonly proof: 'bothSignIns' | 'administrator';
  readonly reason?: string;
  /** Who did it: the citizen themselves when absent. */
  readonly by?: string;
  readonly mergedAt: string;
  readonly undoneAt?: string;
  readonly undoReason?: string;
}

/** One account of the person, or of the organisation. */
export interface AccountView {
  readonly accountId: string;
  readonly issuer: string;
  readonly since: string;
  readonly lastUsedAt?: string;
  readonly isCurrent: boolean;
}
