import { z } from 'zod';

const place = z.tuple([z.string().regex(/^\d{1,7}(\.\d{1,6})?$/), z.string().regex(/^\d\.\d{6}$/)]);

/** Where a page ended: the rank of its last procedure as exact decimal text, and its code. */
export interface Cursor {
  readonly rank: string;
  readonly code: string;
}

export function writeCursor({ rank, code }: Cursor): string {
  return Buffer.from(JSON.stringify([rank, code])).toString('base64url');
}

/** Undefined when the text is not a cursor of ours. */
export function readCursor(text: string): Cursor | undefined {
  try {
    const parsed = place.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return parsed.success ? { rank: parsed.data[0], code: parsed.data[1] } : undefined;
  } catch {
    return undefined;
  }
}
