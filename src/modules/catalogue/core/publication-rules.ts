import { z } from 'zod';
import { contentParts } from './lint/required-parts.ts';

/** How texts come to be published here: data of the installation with its sources, not law in code. */
export const publicationRules = z.strictObject({
  /** Whether who wrote or submitted a text may also approve it. */
  ownApproval: z.boolean(),
  /** Parts without which no text is published. */
  requiredParts: z.array(
    z.strictObject({ part: z.enum(contentParts), source: z.string().min(1), certainty: z.string().min(1) }),
  ),
  /** Reasons of the linter that only warn here: `process-missing` while processes are still being typed in. */
  warnOnly: z.array(z.string()),
  /** Key of the unit that answers reports of a wrong list: by its office hours they are due. */
  answeringUnit: z.string().min(1),
});
export type PublicationRules = z.infer<typeof publicationRules>;
