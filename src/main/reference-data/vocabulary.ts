import { z } from 'zod';
import { type PlainDate, parsePlainDate } from '../../kernel/plain-date.ts';

/**
 * How sure a fact is: `certain` chắc (read in the law or a public register), `practice` thực tiễn (usual, a
 * province may differ), `forecast` dự báo (no decision yet), `unverified` chưa đối chiếu (never demanded of a citizen).
 */
export const certainty = z.enum(['certain', 'practice', 'forecast', 'unverified']);
export type Certainty = z.infer<typeof certainty>;

/** The same in the words of the modules. */
export const certaintyInModules = {
  certain: 'official',
  practice: 'reported',
  forecast: 'unchecked',
  unverified: 'unchecked',
} as const satisfies Record<Certainty, string>;

/** A real calendar day, `YYYY-MM-DD`. */
export const plainDate = z.string().transform((text, context): PlainDate => {
  const date = parsePlainDate(text);
  if (date !== undefined) return date;
  context.addIssue({ code: 'custom', message: `"${text}" is not a day written YYYY-MM-DD` });
  return z.NEVER;
});

/** Text as officials write it: NFC, not empty, no space around it. */
export const legalText = z
  .string()
  .min(1)
  .refine((text) => text === text.normalize('NFC'), { message: 'must be Unicode NFC' })
  .refine((text) => text === text.trim(), { message: 'has space around it' });

/** Where a fact comes from and how sure it is; on every row. */
export const provenance = { source: legalText, certainty };

/** Half-open validity `[validFrom, validTo)`; without `validTo` still valid. */
export const validity = { validFrom: plainDate, validTo: plainDate.optional() };

export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written HH:MM');

/** Code of a procedure in the national database, e.g. `1.001193`. */
export const procedureCode = z.string().regex(/^\d\.\d{6}$/, 'a procedure code is written 1.001193');

/** A short stable English key: `one-stop`, `civil-status`. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key is written in-kebab-case');

/** True when `[from, to)` holds the day. */
export function isValidOn(
  row: { validFrom: PlainDate; validTo?: PlainDate | undefined },
  day: PlainDate,
): boolean {
  return row.validFrom <= day && (row.validTo === undefined || day < row.validTo);
}

/** True when two half-open validities share a day. */
export function overlaps(
  one: { validFrom: PlainDate; validTo?: PlainDate | undefined },
  other: { validFrom: PlainDate; validTo?: PlainDate | undefined },
): boolean {
  const startsBeforeEnd = (from: PlainDate, to: PlainDate | undefined) => to === undefined || from < to;
  return startsBeforeEnd(one.validFrom, other.validTo) && startsBeforeEnd(other.validFrom, one.validTo);
}
