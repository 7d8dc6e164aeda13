import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { findStepsWithoutPerformer } from '../../process/public.ts';
import type { DossierDeps } from '../store/deps.ts';
import { competentUnits } from '../store/pinned.ts';
import { saveUnitGaps, unitGaps } from './check-units.ts';

/** The nightly job that looks for work nobody can do. */
export const checkPerformersTask = 'dossiers.check-performers';

interface Gap {
  readonly gapId: Id<'performerGap'>;
  readonly what: 'tasks' | 'process';
  readonly unitId: Id<'unit'>;
  readonly role: Role;
  readonly stepName: string;
  readonly procedureCode?: string;
  readonly procedureName?: string;
  readonly tasks: number;
}

/**
 * Looks for open tasks whose role nobody holds in their unit, and for processes in force with a step nobody can do in an
 * agency that decides by them; what it finds replaces what it found before.
 */
export async function checkPerformers(
  deps: DossierDeps,
  jurisdiction: Jurisdiction,
  now: Date,
): Promise<number> {
  const origin = { ip: undefined, userAgent: undefined };
  const actor = { kind: 'system', task: checkPerformersTask } as const;
  const ctx: QueryContext = { jurisdiction, actor, now, origin };
  const isStaffed = await deps.identity.staffing(deps.db, plainDateOf(now));
  const gaps = [
    ...(await gapsOfTasks(deps, ctx, isStaffed)),
    ...(await gapsOfProcesses(deps, ctx, isStaffed)),
  ];
  const unitsLacking = await unitGaps(deps, deps.db, now);
  await inTransaction(deps.db, async (tx) => {
    await saveUnitGaps(tx, ctx, unitsLacking);
    await sql`delete from dossiers.performer_gap where jurisdiction = ${jurisdiction}`.execute(tx);
    await sql`
      insert into dossiers.performer_gap (jurisdiction, gap_id, what, unit_id, role, step_name, procedure_code,
        procedure_name, tasks, found_at)
      select ${jurisdiction}, g."gapId", g.what, g."unitId", g.role, g."stepName", g."procedureCode", g."procedureName",
        g.tasks, ${now}
      from jsonb_to_recordset(${JSON.stringify(gaps)}::jsonb) as g("gapId" uuid, what text, "unitId" uuid, role text,
        "stepName" text, "procedureCode" text, "procedureName" text, tasks integer)
    `.execute(tx);
    return ok(null);
  });
  return gaps.length;
}

type IsStaffed = (unitId: Id<'unit'>, role: Role) => boolean;

async function gapsOfTasks(
  deps: DossierDeps,
  ctx: QueryContext,
  isStaffed: IsStaffed,
): Promise<readonly Gap[]> {
  const rows = await many(
    deps.db,
    sql<{ unit_id: Id<'unit'>; role: Role; step_name: string; tasks: number }>`
      select unit_id, role, min(step_name) as step_name, count(*)::int as tasks from dossiers.task
      where jurisdiction = ${ctx.jurisdiction} and closed_at is null
      group by unit_id, role
    `,
  );
  return rows
    .filter((row) => !isStaffed(row.unit_id, row.role))
    .map((row) => ({
      gapId: deps.newId<'performerGap'>(),
      what: 'tasks',
      unitId: row.unit_id,
      role: row.role,
      stepName: row.step_name,
      tasks: row.tasks,
    }));
}

async function gapsOfProcesses(
  deps: DossierDeps,
  ctx: QueryContext,
  isStaffed: IsStaffed,
): Promise<readonly Gap[]> {
  const gaps: Gap[] = [];
  let after: string | undefined;
  do {
    const page = await deps.process.editing.listInForce(ctx, { limit: 100, ...(after && { after }) });
    if (!page.ok) throw new Error(`processes in force: ${page.refusal.type}`);
    for (const { versionId, procedures } of page.value.items)
      gaps.push(...(await gapsOfProcess(deps, ctx, versionId, procedures, isStaffed)));
    after = page.value.next;
  } while (after !== undefined);
  return gaps;
}

async function gapsOfProcess(
  deps: DossierDeps,
  ctx: QueryContext,
  versionId: Id<'processVersion'>,
  procedures: readonly string[],
  isStaffed: IsStaffed,
): Promise<readonly Gap[]> {
  const today = plainDateOf(ctx.now);
  const process = await deps.process.getProcessVersion(deps.db, versionId);
  if (!process.ok) return [];
  const gaps: Gap[] = [];
  for (const code of procedures) {
    const version = await deps.catalogue.getVersionInForce(deps.db, ctx.jurisdiction, code, today);
    if (!version.ok || version.value.routing.kind !== 'here') continue;
    const agencies = competentUnits(deps, version.value, today).map(({ id }) => id);
    const { steps } = process.value.table;
    for (const gap of findStepsWithoutPerformer(deps.identity.units, isStaffed, steps, agencies, today))
      gaps.push({
        gapId: deps.newId<'performerGap'>(),
        what: 'process',
        unitId: gap.unitId,
        role: gap.role,
        stepName: gap.stepName,
        procedureCode: code,
        procedureName: version.value.name,
        tasks: 0,
      });
  }
  return gaps;
}
