/** Which part of a published text is wrong. */
export const reportedParts = ['paper', 'time', 'fee', 'agency', 'other'] as const;
export type ReportedPart = (typeof reportedParts)[number];

export const answerKinds = ['accepted', 'rejected', 'alreadyCorrected'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** What the list may be narrowed to; `open` holds the overdue ones too. */
export const reportStates = ['open', 'overdue', 'inTime', 'late', 'answered', 'all'] as const;
export type ReportState = (typeof reportStates)[number];

/** A report of a wrong list entry and what came of it. Times are ISO texts. */
export interface WrongListReport {
  readonly reportId: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly code: string;
  readonly procedureName: string;
  readonly part: ReportedPart;
  /** Name of the paper it is about. */
  readonly component?: string;
  readonly text: string;
  readonly reporter: {
    readonly kind: 'officer' | 'citizen' | 'anonymous';
    /** An officer acts as themselves; a citizen stays unnamed. */
    readonly name?: string;
    readonly unit?: string;
  };
  readonly dossier?: { readonly dossierId: string; readonly code: string };
  readonly receivedAt: string;
  readonly dueAt: string;
  readonly overdue: boolean;
  readonly answer?: ReportAnswer;
}

export interface ReportAnswer {
  readonly kind: AnswerKind;
  readonly text: string;
  readonly at: string;
  readonly by?: string;
  readonly inTime: boolean;
}

/** What whoever holds the link sees: no names, neither of the reporter nor of the officer. */
export type LinkedReport = Pick<
  WrongListReport,
  | 'code'
  | 'procedureName'
  | 'versionNumber'
  | 'part'
  | 'component'
  | 'text'
  | 'receivedAt'
  | 'dueAt'
  | 'overdue'
> & { readonly answer?: Omit<ReportAnswer, 'by'> };

/** What the reporter keeps: `token` opens the answer without signing in. */
export interface Reported {
  readonly reportId: string;
  readonly token: string;
}

/** Counts of one reporting unit or one procedure; `key` is what the list is narrowed by. */
export interface ReportCount {
  readonly key: string;
  /** Absent for citizens. */
  readonly name?: string;
  readonly reports: number;
  readonly inTime: number;
  readonly late: number;
  readonly open: number;
  readonly overdue: number;
}

export interface ReportCounts {
  readonly byUnit: readonly ReportCount[];
  readonly byProcedure: readonly ReportCount[];
}
