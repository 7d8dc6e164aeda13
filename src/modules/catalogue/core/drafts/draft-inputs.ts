import { z } from 'zod';
import { procedureCode } from '../procedure-record.ts';
import { patchOperation } from './apply-patch.ts';

const draftId = z.uuid();
/** The draft's version the editor has seen: another one means somebody else was faster. */
const version = z.int().min(1);
const said = z.string().trim().min(1).max(4000);
const place = z.string().max(400).optional();

/** A new text: blank, as a copy of another procedure's version, or on top of a version of its own. */
export const createDraftInput = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('blank'),
    code: procedureCode,
    name: z.string().trim().max(2000).optional(),
  }),
  z.strictObject({ from: z.literal('clone'), code: procedureCode, versionId: z.uuid() }),
  z.strictObject({ from: z.literal('version'), versionId: z.uuid() }),
]);

export const saveDraftInput = z.strictObject({
  draftId,
  version,
  patch: z.array(patchOperation).min(1).max(2000),
});

export const commentDraftInput = z.strictObject({ draftId, pointer: place, text: said });

export const submitDraftForReviewInput = z.strictObject({ draftId, version, note: said.optional() });

export const returnDraftInput = z.strictObject({
  draftId,
  version,
  /** Each reason becomes a comment at its place. */
  reasons: z
    .array(z.strictObject({ pointer: place, text: said }))
    .min(1)
    .max(100),
});

export const approveDraftInput = z.strictObject({ draftId, version, note: said.optional() });

export const discardDraftInput = z.strictObject({ draftId, version, reason: said });
