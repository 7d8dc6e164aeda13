import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { readStream } from '../../../platform/journal.ts';
import type { CitizenDossierView, LookedUpDossier, UnitLabel } from '../contract.ts';
import { citizenTimeline } from '../core/timeline.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { lettersOf } from '../store/letters.ts';
import { standingUnit } from '../store/standing-unit.ts';
import { tasksOf } from '../store/tasks.ts';
import { clockView } from './clock-view.ts';
import { dossierSummary } from './dossier-summary.ts';
import { resultsOf } from './results-of.ts';
import { unitLabel } from './unit-label.ts';

/** What may be seen of a dossier without seeing anybody's personal data. */
export async function publicView(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
): Promise<LookedUpDossier> {
  const events = await readStream(deps.db, ctx.jurisdiction, dossier.dossier_id);
  const { dossierId: _, ...summary } = dossierSummary(dossier);
  return {
    ...summary,
    holder: await holderOf(deps, ctx, dossier),
    returnAt: placeToday(deps, ctx, dossier.return_unit_id),
    clock: await clockView(deps, ctx, dossier),
    timeline: citizenTimeline(events, (unitId) => unitLabel(deps, ctx, unitId).name),
  };
}

/** The same for its own people, with letters and results. */
export async function citizenView(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
): Promise<CitizenDossierView> {
  return {
    ...(await publicView(deps, ctx, dossier)),
    dossierId: dossier.dossier_id,
    procedureCode: dossier.procedure_code,
    ...(dossier.answer_due_at && { answerDueAt: dossier.answer_due_at.toISOString() }),
    ...(dossier.refusal_reason !== null && { refusalReason: dossier.refusal_reason }),
    letters: await lettersOf(deps.db, ctx.jurisdiction, dossier.dossier_id),
    results: await resultsOf(deps, ctx, dossier),
  };
}

/** The office that holds the file now: where its open step lies, else where it was received. */
async function holderOf(deps: DossierDeps, ctx: QueryContext, dossier: DossierRow): Promise<UnitLabel> {
  const tasks = await tasksOf(deps.db, ctx.jurisdiction, dossier.dossier_id);
  const open = tasks.find((task) => task.closed_at === null);
  return placeToday(deps, ctx, open?.unit_id ?? dossier.received_unit_id);
}

/** Where to go today: after a reorganisation the successor's door. */
function placeToday(deps: DossierDeps, ctx: QueryContext, unitId: Id<'unit'>): UnitLabel {
  return unitLabel(deps, ctx, standingUnit(deps.identity.units, unitId, plainDateOf(ctx.now)));
}
