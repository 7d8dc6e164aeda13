import { z } from 'zod';
import { procedureCode } from '../procedure-record.ts';

const words = z.string().max(20_000);
/** A count as the source has it: dirty, but a number. */
const count = z.int().min(0).max(1_000_000);

/** One line of an import file: a procedure as the national database's public pages give it. */
export const sourceRecord = z.object({
  code: procedureCode,
  name: words.refine((name) => name.trim() !== '', 'is empty'),
  ministry: words.default(''),
  sector: words.refine((sector) => sector.trim() !== '', 'is empty'),
  levels: z.array(z.enum(['Cấp bộ', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã', 'Cơ quan khác'])).min(1),
  kind: words.default(''),
  decisionNo: words.default(''),
  applicants: z.array(words).default([]),
  implementingAgency: words.default(''),
  competentAgency: words.default(''),
  coordinatingAgency: words.default(''),
  channels: z.array(
    z.object({
      channel: z.enum(['Trực tuyến', 'Trực tiếp', 'Dịch vụ bưu chính']),
      timeText: words.default(''),
      timeValue: z.number().nullable(),
      timeUnit: words.default(''),
      feeText: words.default(''),
      feeAmount: z.number().nullable(),
      feeCurrency: words.default(''),
    }),
  ),
  componentGroups: z.array(
    z.object({
      case: words,
      items: z.array(z.object({ name: words, formFile: words.default(''), originals: count, copies: count })),
    }),
  ),
  results: z.array(z.object({ name: words, code: words.default('') })).default([]),
  legalBasisNumbers: z.array(words).default([]),
  everyday: z.boolean().default(false),
});
export type SourceRecord = z.infer<typeof sourceRecord>;
export type SourceChannel = SourceRecord['channels'][number];
export type SourceGroup = SourceRecord['componentGroups'][number];
