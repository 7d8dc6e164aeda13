import { z } from 'zod';
import { procedureContent } from './content.ts';
import { listFacts } from './lists/list-entry.ts';
import { procedureBrief } from './procedure-brief.ts';
import { procedureCode, procedureRecord } from './procedure-record.ts';
import type { ProcedureVersion } from './procedure-version.ts';
import { versionBrief } from './version-brief.ts';

/** Answer of `GET /api/v1/procedures`. */
export const proceduresAnswer = z.strictObject({
  items: z.array(procedureBrief),
  /** Opaque; give it back as `after`. Absent on the last page. */
  next: z.string().optional(),
});

/** Answer of `GET /api/v1/procedures/:code`: the version in force on the day asked for. */
export const procedureAnswer = procedureRecord.omit({ prominence: true, content: true }).extend({
  code: procedureCode,
  versionId: z.uuid(),
  version: z.int(),
  origin: z.enum(['shipped', 'edited', 'imported']),
  publishedAt: z.iso.datetime({ offset: true }),
  /** As applied on the day: the lists in force then are counted in. */
  content: procedureContent,
  /** Lists by decision it is on that day, with what follows from each. */
  lists: z.array(z.strictObject({ facts: listFacts, source: z.string() })).optional(),
});
export type ProcedureAnswer = z.infer<typeof procedureAnswer>;

/** Answer of `GET /api/v1/procedures/:code/versions`: all ever published, latest days first. */
export const versionsAnswer = z.strictObject({ items: z.array(versionBrief) });

/** Answer of `GET /api/v1/procedures/changes`. */
export const changesAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      code: procedureCode,
      versionId: z.uuid(),
      /**
       * Published; closed by the next; ended (abolished, replaced, suspended); withdrawn before its first day; reopened:
       * goes on or begins after all, a decision was taken back before its day.
       */
      kind: z.enum(['published', 'closed', 'ended', 'withdrawn', 'reopened']),
      /** First day on which the catalogue reads otherwise. */
      from: z.iso.date(),
    }),
  ),
  /** Opaque; give it back as `after`, now or later: always given. */
  next: z.string(),
  /** Whether there is more to fetch now. */
  more: z.boolean(),
});
export type ChangesAnswer = z.infer<typeof changesAnswer>;

export function toProcedureAnswer(version: ProcedureVersion): ProcedureAnswer {
  const { id, number, contentHash: _hash, publishedAt, levels, lists, ...said } = version;
  return {
    ...said,
    versionId: id,
    version: number,
    levels: [...levels],
    ...(lists === undefined ? {} : { lists: [...lists] }),
    publishedAt: publishedAt.toISOString(),
  };
}
