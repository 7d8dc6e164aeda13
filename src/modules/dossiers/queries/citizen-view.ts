import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { readStream } from '../../../platform/journal.ts';
import type { CitizenDossierView, LookedUpDossier, UnitLabel } from '../contract.ts';
import { citizenTimeline } from '../core/timeline.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { lettersOf } from '../store/letters.ts';
import { namesOf } from '../store/parties.ts';
import { partsOf, partView } from '../store/parts.ts';
import { postalItemsOf, postalItemView } from '../store/postal-items.ts';
import { findRepresentation } from '../store/representations.ts';
import { standingUnit } from '../store/standing-unit.ts';
import { openSupplement } from '../store/supplements.ts';
import { type TaskRow, tasksOf } from '../store/tasks.ts';
import { withdrawalsOf } from '../store/withdrawals.ts';
import { stopView, supplementViews, waitViews, withdrawalView } from './act-views.ts';
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
  const tasks = await tasksOf(deps.db, ctx.jurisdiction, dossier.dossier_id);
  const process = await deps.process.getProcessVersion(deps.db, dossier.process_version_id);
  if (!process.ok) throw new Error(`dossier ${dossier.dossier_id} is pinned to a missing process`);
  const { dossierId: _, ...summary } = dossierSummary(dossier);
  return {
    ...summary,
    holder: holderOf(deps, ctx, dossier, tasks),
    returnAt: placeToday(deps, ctx, dossier.return_unit_id),
    clock: await clockView(deps, ctx, dossier),
    waits: waitViews(ctx, process.value.graph, tasks),
    timeline: citizenTimeline(events, (unitId) => unitLabel(deps, ctx, unitId).name),
  };
}

/** The same for its own people, with letters and results. */
export async function citizenView(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
): Promise<CitizenDossierView> {
  const { db } = deps;
  const { dossier_id: id } = dossier;
  const asked = await openSupplement(db, ctx.jurisdiction, id);
  const [supplement] = asked ? await supplementViews(db, ctx.jurisdiction, [asked]) : [];
  const given = (supplement?.items ?? []).flatMap((item) => item.fileIds);
  const files = await deps.documents.queries.describeFiles(db, ctx.jurisdiction, given);
  const wish = (await withdrawalsOf(db, ctx.jurisdiction, id)).at(-1);
  const stopped = await stopView(db, ctx.jurisdiction, id);
  const representation = await findRepresentation(db, ctx.jurisdiction, id);
  return {
    ...(await publicView(deps, ctx, dossier)),
    dossierId: id,
    ...(supplement && { supplement }),
    files: files.map(({ fileId, name, size, hold }) => ({ fileId, name, size, ...(hold && { hold }) })),
    ...(wish && { withdrawal: withdrawalView(wish) }),
    ...(stopped && { stopped }),
    parts: (await partsOf(db, ctx.jurisdiction, id)).map(partView),
    post: (await postalItemsOf(db, ctx.jurisdiction, id)).map(postalItemView),
    procedureCode: dossier.procedure_code,
    people: await namesOf(db, ctx.jurisdiction, id),
    ...(representation && { capacity: representation.capacity }),
    ...(dossier.answer_due_at && { answerDueAt: dossier.answer_due_at.toISOString() }),
    ...(dossier.refusal_reason !== null && { refusalReason: dossier.refusal_reason }),
    letters: await lettersOf(deps.db, ctx.jurisdiction, dossier.dossier_id),
    results: await resultsOf(deps, ctx, dossier),
  };
}

/** The office that holds the file now: where its open step lies, else where it was received. */
function holderOf(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
  tasks: readonly TaskRow[],
): UnitLabel {
  const open = tasks.find((task) => task.closed_at === null && task.kind !== 'opinion');
  return placeToday(deps, ctx, open?.unit_id ?? dossier.received_unit_id);
}

/** Where to go today: after a reorganisation the successor's door. */
function placeToday(deps: DossierDeps, ctx: QueryContext, unitId: Id<'unit'>): UnitLabel {
  return unitLabel(deps, ctx, standingUnit(deps.identity.units, unitId, plainDateOf(ctx.now)));
}
