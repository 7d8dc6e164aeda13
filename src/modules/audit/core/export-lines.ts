import { z } from 'zod';

const hex = z.string().regex(/^([0-9a-f]{64})?$/);
const position = z.int().min(1);

const headerFacts = {
  kind: z.literal('motcua-journal-export'),
  jurisdiction: z.int(),
  exportedAt: z.iso.datetime(),
  head: z
    .strictObject({ day: z.iso.date(), position, hash: hex, authority: z.string(), stamp: z.string() })
    .nullable(),
};

/**
 * First line of an export: the head that vouches for it where there is one already and, since version 2, what was asked for and how many
 * rows that gave. No seal covers this line itself.
 */
export const exportHeader = z.discriminatedUnion('version', [
  z.strictObject({ ...headerFacts, version: z.literal(1) }),
  z.strictObject({
    ...headerFacts,
    version: z.literal(2),
    asked: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    rows: z.int().min(0),
    /** More was found than an export holds. */
    cut: z.boolean(),
  }),
]);

/** A row as it was sealed. */
export const exportRow = z.strictObject({ kind: z.literal('row'), position, text: z.string() });

/** A block of the chain, in order from the first exported row to the head; digests where one of its rows is exported. */
export const exportBlock = z.strictObject({
  kind: z.literal('block'),
  block: position,
  firstPosition: position,
  lastPosition: position,
  previous: hex,
  root: hex,
  hash: hex,
  digests: z.array(hex).optional(),
  /** Left out by blocks of format 1, whose hash says nothing of when they were sealed. */
  format: z.literal(2).optional(),
  /** Microseconds since 1970. */
  sealedAt: z.int().optional(),
});

export const exportLine = z.discriminatedUnion('kind', [exportHeader, exportRow, exportBlock]);
export type ExportLine = z.infer<typeof exportLine>;
export type ExportHeader = z.infer<typeof exportHeader>;
export type ExportBlock = z.infer<typeof exportBlock>;
export type ExportRow = z.infer<typeof exportRow>;
