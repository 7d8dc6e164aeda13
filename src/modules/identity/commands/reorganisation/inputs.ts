import { z } from 'zod';
import { type PlainDate, parsePlainDate } from '../../../../kernel/plain-date.ts';
import { planEdit, unitFacts } from '../../core/reorganisation/plan.ts';

const day = z.string().transform((text, check): PlainDate => {
  const date = parsePlainDate(text);
  if (date !== undefined) return date;
  check.addIssue({ code: 'invalid_format', format: 'date', input: text });
  return z.NEVER;
});

const head = {
  title: z.string().trim().min(1).max(300),
  decisionNumber: z.string().trim().min(1).max(100).optional(),
  decidedOn: day.optional(),
  /** The first day on which it holds. */
  effectiveOn: day.optional(),
  note: z.string().trim().min(1).max(4000).optional(),
};
const draft = { reorganisationId: z.uuid(), expectedVersion: z.int().positive() };

/** What whoever is no administrator is told. */
export const refusal = 'identity.units-not-allowed';

export const createInput = z.strictObject(head);
export const saveHeadInput = z.strictObject({ ...draft, ...head });
export const editInput = z.strictObject({ ...draft, change: planEdit });
export const draftInput = z.strictObject(draft);
export const undoInput = z.strictObject({ ...draft, reason: z.string().trim().min(1).max(1000) });
export const correctUnitInput = z.strictObject({
  unitId: z.uuid(),
  /** First day of the span that is corrected. */
  validFrom: day,
  facts: unitFacts.pick({
    name: true,
    shortName: true,
    nameEn: true,
    gsoCode: true,
    agencyCode: true,
    officeHours: true,
  }),
  reason: z.string().trim().min(1).max(1000),
});
