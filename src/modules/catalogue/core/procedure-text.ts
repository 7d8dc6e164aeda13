import type { z } from 'zod';
import { procedureRecord } from './procedure-record.ts';
import type { ProcedureVersion } from './procedure-version.ts';

/** What a version says, without its days and its place in lists: what is drafted, compared and published. */
export const procedureText = procedureRecord.omit({ validFrom: true, validTo: true, prominence: true });
export type ProcedureText = z.infer<typeof procedureText>;

/** The text of a published version. */
export function textOf(version: ProcedureVersion): ProcedureText {
  const { id: _id, validFrom: _from, validTo: _to, origin: _origin, number: _number, ...rest } = version;
  const { contentHash: _hash, publishedAt: _at, lists: _lists, levels, ...said } = rest;
  return { ...said, levels: [...levels] };
}
