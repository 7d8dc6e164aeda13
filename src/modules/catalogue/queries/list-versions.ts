import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { procedureCode } from '../core/procedure-record.ts';
import type { VersionBrief } from '../core/version-brief.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';

interface Row {
  readonly version_id: string;
  readonly number: number;
  readonly origin: VersionBrief['origin'];
  readonly name: string;
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate | null;
  readonly withdrawn: boolean;
  readonly ended: NonNullable<VersionBrief['ended']> | null;
  readonly published_at: Date;
}

/** All versions ever published of a procedure, latest days first. Refuses `catalogue.procedure-not-found`. */
export async function listVersions(
  deps: CatalogueStoreDeps,
  ctx: Pick<QueryContext, 'jurisdiction'>,
  code: string,
): Promise<Result<readonly VersionBrief[]>> {
  const unknown = refuse('not-found', 'catalogue.procedure-not-found', { params: { code } });
  if (!procedureCode.safeParse(code).success) return unknown;
  const rows = await many(
    deps.db,
    sql<Row>`
      select v.version_id, v.number, v.origin, v.name, v.valid_from, upper(v.valid) as valid_to,
        isempty(v.valid) as withdrawn, v.ended, v.published_at
      from catalogue.procedure_version v
      where v.jurisdiction = ${ctx.jurisdiction} and v.code = ${code}
      order by v.valid_from desc, v.number desc
    `,
  );
  if (rows.length === 0) return unknown;
  return ok(
    rows.map((row) => ({
      versionId: row.version_id,
      number: row.number,
      origin: row.origin,
      name: row.name,
      validFrom: row.valid_from,
      ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
      withdrawn: row.withdrawn,
      ...(row.ended === null ? {} : { ended: row.ended }),
      publishedAt: row.published_at.toISOString(),
    })),
  );
}
