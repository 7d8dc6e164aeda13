import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many } from '../../../platform/database.ts';

/** An open dossier that rests on a split unit somewhere. */
export interface SplitDossier {
  readonly dossier_id: Id<'dossier'>;
  readonly code: string;
  readonly procedure_code: string;
  readonly procedure_name: string;
  readonly sector: string;
  readonly submitted_at: Date;
  readonly submitted_text: string;
  /** Where it is decided, was received, and is returned. */
  readonly places: readonly Id<'unit'>[];
}

/** Open dossiers that one of the units decides, received or returns, oldest first. */
export function openAtSplitUnits(
  db: Connection,
  jurisdiction: Jurisdiction,
  unitIds: readonly Id<'unit'>[],
  page: {
    readonly after?: { readonly submittedAt: string; readonly dossierId: string } | undefined;
    readonly limit: number;
  },
): Promise<readonly SplitDossier[]> {
  const ids = [...unitIds];
  const after = page.after
    ? sql`and (d.submitted_at, d.dossier_id) > (${page.after.submittedAt}::timestamptz, ${page.after.dossierId}::uuid)`
    : sql``;
  return many(
    db,
    sql<SplitDossier>`
      select d.dossier_id, d.code, d.procedure_code, d.procedure_name, d.sector, d.submitted_at,
        d.submitted_at::text as submitted_text,
        array[d.competent_unit_id, d.received_unit_id, d.return_unit_id]::text[] as places
      from dossiers.dossier d
      where d.jurisdiction = ${jurisdiction} and d.phase in ('submitted', 'accepted', 'inProcess', 'completed')
        and (d.competent_unit_id = any(${ids}::uuid[]) or d.received_unit_id = any(${ids}::uuid[])
          or d.dossier_id in (
            select t.dossier_id from dossiers.task t
            where t.jurisdiction = ${jurisdiction} and t.unit_id = any(${ids}::uuid[]) and t.closed_at is null
          ))
        ${after}
      order by d.submitted_at, d.dossier_id
      limit ${page.limit}
    `,
  );
}
