import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { type Connection, many, one } from '../../../platform/database.ts';
import type { UnitLoad } from '../../identity/public.ts';
import type { DossierDeps } from '../store/deps.ts';

const onTheirWay = sql`('submitted', 'accepted', 'inProcess', 'completed')`;

/** What of the work rests on each unit, its predecessors' included: shown before it is reorganised. Counts only. */
export async function unitWork(
  deps: Pick<DossierDeps, 'identity' | 'documents'>,
  db: Connection,
  jurisdiction: Jurisdiction,
  unitIds: readonly Id<'unit'>[],
  now: Date,
): Promise<readonly UnitLoad[]> {
  const today = plainDateOf(now);
  const loads: UnitLoad[] = [];
  const books = await deps.documents.queries.runningBooks(db, jurisdiction, unitIds);
  for (const unitId of unitIds) {
    const scope = [...deps.identity.units.scopeOf(unitId, today)];
    const counts = await one(
      db,
      sql<
        Omit<UnitLoad, 'unitId' | 'kinds' | 'series' | 'openDossiers' | 'codePattern'> & {
          pattern: string | null;
        }
      >`
        select
          (select count(*)::int from dossiers.task t
            where t.jurisdiction = ${jurisdiction} and t.unit_id = any(${scope}::uuid[]) and t.closed_at is null
          ) as "openTasks",
          (select count(*)::int from dossiers.task t
            where t.jurisdiction = ${jurisdiction} and t.unit_id = any(${scope}::uuid[]) and t.closed_at is null
              and t.assigned_to is not null
          ) as "heldTasks",
          (select count(*)::int from dossiers.draft f
            where f.jurisdiction = ${jurisdiction} and f.competent_unit_id = any(${scope}::uuid[]) and f.dossier_id is null
          ) as drafts,
          (select count(*)::int from dossiers.substitution s
            where s.jurisdiction = ${jurisdiction} and s.unit_id = any(${scope}::uuid[]) and s.ended_at is null
              and s.until_on > ${today}
          ) as substitutions,
          (select p.pattern from dossiers.code_pattern p
            where p.jurisdiction = ${jurisdiction} and p.unit_id = ${unitId} and p.valid_from <= ${today}
              and (p.valid_to is null or p.valid_to > ${today})
          ) as pattern`,
    );
    const kinds = await many(
      db,
      sql<UnitLoad['kinds'][number]>`
        select d.procedure_code as "procedureCode", max(d.procedure_name) as "procedureName", d.sector,
          count(*)::int as dossiers
        from dossiers.dossier d
        where d.jurisdiction = ${jurisdiction} and d.phase in ${onTheirWay}
          and (d.competent_unit_id = any(${scope}::uuid[]) or d.received_unit_id = any(${scope}::uuid[]))
        group by d.procedure_code, d.sector
        order by dossiers desc, d.procedure_code`,
    );
    const series = await many(
      db,
      sql<UnitLoad['series'][number]>`
        select distinct on (series) series, period, last_number as "lastNumber" from dossiers.number_counter
        where jurisdiction = ${jurisdiction} and unit_id = ${unitId}
        order by series, period desc`,
    );
    const { pattern, ...counted } = counts;
    loads.push({
      unitId,
      ...counted,
      openDossiers: kinds.reduce((sum, kind) => sum + kind.dossiers, 0),
      kinds,
      series: [...series, ...books.filter((book) => book.unitId === unitId).map(bookSeries)],
      ...(pattern !== null && { codePattern: pattern }),
    });
  }
  return loads;
}

function bookSeries(book: { readonly book: string; readonly year: number; readonly lastNumber: number }) {
  return { series: 'book', name: book.book, period: String(book.year), lastNumber: book.lastNumber } as const;
}
