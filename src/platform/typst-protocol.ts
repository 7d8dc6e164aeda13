import { z } from 'zod';

/** What the printing process is asked. */
export const renderRequest = z.object({
  id: z.int(),
  template: z.string(),
  inputs: z.record(z.string(), z.string()),
  at: z.date(),
});
export type RenderRequest = z.infer<typeof renderRequest>;

/** What it answers: the document, or why there is none. */
export const renderReply = z.union([
  z.object({
    id: z.int(),
    pdf: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    pages: z.int(),
  }),
  z.object({ id: z.int(), error: z.string() }),
]);
export type RenderReply = z.infer<typeof renderReply>;
