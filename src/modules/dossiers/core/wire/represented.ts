import { z } from 'zod';
import { walkInParty } from './inputs.ts';
import { representationInput } from './representation.ts';

const represented = z.strictObject({ owner: walkInParty, representation: representationInput });
/** For whom a draft is made, and by what right. */
export type Represented = z.infer<typeof represented>;

/** Says for whom the draft is made; null: for oneself. */
export const saveRepresentedInput = z.strictObject({
  draftId: z.uuid(),
  expectedVersion: z.int().min(1),
  represented: represented.nullable(),
});
