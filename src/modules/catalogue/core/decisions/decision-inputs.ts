import { z } from 'zod';
import { dayText } from '../../../../kernel/day-input.ts';
import { listLine } from '../lists/list-entry.ts';
import { procedureCode } from '../procedure-record.ts';

/**
 * What the decision settles. `ministry`: a ministry's publication; `province`: the chairman's list; `process`:
 * internal process; `online`, `post`, `interconnection`: lists; `fees`: a resolution of the People's Council.
 */
export const decisionKind = z.enum([
  'ministry',
  'province',
  'process',
  'online',
  'post',
  'interconnection',
  'fees',
]);
export type DecisionKind = z.infer<typeof decisionKind>;

/** mới ban hành, sửa đổi bổ sung, thay thế, bãi bỏ, tạm dừng. */
export const decisionChange = z.enum(['new', 'amended', 'replaced', 'abolished', 'suspended']);
export type DecisionChange = z.infer<typeof decisionChange>;

const words = (most: number) => z.string().trim().min(1).max(most);

const decisionLine = z.strictObject({
  code: procedureCode,
  change: decisionChange,
  /** The approved text it puts in force; none where it ends one. */
  draftId: z.uuid().optional(),
  /** The procedure that takes its place. */
  replacedBy: procedureCode.optional(),
});
export type DecisionLine = z.infer<typeof decisionLine>;

const decisionFields = {
  kind: decisionKind,
  /** `2768/QĐ-UBND`. */
  number: words(100),
  decidedOn: dayText,
  /** Who issued it: `Chủ tịch UBND tỉnh Tây Ninh`. */
  agency: words(300),
  signer: words(200).optional(),
  /** Trích yếu. */
  title: words(1000).optional(),
  /** When the law says it begins; may lie before the day it is entered here. */
  effectiveOn: dayText.optional(),
  /** công bố. */
  announcedOn: dayText.optional(),
  /** công khai: entered in the national database. */
  publishedOn: dayText.optional(),
  /** niêm yết: on the notice boards. */
  postedOn: dayText.optional(),
};

export const recordDecisionInput = z.strictObject({
  ...decisionFields,
  lines: z.array(decisionLine).max(2500).default([]),
});

const seen = { decisionId: z.uuid(), version: z.int().min(1) };

export const changeDecisionInput = z.strictObject({ ...seen, ...decisionFields });

/** All lines anew. */
export const changeDecisionLinesInput = z.strictObject({ ...seen, lines: z.array(decisionLine).max(2500) });

/** All changes of lists anew. */
export const changeDecisionListsInput = z.strictObject({ ...seen, lists: z.array(listLine).max(5000) });

export const abolishProcedureInput = z.strictObject({
  ...seen,
  code: procedureCode,
  replacedBy: procedureCode.optional(),
});

export const recordPublicityInput = z.strictObject({
  ...seen,
  publishedOn: dayText.optional(),
  postedOn: dayText.optional(),
});

export const undoDecisionInput = z.strictObject({ ...seen, reason: words(1000) });

/** The signed paper, uploaded before. */
export const attachDecisionFileInput = z.strictObject({ ...seen, fileId: z.uuid() });

export const effectOfInput = z.object({ decisionId: z.uuid(), from: dayText });

export const publishDecisionInput = z.strictObject({
  ...seen,
  /** First day in force: today or later. */
  from: dayText,
  /** `effect` of `effectOf`: what was shown before. Another one means something changed since. */
  effect: z.string().min(1).max(100),
});
