import { z } from 'zod';
import { chosenParts } from './parts.ts';
import type { UnitLabel } from './unit-label.ts';

/** Where the result is sent, and to whom. */
export const postalAddress = z.strictObject({
  recipient: z.string().trim().min(2).max(200),
  phone: z
    .string()
    .trim()
    .regex(/^0\d{9,10}$/),
  address: z.string().trim().min(10).max(500),
});
export type PostalAddress = z.infer<typeof postalAddress>;

/** Number under which the post carries something, as printed on its slip: `EA123456789VN`. */
export const trackingNumber = z
  .string()
  .transform((text) => text.replaceAll(/[\s.-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9]{8,20}$/));

/** What of a dossier travels by the public post. */
export const postalChoice = z.strictObject({
  /** The papers themselves are sent to the counter after the files. */
  sendsPapers: z.boolean().default(false),
  /** The result is sent home; absent: fetched at the counter. */
  returnTo: postalAddress.optional(),
});
export type PostalChoice = z.infer<typeof postalChoice>;

/** What was chosen for a draft beside its form. */
export interface DraftChoices {
  readonly post?: PostalChoice;
  /** Codes of the other procedures of the group. */
  readonly parts?: readonly string[];
}

/** Chooses anew what is chosen beside the form of a draft. */
export const chooseForDraftInput = z.strictObject({
  draftId: z.uuid(),
  expectedVersion: z.int().min(1),
  post: postalChoice.optional(),
  parts: chosenParts.optional(),
});

/** At a counter: the papers came by post under this number; the result goes there. */
export const walkInPost = z.strictObject({
  cameUnder: trackingNumber.optional(),
  returnTo: postalAddress.optional(),
});
export type WalkInPost = z.infer<typeof walkInPost>;

/** Results handed to the post together, each with the number of its slip. */
export const handToPostInput = z.strictObject({
  unitId: z.uuid(),
  items: z
    .array(z.strictObject({ taskId: z.uuid(), trackingNumber }))
    .min(1)
    .max(100),
});
export type HandToPostInput = z.infer<typeof handToPostInput>;

/** Papers that were announced have come. */
export const receiveByPostInput = z.strictObject({ dossierId: z.uuid(), trackingNumber });

/** What travels by post for one dossier. */
export interface PostalItemView {
  readonly direction: 'in' | 'out';
  readonly recipient?: string;
  readonly phone?: string;
  readonly address?: string;
  /** The list by which the post was offered. */
  readonly source?: string;
  readonly trackingNumber?: string;
  /** When it came from the post, or was given to it; absent while it is awaited. */
  readonly movedAt?: string;
}

/** A result that waits for the post, or papers that are on their way. */
export interface PostalRow extends Omit<PostalItemView, 'direction'> {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly ownerName: string;
  /** For a result: the step that hands it over. */
  readonly taskId?: string;
}

/** The counter's desk for the post. */
export interface PostalDesk {
  /** Counters of the officer. */
  readonly units: readonly UnitLabel[];
  readonly unit: UnitLabel;
  /** Results to hand over, the longest waiting first. */
  readonly out: readonly PostalRow[];
  readonly nextOut?: string;
  /** Papers announced and not come. */
  readonly in: readonly PostalRow[];
  readonly nextIn?: string;
  readonly lists: readonly PostalListBrief[];
}

export interface PostalListBrief {
  readonly listId: string;
  readonly handedAt: string;
  readonly items: number;
}

/** A list as it is printed. */
export interface PostalList extends Omit<PostalListBrief, 'items'> {
  readonly unit: UnitLabel;
  readonly handedBy: string;
  readonly items: readonly PostalRow[];
}
