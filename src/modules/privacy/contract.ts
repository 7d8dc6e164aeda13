import { z } from 'zod';

export * from './core/wire/retention.ts';

/** Wire shapes of privacy; the browser may import this file. */

/** Why the law lets data be processed (Law 91/2025/QH15). */
export const basisKind = z.enum(['legalDuty', 'consent', 'contract', 'emergency']);

/** Days until an export is erased, taken or not. */
export const exportDays = 7;

export const takeExportInput = z.strictObject({ exportId: z.uuid(), form: z.enum(['json', 'page']) });
export type ExportForm = z.infer<typeof takeExportInput>['form'];

/** A copy of the caller's data, asked for. */
export interface ExportView {
  readonly exportId: string;
  readonly requestedAt: string;
  readonly state: 'making' | 'ready' | 'over';
  readonly expiresAt: string;
  /** Forms not taken yet. */
  readonly left: readonly ExportForm[];
}

/** What can be said to be wrong. */
export const correctionFields = [
  'name',
  'birthDate',
  'identityNumber',
  'phone',
  'email',
  'address',
  'answers',
  'other',
] as const;

export const askCorrectionInput = z.strictObject({
  field: z.enum(correctionFields),
  /** Left out: about what is known of the person outside any dossier. */
  dossierId: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
  text: z.string().trim().min(10).max(2000),
});

/** What an answer puts right by itself: the fact changes with it. */
export const correctedFields = ['name', 'birthDate', 'phone', 'email', 'address'] as const;
export type CorrectedField = (typeof correctedFields)[number];
/** Whether an answer that it was corrected says what is right: the fact changes, or (answers of a dossier) a note stands beside them. */
export function takesValue({ field, dossier }: Pick<CorrectionView, 'field' | 'dossier'>): boolean {
  return (field === 'answers' && dossier !== undefined) || correctedFields.some((each) => each === field);
}

/** Whose fact in a dossier; left out: the asker's own. */
export const correctedRoles = ['owner', 'submitter', 'authorised'] as const;
export type CorrectedRole = (typeof correctedRoles)[number];

export const correctionOutcomes = ['corrected', 'refused', 'elsewhere'] as const;

export const answerCorrectionInput = z.strictObject({
  correctionId: z.uuid(),
  outcome: z.enum(correctionOutcomes),
  answer: z.string().trim().min(10).max(2000),
  /** The right one, where the outcome is that it was corrected and the field is one of `correctedFields`. */
  value: z.preprocess((value) => (value === '' ? undefined : value), z.string().trim().max(500).optional()),
  role: z.preprocess((value) => (value === '' ? undefined : value), z.enum(correctedRoles).optional()),
});
export type AnswerCorrectionInput = z.infer<typeof answerCorrectionInput>;

export interface CorrectionView {
  readonly correctionId: string;
  readonly field: (typeof correctionFields)[number];
  readonly text: string;
  readonly askedAt: string;
  readonly dueOn: string;
  readonly dossier?: { readonly dossierId: string; readonly code: string };
  readonly answer?: {
    readonly outcome: (typeof correctionOutcomes)[number];
    readonly text: string;
    readonly at: string;
  };
}

/** The same as the office sees it: who asks, and whether the time has run out. */
export interface OfficeCorrectionView extends CorrectionView {
  readonly name: string;
  readonly unit?: string;
  readonly late: boolean;
}

/** Facts about somebody in words, for them to read and for a machine. */
export interface DataSection {
  readonly key: string;
  readonly title: string;
  readonly items: readonly DataItem[];
}

export interface DataItem {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** What a rotation of keys found and did in one table. */
export interface RotatedTable {
  readonly table: string;
  readonly seen: number;
  readonly changed: number;
  /** Rows that stay under an older key. */
  readonly left: number;
}

/** One processing of personal data as everybody may read it: what for, on which basis, whose and which data, who gets them. */
export interface ProcessingView {
  readonly key: string;
  readonly name: string;
  readonly purpose: string;
  readonly basisKind: z.infer<typeof basisKind>;
  readonly basis: string;
  /** Whose. */
  readonly subjects: string;
  /** Which. */
  readonly data: string;
  readonly recipients: string;
  /** For how long. */
  readonly kept: string;
  readonly source: string;
  /** How sure the acts named are; `unchecked` is shown as such. */
  readonly certainty: 'official' | 'reported' | 'unchecked';
}
