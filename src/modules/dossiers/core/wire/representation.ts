import { z } from 'zod';
import { dayText } from '../../../../kernel/day-input.ts';

/** By what right somebody acts for the owner (Civil Code 2015, Art. 134–138): a power of attorney, the law, an office. */
export const capacities = ['authorised', 'guardian', 'organisation'] as const;
export type Capacity = (typeof capacities)[number];

/** The paper that proves it. */
export const representationInput = z.strictObject({
  capacity: z.enum(capacities),
  document: z.string().trim().min(3).max(200),
  number: z.string().trim().max(60).optional(),
  issuedOn: dayText.optional(),
  issuedBy: z.string().trim().max(200).optional(),
});
export type RepresentationInput = z.infer<typeof representationInput>;

/** The place of its scan among the papers of a draft and a dossier; no paper of a published list can have this key. */
export const representationPaper = '@dai-dien';

/** By what right the submitter acts, as shown. */
export interface RepresentationView extends Partial<RepresentationInput> {
  readonly capacity: Capacity;
  /** ISO instant at which an officer found the paper in order. */
  readonly checkedAt?: string;
  readonly fileIds: readonly string[];
}
