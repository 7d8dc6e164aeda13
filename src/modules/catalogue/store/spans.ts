import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import type { Span, SpanChange } from '../core/plan-change.ts';

interface SpanRow {
  readonly code: string;
  readonly versionId: string;
  readonly number: number;
  /** Null when withdrawn. */
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly ended: NonNullable<Span['ended']> | null;
  readonly highest: number;
}

/** The versions of one procedure in the order of their days, and the highest number given so far. */
export interface Spans {
  readonly spans: readonly Span[];
  readonly highest: number;
}

export const noSpans: Spans = { spans: [], highest: 0 };

/** What is published of each of the codes. */
export async function findSpans(
  db: Connection,
  jurisdiction: Jurisdiction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Spans>> {
  const rows = await many(
    db,
    sql<SpanRow>`
      select v.code, v.version_id as "versionId", v.number, lower(v.valid) as "from", upper(v.valid) as "to", v.ended,
        max(v.number) over (partition by v.code) as highest
      from catalogue.procedure_version v
      where v.jurisdiction = ${jurisdiction} and v.code = any (${[...codes]}::text[])
      order by v.code, v.valid
    `,
  );
  const found = new Map<string, { spans: Span[]; highest: number }>();
  for (const { code, highest, versionId, number, from, to, ended } of rows) {
    const entry = found.get(code) ?? { spans: [], highest };
    found.set(code, entry);
    // A withdrawn version has no days, but its number is used up.
    if (from === null) continue;
    entry.spans.push({
      versionId,
      number,
      from,
      ...(to === null ? {} : { to }),
      ...(ended === null ? {} : { ended }),
    });
  }
  return found;
}

/** A change of the days of one procedure. */
export interface Amendment extends SpanChange {
  readonly from: PlainDate;
  /** How the procedure ends; absent when a new version follows. */
  readonly ended?: { readonly how: NonNullable<Span['ended']>; readonly decisionId: string };
}

/** Sets the days of published versions; `today` is the day from which they may move. */
export async function amendSpans(
  tx: Tx,
  jurisdiction: Jurisdiction,
  today: PlainDate,
  amendments: readonly Amendment[],
): Promise<void> {
  const rows = amendments.flatMap(({ closes, withdraws, from, ended }) => {
    const end = { ended: ended?.how ?? null, by: ended?.decisionId ?? null };
    return [
      ...withdraws.map(({ versionId }) => ({ versionId, to: null, ...end })),
      ...(closes ? [{ versionId: closes.versionId, to: from, ...end }] : []),
    ];
  });
  if (rows.length === 0) return;
  await sql`
    update catalogue.procedure_version v
    set valid = case when r."to" is null then 'empty'::daterange else daterange(v.valid_from, r."to") end,
      amended_on = ${today}, ended = r.ended, ended_by = r.by
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("versionId" uuid, "to" date, ended text, by uuid)
    where v.jurisdiction = ${jurisdiction} and v.version_id = r."versionId"
  `.execute(tx);
}
