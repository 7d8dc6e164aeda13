import { z } from 'zod';
import { dayText } from '../../../../kernel/day-input.ts';
import { draftContent } from './draft-content.ts';

const draft = { draftId: z.uuid(), expectedVersion: z.int().min(1) };
const procedureCode = z.string().regex(/^\d\.\d{6}$/);

/** What a new draft begins from. */
export const createDraftInput = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('blank'),
    name: z.string().trim().min(1).max(300),
    procedures: z.array(procedureCode).max(50),
  }),
  z.strictObject({
    from: z.literal('template'),
    template: z.string().min(1).max(100),
    name: z.string().trim().min(1).max(300),
    procedures: z.array(procedureCode).max(50),
  }),
  z.strictObject({ from: z.literal('version'), versionId: z.uuid() }),
]);
export type CreateDraftInput = z.infer<typeof createDraftInput>;

/** The whole content as the editor has it; the expected version is the one it was read under. */
export const saveDraftInput = z.strictObject({ ...draft, content: draftContent });

export const discardDraftInput = z.strictObject(draft);

/** A diagram as the modeler writes it. */
export const saveDiagramInput = z.strictObject({ ...draft, xml: z.string().min(1).max(2_000_000) });

export const dropDiagramInput = z.strictObject(draft);

/** Publication: from which day, and the decision that approved the process. */
export const publishInput = z.strictObject({
  ...draft,
  validFrom: dayText,
  decision: z.strictObject({
    number: z.string().trim().min(1).max(100),
    on: dayText,
    /** Where the decision can be read: an address or a file number. */
    file: z.string().trim().min(1).max(300).optional(),
  }),
});
export type PublishInput = z.infer<typeof publishInput>;
