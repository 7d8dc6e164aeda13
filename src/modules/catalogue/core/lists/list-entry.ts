import { z } from 'zod';
import { reductionRule } from '../fee-rule.ts';
import { procedureCode } from '../procedure-record.ts';

const name = z.string().trim().min(1).max(300).optional();

/** What follows from being on a list, by list. */
const facts = [
  /** liên thông. */
  z.strictObject({
    list: z.literal('interconnected'),
    kind: z.enum(['same-level', 'across-levels', 'group']),
    name,
    /** The procedures of a group; what the catalogue does not hold is named here, with its agency. */
    procedures: z
      .array(z.strictObject({ code: procedureCode, name, agency: name }))
      .min(1)
      .max(12)
      .optional(),
  }),
  /** bưu chính công ích: what is offered by the public post. */
  z.strictObject({ list: z.literal('post'), intake: z.boolean(), return: z.boolean() }),
  /** 25 dịch vụ công thiết yếu. */
  z.strictObject({ list: z.literal('essential'), name }),
  /** không giấy: on these days of the week (1 Monday … 7 Sunday), absent: always. */
  z.strictObject({
    list: z.literal('paperless'),
    weekdays: z.array(z.int().min(1).max(7)).min(1).optional(),
  }),
  /** rút ngắn thời hạn khi nộp trực tuyến, by so many percent. */
  z.strictObject({ list: z.literal('onlineTime'), percent: z.int().min(1).max(95) }),
  /** giảm phí, lệ phí khi nộp trực tuyến; of these fees only, absent: of all. */
  z.strictObject({
    list: z.literal('onlineFee'),
    rule: reductionRule,
    fees: z.array(z.string()).min(1).optional(),
  }),
] as const;

export const listFacts = z.discriminatedUnion('list', facts);
export type ListFacts = z.infer<typeof listFacts>;
export type ListName = ListFacts['list'];
export const listNames = [
  'interconnected',
  'post',
  'essential',
  'paperless',
  'onlineTime',
  'onlineFee',
] as const;
export const listName = z.enum(listNames);

/** A procedure is put on a list with what follows from it, or taken off it. */
export const listLine = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('add'), code: procedureCode, facts: listFacts }),
  z.strictObject({ change: z.literal('remove'), code: procedureCode, list: listName }),
]);
export type ListLine = z.infer<typeof listLine>;

/** A membership in force on the day asked for. */
export interface Listed {
  readonly facts: ListFacts;
  /** The decision by number, or the source of what ships. */
  readonly source: string;
}
