import { z } from 'zod';
import { dueUnits } from '../../modules/process/public.ts';
import type { TextFile } from './data-fault.ts';
import { parseYaml } from './read-yaml.ts';
import { certainty, legalText, procedureCode, slug, validity } from './vocabulary.ts';

const role = z.enum(['oneStopOfficer', 'specialist', 'headOfSection', 'leader', 'recordsClerk']);

/** Relative to the dossier: where it was received, the resolving agency (its leaders, its văn thư), or one of its sections. */
const performerUnit = z
  .string()
  .regex(/^(oneStop|competent|section:[a-z-]+)$/, 'a performer is oneStop, competent or section:<code>');

const stepTexts = {
  key: slug,
  name: legalText,
  nameEn: legalText.optional(),
  /** Who does it, as the decision words it. */
  performerName: legalText,
  performerNameEn: legalText.optional(),
  output: legalText.optional(),
};

/** One row of the decision's table: TT, nội dung công việc, người thực hiện, thời gian (giờ), kết quả. */
const performedStep = z.strictObject({
  ...stepTexts,
  kind: z.enum(['intake', 'work', 'sign', 'issue', 'return']),
  performer: z.strictObject({ unit: performerUnit, role }),
  /** Working hours, 8 are a day; 0 for returning. */
  hours: z
    .number()
    .min(0)
    .max(1000)
    .refine((hours) => Number.isInteger(hours * 60), 'not whole minutes'),
  /** Keys of steps: whoever did one of them does not do this one. */
  notBy: z.array(slug).min(1).optional(),
});

/** Waiting for somebody outside: the clock is suspended on a legal ground and the dossier has that national status. */
const waitStep = z.strictObject({
  ...stepTexts,
  kind: z.literal('wait'),
  /** Name of the message that ends it. */
  message: slug,
  suspension: z.strictObject({ ground: slug, status: z.literal([5, 6]) }),
  /** By when the one waited for should answer, by their own limit. */
  limit: z.strictObject({ unit: z.enum(dueUnits), amount: z.int().min(1).max(400) }).optional(),
  /** What the citizen reads while it lasts. */
  citizenText: legalText.optional(),
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
  steps: z.array(z.discriminatedUnion('kind', [performedStep, waitStep])).min(2),
});
export type ProcessFile = z.infer<typeof processFile>;

/** One file of `data/processes`. */
export const parseProcess = (file: TextFile): ProcessFile => parseYaml(file, processFile);
