import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Connection, Tx } from '../../../platform/database.ts';
import type { Unit } from '../../identity/public.ts';
import type { UnitLack } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';

/** Roles without which a unit of the kinds that need them cannot act. */
const needed: readonly (Role & UnitLack)[] = ['leader', 'recordsClerk', 'oneStopOfficer'];

/** Agencies whose dossiers are numbered: without a code their units' keys stand in the dossier's code. */
const numbered: ReadonlySet<Unit['kind']> = new Set(['province', 'commune', 'department', 'board', 'agency']);

/** What each unit of the day lacks: somebody to lead, to seal, to receive; a deputy who may still sign; office hours that are kept; a code. */
export async function unitGaps(
  deps: Pick<DossierDeps, 'identity' | 'process'>,
  db: Connection,
  now: Date,
): Promise<ReadonlyMap<Id<'unit'>, readonly UnitLack[]>> {
  const today = plainDateOf(now);
  const lacks = new Map<Id<'unit'>, UnitLack[]>();
  const add = (unitId: Id<'unit'>, lack: UnitLack) => lacks.set(unitId, [...(lacks.get(unitId) ?? []), lack]);
  for (const role of needed)
    for (const unitId of await deps.identity.unitsWithoutPerformer(db, role, today)) add(unitId, role);
  for (const unitId of await deps.identity.delegations.unitsLosingDeputies(db, today))
    add(unitId, 'deputies');
  for (const unit of deps.identity.units.unitsOn(today)) {
    if (unit.officeHours !== undefined && !deps.process.calendarNamed(unit.officeHours))
      add(unit.id, 'officeHours');
    if (numbered.has(unit.kind) && !unit.gsoCode && !unit.agencyCode) add(unit.id, 'code');
  }
  return lacks;
}

/** Replaces what was found the night before. */
export async function saveUnitGaps(
  tx: Tx,
  ctx: QueryContext,
  gaps: ReadonlyMap<Id<'unit'>, readonly UnitLack[]>,
): Promise<void> {
  const rows = [...gaps].map(([unitId, lacks]) => ({ unitId, lacks }));
  await sql`delete from dossiers.unit_gap where jurisdiction = ${ctx.jurisdiction}`.execute(tx);
  await sql`
    insert into dossiers.unit_gap (jurisdiction, unit_id, lacks, found_at)
    select ${ctx.jurisdiction}, g."unitId", array(select jsonb_array_elements_text(g.lacks)), ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g("unitId" uuid, lacks jsonb)
  `.execute(tx);
}
