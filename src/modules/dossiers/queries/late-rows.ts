import { type RawBuilder, sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { LimitedReach } from '../../identity/public.ts';

/** A dossier whose time has run out. */
export interface LateRowRead {
  readonly dossier_id: Id<'dossier'>;
  readonly code: string;
  readonly procedure_name: string;
  readonly owner_name: string;
  readonly is_essential: boolean;
  readonly received_unit_id: Id<'unit'>;
  readonly competent_unit_id: Id<'unit'>;
  readonly promised_at: Date;
  readonly late_since: Date;
  readonly sort_key: string;
}

/** Which late dossiers are read. */
export interface LateReach {
  /** Units whose dossiers are seen; null is everywhere. */
  readonly units: readonly Id<'unit'>[] | null;
  /** Sectors whose dossiers are seen wherever they are. */
  readonly sectors: readonly string[];
  /** Units in which matters of some sectors or procedures alone are seen, by a power lent for these. */
  readonly limited?: readonly LimitedReach[];
  /** Only what these decide; null is any. */
  readonly decidedBy: readonly Id<'unit'>[] | null;
  /** Only what came in as an essential service. */
  readonly onlyEssential?: boolean;
}

/** With more units than this their walks would cost more than one walk of everything with the units tested along it. */
const fewUnits = 48;

/**
 * Dossiers whose promise has passed and whose clock has run out, longest promised first. One that stands still, or that the
 * law gave more time, is not late. A dossier is seen where it is decided, where it was received and where a step of it lies
 * now. Three plans, none of which sorts all matches: of few units each is one walk of an index in the order of the page, a
 * page long at most, and the walks are merged, what several of them have once; of many (all below a department, or below the
 * province) and of a sector everything is walked in that order and tested; everywhere is that walk alone. Exported for its plan.
 */
export function lateRows(
  ctx: Pick<QueryContext, 'jurisdiction' | 'now'>,
  reach: LateReach,
  after: readonly [string, string] | undefined,
  limit: number,
): RawBuilder<LateRowRead> {
  const { decidedBy } = reach;
  // Where everything is seen, a filter is a walk of its own.
  const decides = reach.units === null ? decidedBy : reach.units;
  const narrowed =
    reach.units !== null && decidedBy !== null
      ? sql`and d.competent_unit_id = any(${[...decidedBy]}::uuid[])`
      : sql``;
  const beyond = (row: 'd' | 't') => {
    const key = sql.raw(`${row}.promised_at, ${row}.dossier_id`);
    const past = sql`${sql.raw(row)}.promised_at < ${ctx.now}`;
    return after ? sql`${past} and (${key}) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : past;
  };
  const late = sql`
    cross join lateral (
      select greatest(d.promised_at, c.forecast_at) as late_since from dossiers.clock c
      where c.jurisdiction = d.jurisdiction and c.dossier_id = d.dossier_id and not c.ended and c.suspended_at is null
        and (c.forecast_at is null or c.forecast_at < ${ctx.now})
      offset 0
    ) c`;
  const open = sql`d.jurisdiction = ${ctx.jurisdiction} and d.phase in ('accepted', 'inProcess')
    ${reach.onlyEssential === true ? sql`and d.essential_by is not null` : sql``}`;
  const columns =
    sql.raw(`d.dossier_id, d.code, d.procedure_name, d.owner_name, d.essential_by is not null as is_essential,
    d.received_unit_id, d.competent_unit_id, d.promised_at, c.late_since`);
  const read =
    sql.raw(`r.dossier_id, r.code, r.procedure_name, r.owner_name, r.is_essential, r.received_unit_id, r.competent_unit_id,
    r.promised_at, r.late_since`);
  const walk = (where: RawBuilder<unknown>) => sql`
    select ${columns} from dossiers.dossier d ${late}
    where ${open} and ${beyond('d')} ${narrowed} ${where}
    order by d.promised_at, d.dossier_id limit ${limit}`;
  const ordered = (rows: RawBuilder<unknown>) => sql<LateRowRead>`
    select distinct on (r.promised_at, r.dossier_id) ${read}, r.promised_at::text as sort_key
    from (${rows}) r order by r.promised_at, r.dossier_id limit ${limit}`;
  if (decides === null) return ordered(walk(sql``));
  const units = sql`${[...decides]}::uuid[]`;
  const ofUnit = (rows: RawBuilder<unknown>) =>
    sql`select ${read} from unnest(${units}) as place(unit) cross join lateral (${rows}) r`;
  const decided = ofUnit(walk(sql`and d.competent_unit_id = place.unit`));
  if (reach.units === null) return ordered(decided);
  const ofSectors = sql`
    union all (${walk(sql`and d.sector = any(${[...reach.sectors]}::text[])`)})`;
  const lies = (places: RawBuilder<unknown>) => sql`
    (d.competent_unit_id = any(${places}) or d.received_unit_id = any(${places}) or exists (
      select from dossiers.task t
      where t.jurisdiction = d.jurisdiction and t.dossier_id = d.dossier_id and t.closed_at is null
        and t.unit_id = any(${places}) offset 0))`;
  const limited = (reach.limited ?? []).map(
    ({ unitIds, sectors, procedures }) => sql`
    union all (${walk(sql`and ${lies(sql`${[...unitIds]}::uuid[]`)}
      and (d.sector = any(${[...sectors]}::text[]) or d.procedure_code = any(${[...procedures]}::text[]))`)})`,
  );
  const also = sql.join([...(reach.sectors.length === 0 ? [] : [ofSectors]), ...limited], sql` `);
  if (decides.length > fewUnits)
    return ordered(sql`
      (${walk(sql`and ${lies(units)}`)})
      ${also}`);
  return ordered(sql`
    ${decided}
    union all
    ${ofUnit(walk(sql`and d.received_unit_id = place.unit`))}
    union all
    ${ofUnit(sql`
      select ${columns} from dossiers.task t
      cross join lateral (
        select d.jurisdiction, d.dossier_id, d.code, d.procedure_name, d.owner_name, d.essential_by, d.received_unit_id, d.competent_unit_id, d.promised_at
        from dossiers.dossier d
        where ${open} and d.dossier_id = t.dossier_id ${narrowed}
        offset 0
      ) d ${late}
      where t.jurisdiction = ${ctx.jurisdiction} and t.closed_at is null and t.unit_id = place.unit and ${beyond('t')}
        and not exists (
          select from dossiers.task other
          where other.jurisdiction = t.jurisdiction and other.dossier_id = t.dossier_id and other.closed_at is null
            and other.unit_id = t.unit_id and other.task_id < t.task_id)
      order by t.promised_at, t.dossier_id limit ${limit}`)}
    ${also}
  `);
}
