import { z } from 'zod';
import { procedureCode } from '../procedure-record.ts';
import { answerKinds, reportedParts, reportStates } from './report-views.ts';

const said = z.string().trim().min(10).max(4000);

export const reportWrongListInput = z.strictObject({
  versionId: z.uuid(),
  part: z.enum(reportedParts),
  /** The paper it is about, by its key in the list. */
  componentKey: z.string().min(1).max(200).optional(),
  text: said,
  /** The dossier an officer came upon it with. */
  dossierId: z.uuid().optional(),
});

export const answerWrongListInput = z.strictObject({
  reportId: z.uuid(),
  answer: z.enum(answerKinds),
  /** What is done about it, or why nothing is. */
  text: said,
});

export const correctReportedInput = z.strictObject({ reportId: z.uuid() });

export const listReportsInput = z.strictObject({
  state: z.enum(reportStates).default('open'),
  /** `citizens`, or the unit of the officers who reported. */
  unit: z.union([z.literal('citizens'), z.uuid()]).optional(),
  code: procedureCode.optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const ownReportsInput = z.strictObject({ dossierId: z.uuid().optional() });
