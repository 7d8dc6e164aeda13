import { z } from 'zod';
import { dayText } from '../../../kernel/day-input.ts';
import { procedureCode } from './procedure-record.ts';

const words = z.string().trim().min(1).max(4000);

/** Registered by the department, appraised, published by the province, accepted on the national portal. */
export const serviceStages = ['registered', 'appraised', 'published', 'accepted'] as const;
export type ServiceStage = (typeof serviceStages)[number];

/** Levels before NĐ 42/2022 stay readable; `refused`: not offered at that stage. */
export const standingLevels = [
  'full',
  'part',
  'information',
  'level2',
  'level3',
  'level4',
  'refused',
] as const;
export type StandingLevel = (typeof standingLevels)[number];

const common = {
  code: procedureCode,
  level: z.enum(standingLevels),
  from: dayText,
  reason: words.optional(),
  reviewOn: dayText.optional(),
};

/** One of the four values from a day on; the other three stay. */
export const recordStandingInput = z.discriminatedUnion('stage', [
  z.strictObject({ ...common, stage: z.literal('registered'), department: words }),
  /** Only with both answers (2021: Sở TTTT giải đáp về kỹ thuật, Văn phòng về pháp lý). */
  z.strictObject({ ...common, stage: z.literal('appraised'), technicalAnswer: words, legalAnswer: words }),
  z.strictObject({ ...common, stage: z.literal('published'), decisionId: z.uuid().optional() }),
  z.strictObject({ ...common, stage: z.literal('accepted') }),
]);
export type RecordStanding = z.infer<typeof recordStandingInput>;

/** A value as it stands on a day. */
export interface Standing {
  readonly stage: ServiceStage;
  readonly level: StandingLevel;
  readonly from: string;
  readonly department: string;
  readonly reason?: string;
  readonly technicalAnswer?: string;
  readonly legalAnswer?: string;
  readonly reviewOn?: string;
}

/** One row of the report's table: a department at an administrative level, procedures by stage and level of service. */
export interface StandingRow {
  readonly department: string;
  readonly level: 'ministry' | 'province' | 'district' | 'commune' | 'other';
  /** Procedures in force on the day whose department this is. */
  readonly procedures: number;
  readonly counts: Readonly<Record<ServiceStage, Partial<Readonly<Record<StandingLevel, number>>>>>;
}

/** A procedure behind a number of the report. */
export interface StandingEntry {
  readonly code: string;
  readonly name: string;
  readonly level: StandingRow['level'];
}
