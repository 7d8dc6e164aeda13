import { z } from 'zod';
import { feeRule, reductionRule } from './fee-rule.ts';

/** Key of something inside one version: `tre-sinh-tai-viet-nam`. Stable over versions where the thing is the same. */
const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.string().trim().min(1);

/**
 * How sure a fact is. `verified`: typed in from the decision, or imported without any sign of error.
 * `unverified` ("chưa đối chiếu"): shown, marked, and never demanded of a citizen.
 */
export const certainty = z.enum(['verified', 'unverified']);
export type Certainty = z.infer<typeof certainty>;

/** Why a fact is not believed; each has its sentence in the texts (`catalogue.doubt.<reason>`). */
export const doubt = z.enum([
  'not-checked',
  'implausible-count',
  'no-count',
  'time-without-unit',
  'no-time',
  'implausible-time',
  'no-agency',
  'no-fee',
  'free-by-default',
  'fee-without-currency',
  'implausible-fee',
  'foreign-currency',
  'several-fees',
  'several-times',
  'heading-as-case',
  'conditional-paper',
  'glued-text',
  'decided-by-council',
]);
export type Doubt = z.infer<typeof doubt>;

const assurance = { certainty: certainty.default('unverified'), doubts: z.array(doubt).default([]) };

export const channel = z.enum(['online', 'counter', 'post']);
export type Channel = z.infer<typeof channel>;

export const level = z.enum(['ministry', 'province', 'district', 'commune', 'other']);
export type Level = z.infer<typeof level>;

/** All pairs must hold: the answer to `question` is one of `in`. */
export const condition = z.array(z.strictObject({ question: key, in: z.array(key).min(1) })).min(1);
export type Condition = z.infer<typeof condition>;

/** One of the two or three questions that lead to a case or decide about a paper. */
export const question = z.strictObject({
  key,
  text,
  textEn: text.optional(),
  options: z.array(z.strictObject({ key, text, textEn: text.optional() })).min(2),
});
export type Question = z.infer<typeof question>;

/** A variant of the procedure with its own papers, time or fee. Without `when` it is chosen by name. */
export const procedureCase = z.strictObject({
  key,
  name: text,
  nameEn: text.optional(),
  when: condition.optional(),
  note: text.optional(),
  ...assurance,
});
export type ProcedureCase = z.infer<typeof procedureCase>;

/** Where something applies: absent means everywhere. */
const scope = { cases: z.array(key).min(1).optional(), channels: z.array(channel).min(1).optional() };

/** How many of each must be handed in; an absent count is not known and is not demanded. */
const count = z.int().min(0).max(99).optional();

export const component = z.strictObject({
  key,
  name: text,
  nameEn: text.optional(),
  /** `submit` (nộp): kept in the dossier. `present` (xuất trình): shown at the counter and given back. */
  mode: z.enum(['submit', 'present']),
  ...scope,
  /** Asked for only then; `when` is decided by the answers, without it a person reads the text and decides. */
  condition: z.strictObject({ text, textEn: text.optional(), when: condition.optional() }).optional(),
  originals: count,
  copies: count,
  certifiedCopies: count,
  /** Any one of these papers satisfies the component. */
  alternatives: z.array(text).optional(),
  /** The form (mẫu đơn, tờ khai) by its printed code; `electronic` when the e-form stands in for it online. */
  form: z
    .strictObject({ name: text, file: text.optional(), electronic: z.boolean().default(false) })
    .optional(),
  /** The register that already holds it: not brought when found there. */
  heldIn: text.optional(),
  /** Whether the paper is scanned into the dossier and kept as data (số hóa); absent: not said. */
  digitisable: z.boolean().optional(),
  note: text.optional(),
  ...assurance,
});
export type Component = z.infer<typeof component>;

/**
 * A time limit in the shape of the legal clock (`process`, DueRule): so many units, where the count ends and
 * how a day off rolls. `same-day` is the rule of civil status and certification: within the day of receipt,
 * received after `cutOff` (HH:MM) and not settled then by the next working day; its amount is ignored.
 * A shorter time online is a second limit scoped to that channel.
 */
export const timeRule = z.strictObject({
  unit: z.enum([
    'working-days',
    'working-hours',
    'same-day',
    'calendar-days',
    'calendar-weeks',
    'calendar-months',
  ]),
  amount: z.int().min(1).max(3660).default(1),
  cutOff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable()
    .default(null),
  dueAt: z.enum(['end-of-day', 'same-clock-time']).default('end-of-day'),
  roll: z.enum(['next', 'previous', 'none']).default('next'),
});
export type TimeRule = z.infer<typeof timeRule>;

export const timeLimit = z.strictObject({
  ...scope,
  /** Absent: not known, only the published words are. */
  rule: timeRule.optional(),
  asPublished: text.optional(),
  note: text.optional(),
  ...assurance,
});
export type TimeLimit = z.infer<typeof timeLimit>;

/**
 * A reduction or exemption as a typed rule. A condition without `when` is read by a person: such a reduction is
 * told, never counted by itself.
 */
export const feeReduction = z.strictObject({
  key,
  name: text,
  nameEn: text.optional(),
  ...scope,
  condition: z.strictObject({ text, textEn: text.optional(), when: condition.optional() }).optional(),
  rule: reductionRule,
  basis: text.optional(),
  ...assurance,
});
export type FeeReduction = z.infer<typeof feeReduction>;

export const fee = z.strictObject({
  key,
  name: text,
  nameEn: text.optional(),
  /** `phí` pays for a service, `lệ phí` is a charge: two lines of the receipt; imports do not tell. */
  type: z.enum(['fee', 'charge', 'unknown']),
  ...scope,
  rule: feeRule.optional(),
  asPublished: text.optional(),
  exemptions: z.array(text).default([]),
  reductions: z.array(feeReduction).optional(),
  /** The resolution or circular that sets it. */
  basis: text.optional(),
  note: text.optional(),
  ...assurance,
});
export type Fee = z.infer<typeof fee>;

/**
 * Who decides, by rule and not by the counter's address. `commune`: the People's Committee of the commune
 * that `place` names; `unit`: one unit, by its key in the reference data; `named`: only words are known.
 */
export const competentAgency = z.strictObject({
  rule: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('commune'), place: z.enum(['residence', 'site', 'any']) }),
    z.strictObject({ kind: z.literal('unit'), unitKey: text }),
    z.strictObject({ kind: z.literal('named') }),
  ]),
  /** As the citizen reads it: `Ủy ban nhân dân cấp xã nơi cư trú của người cha hoặc người mẹ`. */
  name: text.optional(),
  nameEn: text.optional(),
  ...assurance,
});
export type CompetentAgency = z.infer<typeof competentAgency>;

export const procedureResult = z.strictObject({
  name: text,
  nameEn: text.optional(),
  /** National type code, e.g. KQ.G15.000031. */
  code: z
    .string()
    .regex(/^KQ\.[A-Z]\d{2}\.\d{6}$/)
    .optional(),
  ...assurance,
});

/** One row of the steps as the decision publishes them: for reading; the running process is `process`'s. */
export const publishedStep = z.strictObject({
  name: text,
  nameEn: text.optional(),
  performer: text.optional(),
  performerEn: text.optional(),
  /** Working hours; 0 for handing over the result, absent when not published. */
  hours: z.number().min(0).max(8000).optional(),
  output: text.optional(),
});

export const decision = z.strictObject({
  kind: z.enum(['ministry', 'province', 'process', 'online', 'post', 'interconnection', 'fees']),
  number: text,
  on: z.iso.date().optional(),
  signer: text.optional(),
  /** What it does: mới ban hành, sửa đổi bổ sung, thay thế, bãi bỏ. */
  change: z.enum(['new', 'amended', 'replaced', 'abolished']).optional(),
});

/**
 * How it hangs together with others (liên thông). `same-level`: agencies of one level; `across-levels`: of several;
 * `group`: one dossier for several procedures.
 */
export const interconnection = z.strictObject({
  kind: z.enum(['same-level', 'across-levels', 'group']),
  /** What people call it: `Đăng ký khai sinh – thường trú – thẻ bảo hiểm y tế`. */
  name: text.optional(),
  procedures: z.array(z.string().regex(/^\d\.\d{6}$/)).optional(),
});
export type Interconnection = z.infer<typeof interconnection>;

export const legalBasis = z.strictObject({ number: text, name: text.optional(), articles: text.optional() });

/** Everything a version says beyond its columns: one document, parsed wherever it enters. */
export const procedureContent = z.strictObject({
  /** Two or three plain sentences for the citizen. */
  summary: text.optional(),
  summaryEn: text.optional(),
  applicants: z.array(text).default([]),
  competentAgency,
  coordinatingAgency: text.optional(),
  channels: z.array(channel).default([]),
  questions: z.array(question).max(5).default([]),
  cases: z.array(procedureCase).min(1),
  components: z.array(component).default([]),
  /** Sets of papers (bộ hồ sơ); absent when not published. */
  dossierSets: z.int().min(1).max(20).optional(),
  timeLimits: z.array(timeLimit).default([]),
  /** Settled while the person waits (certified copies): no appointment slip is printed (practice 11). */
  settledAtCounter: z.boolean().default(false),
  /** How many requests for supplement are lawful (default 1). */
  supplementRequests: z.int().min(0).max(5).default(1),
  /** What a request for supplement does to the clock where the procedure's own law says so; absent: the regime's rule. */
  supplementEffect: z.enum(['continue', 'restart', 'none']).optional(),
  fees: z.array(fee).default([]),
  /** Whether it may be paid online; absent: not said. */
  onlinePayment: z.boolean().optional(),
  /** Through the public post (BCCI): papers sent in, the result sent home. Absent: not said. */
  publicPost: z.strictObject({ intake: z.boolean(), return: z.boolean() }).optional(),
  interconnection: interconnection.optional(),
  results: z.array(procedureResult).default([]),
  requirements: z.array(text).default([]),
  legalBases: z.array(legalBasis).default([]),
  steps: z.array(publishedStep).default([]),
  decisions: z.array(decision).default([]),
  /** Words people use for it that its name lacks: `giấy khai sinh`, `sổ đỏ`. */
  keywords: z.array(text).default([]),
  /** Where each fact was taken from, in words. */
  sources: z.array(text).default([]),
});
export type ProcedureContent = z.infer<typeof procedureContent>;
