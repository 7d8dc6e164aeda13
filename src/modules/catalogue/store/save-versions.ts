import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { searchText } from '../../../kernel/search-text.ts';
import type { Tx } from '../../../platform/database.ts';
import type { ProcedureRecord } from '../core/procedure-record.ts';
import type { VersionOrigin } from '../core/procedure-version.ts';

/** A version about to be published. */
export interface NewVersion {
  readonly id: Id<'procedureVersion'>;
  readonly record: ProcedureRecord;
  readonly contentHash: string;
  readonly number: number;
  readonly validFrom: PlainDate;
}

/** Rows a statement carries: enough to be quick, few enough to stay small. */
const batchSize = 200;

/** Adds procedures not yet known and brings their standing up to date; unchanged rows are not touched. */
export async function saveProcedures(
  tx: Tx,
  jurisdiction: Jurisdiction,
  procedures: readonly Pick<ProcedureRecord, 'code' | 'prominence'>[],
): Promise<void> {
  await sql`
    insert into catalogue.procedure (jurisdiction, code, prominence)
    select ${jurisdiction}, r.code, r.prominence
    from jsonb_to_recordset(${JSON.stringify(procedures.map(({ code, prominence }) => ({ code, prominence })))}::jsonb)
      as r(code text, prominence smallint)
    on conflict (jurisdiction, code) do update set prominence = excluded.prominence
      where procedure.prominence <> excluded.prominence
  `.execute(tx);
}

/** Adds the codes not yet known, rare until said otherwise. */
export async function addProcedures(
  tx: Tx,
  jurisdiction: Jurisdiction,
  codes: readonly string[],
): Promise<void> {
  await sql`
    insert into catalogue.procedure (jurisdiction, code)
    select ${jurisdiction}, c.code from unnest(${[...codes]}::text[]) as c(code)
    on conflict do nothing
  `.execute(tx);
}

/** Publishes versions; overlapping days of one procedure break the exclusion constraint and throw. */
export async function insertVersions(
  tx: Tx,
  ctx: CommandContext,
  origin: VersionOrigin,
  versions: readonly NewVersion[],
): Promise<void> {
  for (let start = 0; start < versions.length; start += batchSize) {
    const rows = versions.slice(start, start + batchSize).map(toRow);
    await sql`
      insert into catalogue.procedure_version
        (jurisdiction, version_id, code, number, valid, valid_from, amended_on, ended, origin, name, name_en, short_name, short_name_en, sector,
         sector_en, ministry, levels, service_level, routing, routing_system, content, content_hash,
         published_at, search_more, search_terms)
      select ${ctx.jurisdiction}, r.version_id, r.code, r.number, daterange(r.valid_from, r.valid_to), r.valid_from,
        ${plainDateOf(ctx.now)}, case when r.valid_to is not null then 'abolished' end, ${origin},
        r.name, r.name_en, r.short_name, r.short_name_en, r.sector, r.sector_en, r.ministry, r.levels,
        r.service_level, r.routing, r.routing_system, r.content, r.content_hash, ${ctx.now}, r.search_more,
        r.search_terms
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
        version_id uuid, code text, number integer, valid_from date, valid_to date, name text, name_en text,
        short_name text, short_name_en text, sector text, sector_en text, ministry text, levels text[],
        service_level text, routing text, routing_system text, content jsonb, content_hash text, search_more text,
        search_terms text[])
    `.execute(tx);
  }
}

function toRow({ id, record, contentHash, number, validFrom }: NewVersion) {
  return {
    version_id: id,
    code: record.code,
    number,
    valid_from: validFrom,
    valid_to: record.validTo ?? null,
    name: record.name,
    name_en: record.nameEn ?? null,
    short_name: record.shortName ?? null,
    short_name_en: record.shortNameEn ?? null,
    sector: record.sector,
    sector_en: record.sectorEn ?? null,
    ministry: record.ministry ?? null,
    levels: record.levels,
    service_level: record.serviceLevel,
    routing: record.routing.kind,
    routing_system: record.routing.system ?? null,
    content: record.content,
    content_hash: contentHash,
    search_more: searchMore(record).join(' '),
    search_terms: searchMore(record).map(searchText),
  };
}

/** Words beside the name under which people look for it. */
function searchMore(record: ProcedureRecord): readonly string[] {
  const { keywords, results } = record.content;
  const english = [record.shortNameEn, record.nameEn, record.sectorEn].filter((name) => name !== undefined);
  return [...keywords, ...results.map((result) => result.name), ...english];
}
