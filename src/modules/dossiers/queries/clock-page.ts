import type { QueryContext } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordRead } from '../../../platform/journal.ts';
import type { ClockPageView, StepClockView, UnitTimeView } from '../contract.ts';
import { clockPlaces, postIn, promisePlaces } from '../core/power-places.ts';
import { findClock } from '../store/clock-row.ts';
import type { DossierDeps } from '../store/deps.ts';
import { type DossierRow, findDossier } from '../store/dossier-row.ts';
import { extensionRuleOf } from '../store/extension-rule.ts';
import { promisesOf } from '../store/promises.ts';
import { suspensionsOf } from '../store/suspension-log.ts';
import { type TaskRow, tasksOf } from '../store/tasks.ts';
import { clockView } from './clock-view.ts';
import { dossierSummary } from './dossier-summary.ts';
import { latenessOf } from './lateness-of.ts';
import { mayRead, standInsOf } from './office-dossier.ts';
import { unitLabel } from './unit-label.ts';

/** Everything about the time of one dossier: dossier clock and step clocks side by side, whose delay it is, what may be done. */
export async function clockPage(
  deps: DossierDeps,
  ctx: QueryContext,
  dossierId: string,
): Promise<Result<ClockPageView>> {
  const dossier = isUuid(dossierId) ? await findDossier(deps.db, ctx.jurisdiction, dossierId) : undefined;
  if (!dossier) return refuse('not-found', 'dossiers.not-found');
  const tasks = await tasksOf(deps.db, ctx.jurisdiction, dossierId);
  if (!mayRead(ctx, dossier, tasks, await standInsOf(deps, ctx)))
    return refuse('not-found', 'dossiers.not-found');
  await recordRead(deps.db, ctx, deps.newId, { query: 'dossiers.clock-page', subjectIds: [dossierId] });
  const log = await suspensionsOf(deps.db, ctx.jurisdiction, dossierId);
  const account = latenessOf(deps, ctx, tasks, log);
  return ok({
    ...dossierSummary(dossier),
    clock: await clockView(deps, ctx, dossier),
    steps: account.steps.map((step): StepClockView => {
      const latest = tasks.findLast((task) => task.step_key === step.stepKey && task.unit_id === step.unitId);
      return {
        stepName: step.stepName,
        unit: unitLabel(deps, ctx, step.unitId),
        shareMinutes: step.shareMinutes,
        usedMinutes: step.held,
        overMinutes: step.overMinutes,
        isOpen: step.isOpen,
        ...(latest && step.shareMinutes > 0 && { dueAt: latest.due_at.toISOString() }),
        isCause: step === account.cause,
      };
    }),
    units: account.units.map(
      (unit): UnitTimeView => ({
        unit: unitLabel(deps, ctx, unit.unitId),
        heldMinutes: unit.held,
        suspendedMinutes: unit.suspended,
        technicalMinutes: unit.technical,
        overMinutes: unit.overMinutes,
      }),
    ),
    ...(await choicesOf(deps, ctx, dossier, tasks)),
  });
}

/** What the viewer may do about the clock now; the commands check it again. */
async function choicesOf(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
  tasks: readonly TaskRow[],
): Promise<Pick<ClockPageView, 'mayApologise' | 'mayLog' | 'extension'>> {
  const running = dossier.phase === 'accepted' || dossier.phase === 'inProcess';
  const leads = (act: 'apology' | 'extension') =>
    postIn(ctx.actor, dossier, promisePlaces(dossier, act)) !== undefined;
  const clock = await findClock(deps.db, ctx.jurisdiction, dossier.dossier_id);
  const promises = await promisesOf(deps.db, ctx.jurisdiction, dossier.dossier_id);
  const inTime = clock?.forecast_at ? ctx.now <= clock.forecast_at : false;
  const rule =
    running && leads('extension') && inTime ? await extensionRuleOf(deps.db, ctx, deps, dossier) : undefined;
  const used = promises.filter(({ kind }) => kind === 'extension').length;
  return {
    mayApologise:
      running &&
      leads('apology') &&
      promises.length > 0 &&
      !promises.some(({ kind, due_at }) => kind === 'apology' && due_at >= ctx.now),
    mayLog: running && postIn(ctx.actor, dossier, clockPlaces(tasks, dossier)) !== undefined,
    ...(rule &&
      used < rule.times && {
        extension: { unit: rule.unit, most: rule.most, name: rule.name, source: rule.source },
      }),
  };
}
