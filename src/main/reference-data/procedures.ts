import { z } from 'zod';
import type { TextFile } from './data-fault.ts';
import { feeRule } from './fee-rules.ts';
import { parseYaml } from './read-yaml.ts';
import { certainty, clockTime, legalText, procedureCode, slug, validity } from './vocabulary.ts';

const assurance = { certainty, note: legalText.optional() };
const channel = z.enum(['online', 'counter', 'post']);

/** Where something applies; absent: everywhere. */
const scope = { cases: z.array(slug).min(1).optional(), channels: z.array(channel).min(1).optional() };

/** All pairs must hold: the answer to `question` is one of `in`. */
const condition = z.array(z.strictObject({ question: slug, in: z.array(slug).min(1) })).min(1);

/** One plain question that leads to a case or decides about a paper. */
const question = z.strictObject({
  key: slug,
  text: legalText,
  textEn: legalText.optional(),
  options: z.array(z.strictObject({ key: slug, text: legalText, textEn: legalText.optional() })).min(2),
});

const procedureCase = z.strictObject({
  key: slug,
  name: legalText,
  nameEn: legalText.optional(),
  when: condition.optional(),
  ...assurance,
});

const count = z.int().min(0).max(9).optional();

const component = z.strictObject({
  key: slug,
  name: legalText,
  nameEn: legalText.optional(),
  /** nộp (kept) or xuất trình (shown and given back). */
  mode: z.enum(['submit', 'present']),
  ...scope,
  /** Asked for only then; without `when` a person reads the text and decides. */
  condition: z
    .strictObject({ text: legalText, textEn: legalText.optional(), when: condition.optional() })
    .optional(),
  originals: count,
  copies: count,
  certifiedCopies: count,
  /** Any one of these satisfies it. */
  alternatives: z.array(legalText).optional(),
  /** The printed form; `electronic`: the e-form stands in for it online. */
  form: z.strictObject({ name: legalText, electronic: z.boolean() }).optional(),
  /** The register where the office looks first; brought only when not found there. */
  heldIn: legalText.optional(),
  ...assurance,
});

/**
 * A legal time limit in the words of the clock. `same-day`: the day of receipt, received after `cutOff` and not
 * settled then by the next working day. `roll`: where a due day that is no working day moves to.
 */
const timeRule = z.strictObject({
  unit: z.enum([
    'working-days',
    'working-hours',
    'same-day',
    'calendar-days',
    'calendar-weeks',
    'calendar-months',
  ]),
  amount: z.int().min(1).max(1000),
  cutOff: clockTime.optional(),
  dueAt: z.enum(['end-of-day', 'same-clock-time']).default('end-of-day'),
  roll: z.enum(['next', 'previous', 'none']).default('next'),
});

/** Without `rule` only the published words are known, and nothing is promised from them. */
const timeLimit = z.strictObject({
  ...scope,
  rule: timeRule.optional(),
  asPublished: legalText.optional(),
  ...assurance,
});

/** Without `rule` the amount is not known (a resolution of the People's Council not checked yet). */
const fee = z.strictObject({
  key: slug,
  name: legalText,
  nameEn: legalText.optional(),
  /** phí pays for a service, lệ phí is a charge. */
  type: z.enum(['fee', 'charge']),
  ...scope,
  rule: feeRule.optional(),
  asPublished: legalText.optional(),
  exemptions: z.array(legalText).default([]),
  basis: legalText.optional(),
  /** Set by a resolution of the provincial People's Council: an example until that resolution is checked. */
  decidedByCouncil: z.boolean().default(false),
  ...assurance,
});

/**
 * Who decides. `commune`: the committee of the commune that `place` names; `department`: the province's unit of that
 * code; `named`: an agency outside the units kept here (police, tax, social insurance), by its name alone.
 */
const competentAgency = z.strictObject({
  rule: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('commune'), place: z.enum(['residence', 'site', 'any']) }),
    z.strictObject({ kind: z.literal('department'), code: slug }),
    z.strictObject({ kind: z.literal('named') }),
  ]),
  name: legalText,
  nameEn: legalText.optional(),
  ...assurance,
});

const procedureFile = z.strictObject({
  code: procedureCode,
  name: legalText,
  /** Short everyday name for narrow places. */
  shortName: legalText.optional(),
  nameEn: legalText,
  /** Key in catalogue/sectors.csv. */
  sector: slug,
  levels: z.array(z.enum(['province', 'commune'])).min(1),
  ...validity,
  source: legalText,
  certainty,
  /** Plain words for the citizen, two or three sentences. */
  summary: legalText,
  summaryEn: legalText.optional(),
  keywords: z.array(legalText).default([]),
  lifeEvents: z.array(slug).default([]),
  /** 0 rare … 100 the commonest; comes first among equals in a search. */
  prominence: z.int().min(0).max(100),
  applicants: z.array(
    z.enum(['citizen', 'overseas-vietnamese', 'foreigner', 'organisation', 'enterprise', 'household']),
  ),
  competentAgency,
  coordinatingAgency: legalText.optional(),
  channels: z.array(channel).min(1),
  serviceLevel: z.strictObject({ level: z.enum(['full', 'part', 'information']), ...assurance }),
  /** `here`: processed in this system; `ministry`: handed over; `mirrored`: followed read-only. */
  routing: z.strictObject({
    kind: z.enum(['here', 'ministry', 'mirrored']),
    system: legalText.optional(),
    ...assurance,
  }),
  /** May be settled at the counter without an appointment slip. */
  settledAtCounter: z.boolean(),
  supplementRequests: z.int().min(0).max(5).default(1),
  questions: z.array(question).max(5).default([]),
  cases: z.array(procedureCase).min(1),
  components: z.array(component).min(1),
  /** Bộ hồ sơ; absent when not published. */
  dossierSets: z.int().min(1).max(9).optional(),
  timeLimits: z.array(timeLimit).min(1),
  fees: z.array(fee).min(1),
  results: z
    .array(
      z.strictObject({
        name: legalText,
        nameEn: legalText.optional(),
        code: z.string().optional(),
        ...assurance,
      }),
    )
    .min(1),
  requirements: z.array(legalText).default([]),
  legalBases: z.array(
    z.strictObject({
      number: legalText,
      name: legalText.optional(),
      articles: legalText.optional(),
      ...assurance,
    }),
  ),
  decisions: z
    .array(
      z.strictObject({ kind: z.enum(['ministry', 'province', 'fees']), number: legalText, ...assurance }),
    )
    .default([]),
  /** Code of the e-form in data/forms, of the process in data/processes. */
  form: slug.optional(),
  process: slug.optional(),
});
export type ProcedureFile = z.infer<typeof procedureFile>;

/** One file of `data/procedures`. */
export const parseProcedure = (file: TextFile): ProcedureFile => parseYaml(file, procedureFile);
