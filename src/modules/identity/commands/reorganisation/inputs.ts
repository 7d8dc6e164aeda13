import { z } from 'zod';
import { dayInput } from '../../../../kernel/day-input.ts';
import { planEdit, unitFacts } from '../../core/reorganisation/plan.ts';

const head = {
  title: z.string().trim().min(1).max(300),
  decisionNumber: z.string().trim().min(1).max(100).optional(),
  decidedOn: dayInput.optional(),
  /** The first day on which it holds. */
  effectiveOn: dayInput.optional(),
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
  validFrom: dayInput,
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
