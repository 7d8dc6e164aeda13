import type { OfficerActor } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordRead } from '../../../platform/journal.ts';
import { readsAsDelegate, scopeFor } from '../../identity/public.ts';
import type { AccessExplanation, DossierPlace, StepVerdict } from '../contract.ts';
import { actPowers } from '../core/act-powers.ts';
import { stepStanding } from '../core/assignment/step-standing.ts';
import { postIn, stepPlace } from '../core/power-places.ts';
import { type PlacedAt, readingRules } from '../core/reading-rules.ts';
import { barringStep, behindAct } from '../core/separation.ts';
import type { DossierDeps } from '../store/deps.ts';
import { withPowers } from '../store/done-steps.ts';
import { type DossierRow, findDossier } from '../store/dossier-row.ts';
import { type StandIn, standsIn, standsInFor } from '../store/substitutions.ts';
import { openSupplement } from '../store/supplements.ts';
import { type TaskRow, tasksOf } from '../store/tasks.ts';
import { unitLabel } from './unit-label.ts';

/** Units named; all below a province would be no answer. */
const mostNamed = 20;

/**
 * "Vì sao (không) thấy được?": which rules let somebody see the dossier of a code, who may do its open steps, and where they
 * may read at all. For oneself; administrators ask for anybody (`login`) and are told where it lies, never what it says.
 * Whoever asks for themselves and does not see it learns no more than of a code that does not exist.
 */
export async function explainAccess(
  deps: DossierDeps,
  ctx: QueryContext,
  asked: { readonly code: string; readonly login?: string | undefined },
  idOfCode: (ctx: QueryContext, code: string) => Promise<string | undefined>,
): Promise<Result<AccessExplanation>> {
  if (ctx.actor.kind !== 'officer') return refuse('forbidden', 'dossiers.not-allowed');
  const other =
    asked.login === undefined ? undefined : await deps.identity.powers.officerOf(ctx, asked.login);
  if (other && !other.ok) return other;
  const officer = other?.value ?? ctx.actor;
  const code = asked.code.replaceAll('\0', '').trim().toUpperCase();
  const id = code === '' ? undefined : await idOfCode(ctx, code);
  const dossier = id === undefined ? undefined : await findDossier(deps.db, ctx.jurisdiction, id);
  const reads = readsOf(deps, ctx, officer);
  const nothing = { code, rules: [], places: [], steps: [], acts: [], reads };
  if (!dossier) return ok(nothing);
  const tasks = await withPowers(deps.db, deps, await tasksOf(deps.db, ctx.jurisdiction, dossier.dossier_id));
  const standIns = await standsInFor(deps.db, ctx, deps, officer);
  const places = placesOf(dossier, tasks);
  const rules = rulesOf(deps, ctx, officer, { dossier, tasks, standIns, places });
  if (rules.length === 0 && other === undefined) return ok(nothing);
  const subjectIds = [dossier.dossier_id];
  await recordRead(deps.db, ctx, deps.newId, { query: 'dossiers.explain-access', subjectIds });
  const mayBeNamed = other === undefined || readingRules(ctx.actor, places, dossier.sector).length > 0;
  const open = tasks.filter((task) => task.closed_at === null);
  return ok({
    code,
    rules,
    places: places.map(({ place, unitId }) => ({ place, unit: unitLabel(deps, ctx, unitId).name })),
    steps: open.map((task) => ({
      taskId: task.task_id,
      ...(mayBeNamed && { stepName: task.step_name }),
      unit: unitLabel(deps, ctx, task.unit_id).name,
      role: task.role,
      verdict: verdictOn(officer, dossier, task, { tasks, standIns }),
    })),
    acts: mayBeNamed ? await actsOf(deps, ctx, officer, dossier, tasks) : [],
    reads,
  });
}

async function actsOf(
  deps: DossierDeps,
  ctx: QueryContext,
  officer: OfficerActor,
  dossier: DossierRow,
  tasks: readonly TaskRow[],
): Promise<AccessExplanation['acts']> {
  const process = await deps.process.getProcessVersion(deps.db, dossier.process_version_id);
  if (!process.ok) throw new Error(`dossier ${dossier.dossier_id} is pinned to a missing process`);
  const asked = await openSupplement(deps.db, ctx.jurisdiction, dossier.dossier_id);
  const known = { graph: process.value.graph, askedIn: asked?.task_unit_id };
  return actPowers(officer, dossier, tasks, known).map(({ act, verdict, needs }) => ({
    act,
    verdict,
    needs: needs.map(({ permission, unitId }) => ({ permission, unit: unitLabel(deps, ctx, unitId).name })),
  }));
}

/** Each unit once, by what brings it there first. */
function placesOf(dossier: DossierRow, tasks: readonly TaskRow[]): readonly PlacedAt[] {
  const all: readonly (readonly [DossierPlace, PlacedAt['unitId']])[] = [
    ['received', dossier.received_unit_id],
    ['competent', dossier.competent_unit_id],
    ['return', dossier.return_unit_id],
    ...tasks.map((task) => ['step', task.unit_id] as const),
  ];
  return all
    .map(([place, unitId]) => ({ place, unitId }))
    .filter(({ unitId }, at, found) => found.findIndex((each) => each.unitId === unitId) === at);
}

function rulesOf(
  deps: DossierDeps,
  ctx: QueryContext,
  officer: OfficerActor,
  known: {
    readonly dossier: DossierRow;
    readonly tasks: readonly TaskRow[];
    readonly standIns: readonly StandIn[];
    readonly places: readonly PlacedAt[];
  },
): AccessExplanation['rules'] {
  const { dossier, tasks, standIns, places } = known;
  const subject = { procedure: dossier.procedure_code, sector: dossier.sector };
  const units = places.map(({ unitId }) => unitId);
  const found = readingRules(officer, places, dossier.sector).map((rule) => {
    if (rule.rule !== 'post') return rule;
    const { unitId, ...named } = rule;
    return { ...named, unit: unitLabel(deps, ctx, unitId).name };
  });
  const standsForHolder = tasks.some((task) => task.closed_at === null && standsIn(standIns, task));
  return [
    ...found,
    ...(readsAsDelegate(officer, units, subject) ? [{ rule: 'lent' } as const] : []),
    ...(standsForHolder ? [{ rule: 'standIn' } as const] : []),
  ];
}

function verdictOn(
  officer: OfficerActor,
  dossier: DossierRow,
  task: TaskRow,
  { tasks, standIns }: { readonly tasks: readonly TaskRow[]; readonly standIns: readonly StandIn[] },
): StepVerdict {
  if (task.kind === 'wait') return 'nobody';
  const post = postIn(officer, dossier, [stepPlace(task)]);
  if (barringStep(task.not_by, tasks, behindAct(officer, post))) return 'barred';
  return stepStanding(task, { accountId: officer.accountId, post, standsIn: standsIn(standIns, task) });
}

function readsOf(deps: DossierDeps, ctx: QueryContext, officer: OfficerActor): AccessExplanation['reads'] {
  const scope = scopeFor(officer, 'dossiers.read');
  if (scope.kind === 'jurisdiction') return { units: [], sectors: [] };
  const names = scope.unitIds.slice(0, mostNamed).map((unitId) => unitLabel(deps, ctx, unitId).name);
  return { units: [...new Set(names)], sectors: scope.sectors };
}
