import { z } from 'zod';
import type { TextFile } from './data-fault.ts';
import { parseYaml } from './read-yaml.ts';
import { certainty, legalText, procedureCode, slug, validity } from './vocabulary.ts';

const role = z.enum(['oneStopOfficer', 'specialist', 'headOfSection', 'leader', 'recordsClerk']);

/** Relative to the dossier: where it was received, the resolving agency (its leaders, its văn thư), or one of its sections. */
const performerUnit = z
  .string()
  .regex(/^(oneStop|competent|section:[a-z-]+)$/, 'a performer is oneStop, competent or section:<code>');

/** One row of the decision's table: TT, nội dung công việc, người thực hiện, thời gian (giờ), kết quả. */
const step = z.strictObject({
  key: slug,
  name: legalText,
  nameEn: legalText.optional(),
  kind: z.enum(['intake', 'work', 'sign', 'issue', 'return', 'wait']),
  performer: z.strictObject({ unit: performerUnit, role }).optional(),
  /** Performer as the decision words it. */
  performerName: legalText,
  performerNameEn: legalText.optional(),
  /** Working hours, 8 are a day; 0 for returning and for waiting. */
  hours: z
    .number()
    .min(0)
    .max(1000)
    .refine((hours) => Number.isInteger(hours * 60), 'not whole minutes'),
  output: legalText.optional(),
  /** Of a `wait`: the clock is suspended on this legal ground and the dossier has this national status. */
  suspension: z.strictObject({ ground: slug, status: z.int().min(1).max(10), who: legalText }).optional(),
});

const processFile = z.strictObject({
  code: slug,
  name: legalText,
  nameEn: legalText.optional(),
  procedures: z.array(procedureCode).min(1),
  /** Cases it serves; absent: all. */
  cases: z.array(slug).min(1).optional(),
  ...validity,
  source: legalText,
  certainty,
  note: legalText.optional(),
  steps: z.array(step).min(2),
});
export type ProcessFile = z.infer<typeof processFile>;

/** One file of `data/processes`. */
export const parseProcess = (file: TextFile): ProcessFile => parseYaml(file, processFile);
