import { type RawBuilder, sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, one, type Tx } from '../../../platform/database.ts';
import type { PermissionScope } from '../../identity/public.ts';
import type { DueState, KeptKind } from '../contract.ts';
import type { Due } from '../core/retention.ts';
import type { EndedDossier } from './kept-dossiers.ts';

export interface DueRow {
  readonly dossier_id: Id<'dossier'>;
  readonly dossier_code: string;
  readonly procedure_code: string;
  readonly procedure_name: string;
  readonly unit_id: Id<'unit'>;
  readonly ended_on: PlainDate;
  readonly due_on: PlainDate;
  readonly kinds: readonly KeptKind[];
  readonly basis: string;
  readonly source: string;
  readonly warned_at: Date | null;
  readonly state: DueState;
}

/**
 * Writes what a night found. Nothing that may be erased comes before the day its owner was told, nor, not told yet, before the
 * one on which they will have known long enough; what was told stays told while the day is not put off.
 */
export async function saveDue(
  tx: Tx,
  jurisdiction: Jurisdiction,
  found: readonly { readonly dossier: EndedDossier; readonly due: Due }[],
  { now, knownBy }: { readonly now: Date; readonly knownBy: PlainDate },
): Promise<void> {
  const rows = found.map(({ dossier, due }) => ({
    dossier_id: dossier.dossierId,
    dossier_code: dossier.code,
    procedure_code: dossier.procedureCode,
    procedure_name: dossier.procedureName,
    unit_id: dossier.unitId,
    ended_on: dossier.endedOn,
    due_on: due.on,
    kinds: due.kinds,
    basis: due.rule.basis,
    source: due.rule.source,
    certain: due.certain,
  }));
  await sql`
    insert into privacy.retention_due as d (jurisdiction, dossier_id, dossier_code, procedure_code, procedure_name,
      unit_id, ended_on, due_on, kinds, basis, source, certain, found_at)
    select ${jurisdiction}, r.dossier_id, r.dossier_code, r.procedure_code, r.procedure_name, r.unit_id, r.ended_on,
      case when not r.certain then r.due_on when k.warned_at is not null then greatest(r.due_on, k.due_on)
        else greatest(r.due_on, ${knownBy}::date) end,
      array(select jsonb_array_elements_text(r.kinds)), r.basis, r.source, r.certain, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(dossier_id uuid, dossier_code text,
      procedure_code text, procedure_name text, unit_id uuid, ended_on date, due_on date, kinds jsonb, basis text,
      source text, certain boolean)
    left join privacy.retention_due k on k.jurisdiction = ${jurisdiction} and k.dossier_id = r.dossier_id
    on conflict (jurisdiction, dossier_id) do update set
      unit_id = excluded.unit_id, due_on = excluded.due_on, kinds = excluded.kinds, basis = excluded.basis,
      source = excluded.source, certain = excluded.certain, found_at = excluded.found_at,
      warned_at = case when excluded.certain and excluded.due_on <= d.due_on then d.warned_at end`.execute(
    tx,
  );
}

/** Takes away what the whole walk of this night did not find again. */
export async function dropStale(tx: Tx, jurisdiction: Jurisdiction, night: Date): Promise<void> {
  await sql`
    delete from privacy.retention_due where jurisdiction = ${jurisdiction} and found_at <> ${night}`.execute(
    tx,
  );
}

/** What is due of one dossier is done. */
export async function dropDue(tx: Tx, jurisdiction: Jurisdiction, dossierId: string): Promise<void> {
  await sql`
    delete from privacy.retention_due where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}`.execute(
    tx,
  );
}

/** Certain ones whose owner has not been told, locked. */
export function lockUntold(
  tx: Tx,
  jurisdiction: Jurisdiction,
  limit: number,
): Promise<readonly Pick<DueRow, 'dossier_id' | 'due_on'>[]> {
  return many(
    tx,
    sql<Pick<DueRow, 'dossier_id' | 'due_on'>>`
      select dossier_id, due_on from privacy.retention_due
      where jurisdiction = ${jurisdiction} and certain and warned_at is null
      order by due_on, dossier_id limit ${limit} for update`,
  );
}

export async function markWarned(
  tx: Tx,
  jurisdiction: Jurisdiction,
  dossierId: string,
  now: Date,
): Promise<void> {
  await sql`
    update privacy.retention_due set warned_at = ${now}
    where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}`.execute(tx);
}

/** An open hold on `d`: not lifted, its last day not over. */
export function isHeld(today: PlainDate): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from privacy.retention_hold h
    where h.jurisdiction = d.jurisdiction and h.dossier_id = d.dossier_id and h.lifted_at is null
      and (h.until_on is null or h.until_on >= ${today}::date)
  )`;
}

/** Condition on a row `d` with a unit: within the reach. */
export function within(scope: PermissionScope): RawBuilder<unknown> {
  return scope.kind === 'jurisdiction' ? sql`true` : sql`d.unit_id = any(${[...scope.unitIds]}::uuid[])`;
}

/** The list an officer keeps: which, from where, by which law of today. */
export interface Kept {
  readonly jurisdiction: Jurisdiction;
  readonly scope: PermissionScope;
  readonly today: PlainDate;
  readonly procedureCode?: string | undefined;
  /** Only what stands in no list that is neither dropped nor finished. */
  readonly isUnlisted?: boolean;
}

const isListed = sql<boolean>`exists (
  select from privacy.erasure_item i
  join privacy.erasure e on e.jurisdiction = i.jurisdiction and e.erasure_id = i.erasure_id
  where i.jurisdiction = d.jurisdiction and i.dossier_id = d.dossier_id and e.dropped_at is null and e.finished_at is null
)`;

function kept({ jurisdiction, scope, today, procedureCode, isUnlisted }: Kept): RawBuilder<unknown> {
  return sql`
    select d.dossier_id, d.dossier_code, d.procedure_code, d.procedure_name, d.unit_id, d.ended_on, d.due_on, d.kinds,
      d.basis, d.source, d.warned_at, case
        when ${isHeld(today)} then 'held' when not d.certain then 'uncertain'
        when d.due_on <= ${today}::date then 'due' else 'soon' end as state
    from privacy.retention_due d
    where d.jurisdiction = ${jurisdiction} and ${within(scope)}
      ${procedureCode === undefined ? sql`` : sql`and d.procedure_code = ${procedureCode}`}
      ${isUnlisted ? sql`and not ${isListed}` : sql``}`;
}

const columns =
  sql.raw(`dossier_id, dossier_code, procedure_code, procedure_name, unit_id, ended_on, due_on, kinds, basis,
  source, warned_at, state`);

/** A page of what is due or near, soonest first. */
export function dueRows(
  connection: Connection,
  of: Kept,
  page: {
    readonly state?: DueState | undefined;
    readonly after?: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly DueRow[]> {
  const { state, after, limit } = page;
  return many(
    connection,
    sql<DueRow>`
      select ${columns} from (${kept(of)}) due
      where true ${state === undefined ? sql`` : sql`and state = ${state}`}
        ${after ? sql`and (due_on, dossier_id) > (${after[0]}::date, ${after[1]}::uuid)` : sql``}
      order by due_on, dossier_id limit ${limit}`,
  );
}

const mostCounted = 1000;

/** How many of each state, counted up to a thousand. */
export async function countDue(
  connection: Connection,
  of: Kept,
): Promise<Readonly<Record<DueState, number>>> {
  return one(
    connection,
    sql<Record<DueState, number>>`
      select least(count(*) filter (where state = 'due'), ${mostCounted})::int as due,
        least(count(*) filter (where state = 'soon'), ${mostCounted})::int as soon,
        least(count(*) filter (where state = 'held'), ${mostCounted})::int as held,
        least(count(*) filter (where state = 'uncertain'), ${mostCounted})::int as uncertain
      from (${kept(of)}) due`,
  );
}

/** Procedures that stand in the list, for its filter. */
export function dueProcedures(
  connection: Connection,
  of: Kept,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return many(
    connection,
    sql<{ code: string; name: string }>`
      select procedure_code as code, max(procedure_name) as name from (${kept(of)}) due
      group by procedure_code order by procedure_code limit 500`,
  );
}
