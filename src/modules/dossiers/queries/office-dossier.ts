import type { QueryContext } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { readStream, recordRead } from '../../../platform/journal.ts';
import { type ProcedureVersion, resultTypes } from '../../catalogue/public.ts';
import { can, isFreshlyProved, readsAsDelegate } from '../../identity/public.ts';
import type { AttachedFile, OfficeDossierView } from '../contract.ts';
import { officerTimeline } from '../core/timeline.ts';
import { answerNotesOf } from '../store/answer-notes.ts';
import { componentsOf } from '../store/components.ts';
import type { DossierDeps } from '../store/deps.ts';
import { withPowers } from '../store/done-steps.ts';
import { type DossierRow, findDossier } from '../store/dossier-row.ts';
import { opinionFilesOf, resultFilesOf } from '../store/files.ts';
import { lettersOf } from '../store/letters.ts';
import { mayScan } from '../store/may-scan.ts';
import { opinionsOf } from '../store/opinions.ts';
import { partiesOf } from '../store/parties.ts';
import { partsOf, partView } from '../store/parts.ts';
import { partyChangesOf } from '../store/party-changes.ts';
import { postalItemsOf, postalItemView } from '../store/postal-items.ts';
import { findRepresentation } from '../store/representations.ts';
import { openAnswers } from '../store/sealed-answers.ts';
import { type StandIn, standsIn, standsInFor } from '../store/substitutions.ts';
import { supplementsOf } from '../store/supplements.ts';
import { type TaskRow, tasksOf } from '../store/tasks.ts';
import { addUnmasking } from '../store/unmaskings.ts';
import { withdrawalsOf } from '../store/withdrawals.ts';
import { opinionView, stopView, supplementViews, waitViews, withdrawalView } from './act-views.ts';
import type { ActionFacts, OpenActs } from './action-facts.ts';
import { allowedActions, barringOf } from './allowed-actions.ts';
import { choicesFor } from './choices-for.ts';
import { clockView } from './clock-view.ts';
import { componentView } from './component-view.ts';
import { dossierSummary } from './dossier-summary.ts';
import { feeView } from './fee-view.ts';
import { maskedView } from './masked-view.ts';
import { openSplit } from './open-split.ts';
import { peopleBehind, powersBehind } from './people-behind.ts';
import { resultsOf } from './results-of.ts';
import { taskView } from './task-view.ts';
import { unitLabel } from './unit-label.ts';
import { viewersPowers } from './viewers-powers.ts';
import { officeViewLeft } from './without-erased.ts';

/**
 * The whole dossier for an officer of a unit that takes part in it; anybody else's is not found. The read is a row that
 * its owner can see. What their work does not need is shown in part; whole for a reason and to whoever has just proved who
 * they are, and the row says the reason.
 */
export async function getOfficeDossier(
  deps: DossierDeps,
  ctx: QueryContext,
  dossierId: string,
  unmaskFor?: string,
  requestId: string = deps.newId<'unmasking'>(),
): Promise<Result<OfficeDossierView>> {
  const dossier = isUuid(dossierId) ? await findDossier(deps.db, ctx.jurisdiction, dossierId) : undefined;
  if (!dossier) return refuse('not-found', 'dossiers.not-found');
  const tasks = await withPowers(deps.db, deps, await tasksOf(deps.db, ctx.jurisdiction, dossierId));
  const standIns = await standInsOf(deps, ctx);
  if (!mayRead(ctx, dossier, tasks, standIns)) return refuse('not-found', 'dossiers.not-found');
  if (unmaskFor !== undefined) {
    if (!deps.masking.reasons.some(({ key }) => key === unmaskFor))
      return refuse('invalid', 'dossiers.unmask-reason');
    if (!isFreshlyProved(ctx.actor, ctx.now)) return refuse('forbidden', 'identity.step-up-needed');
  }
  const fileKey = await recordLook(deps, ctx, dossierId, unmaskFor, requestId);
  const view = officeViewLeft(dossier, await viewOf(deps, ctx, dossier, tasks, standIns));
  return ok(
    fileKey === undefined
      ? await maskedView(deps, ctx, view, { dossier, tasks, standIns })
      : { ...view, fileKey },
  );
}

/**
 * Writes the look into the journal, together with the key that opens the files: one without the other stays nowhere. No key
 * without a reason, nor for a request that had one already: sent again, the dossier is masked.
 */
function recordLook(
  deps: DossierDeps,
  ctx: QueryContext,
  dossierId: string,
  reason: string | undefined,
  requestId: string,
): Promise<string | undefined> {
  const { actor } = ctx;
  return deps.db.transaction().execute(async (tx) => {
    const key =
      reason === undefined || actor.kind !== 'officer'
        ? undefined
        : await addUnmasking(tx, ctx, {
            id: deps.newId<'unmasking'>(),
            requestId,
            dossierId,
            accountId: actor.accountId,
            reason,
          });
    const query = key === undefined ? 'dossiers.office-dossier' : `dossiers.unmask.${reason}`;
    await recordRead(tx, ctx, deps.newId, { query, subjectIds: [dossierId] });
    return key;
  });
}

/** An officer reads what a unit of theirs received, decides on, returns or works on, and what they do for somebody. */
export function mayRead(
  ctx: QueryContext,
  dossier: DossierRow,
  tasks: readonly TaskRow[],
  standIns: readonly StandIn[],
): boolean {
  const { received_unit_id, competent_unit_id, return_unit_id, sector, procedure_code: procedure } = dossier;
  const places = [received_unit_id, competent_unit_id, return_unit_id, ...tasks.map((task) => task.unit_id)];
  return (
    ctx.actor.kind === 'officer' &&
    (can(ctx.actor, 'dossiers.read', places, sector) ||
      readsAsDelegate(ctx.actor, places, { procedure, sector }) ||
      tasks.some((task) => task.closed_at === null && standsIn(standIns, task)))
  );
}

/** For whom the asker acts today. */
export function standInsOf(deps: DossierDeps, ctx: QueryContext): Promise<readonly StandIn[]> {
  return ctx.actor.kind === 'officer' ? standsInFor(deps.db, ctx, deps, ctx.actor) : Promise.resolve([]);
}

async function viewOf(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
  tasks: readonly TaskRow[],
  standIns: readonly StandIn[],
): Promise<OfficeDossierView> {
  const { db } = deps;
  const id = dossier.dossier_id;
  const version = await deps.catalogue.getVersion(
    db,
    ctx.jurisdiction,
    dossier.procedure_version_id,
    plainDateOf(dossier.submitted_at),
  );
  if (!version.ok) throw new Error(`dossier ${id} is pinned to a missing version`);
  const events = await readStream(db, ctx.jurisdiction, id);
  const components = await componentsOf(db, ctx.jurisdiction, id);
  const names = await peopleBehind(deps, ctx, events, tasks);
  const powers = await powersBehind(deps, events);
  const { content } = version.value;
  const representation = await findRepresentation(db, ctx.jurisdiction, id);
  const split = openSplit(deps, ctx, dossier);
  const resultFileIds = await resultFilesOf(db, ctx.jurisdiction, id);
  const opinionFiles = await opinionFilesOf(db, ctx.jurisdiction, id);
  return {
    ...dossierSummary(dossier),
    version: dossier.version,
    ...(dossier.foreign_code !== null && { foreignCode: dossier.foreign_code }),
    channel: dossier.channel,
    procedureCode: dossier.procedure_code,
    procedureVersionId: dossier.procedure_version_id,
    ...(dossier.form_version_id !== null && { formVersionId: dossier.form_version_id }),
    caseKey: dossier.case_key,
    caseAnswers: dossier.case_answers,
    caseName: content.cases.find((each) => each.key === dossier.case_key)?.name ?? dossier.case_key,
    ...(dossier.register_serial !== null && { registerSerial: dossier.register_serial }),
    ...(dossier.register_year !== null && { registerYear: dossier.register_year }),
    received: unitLabel(deps, ctx, dossier.received_unit_id),
    competent: unitLabel(deps, ctx, dossier.competent_unit_id),
    returnAt: unitLabel(deps, ctx, dossier.return_unit_id),
    ...(split && { openSplit: split }),
    ...(dossier.answer_due_at && { answerDueAt: dossier.answer_due_at.toISOString() }),
    ...(dossier.essential_by !== null && { essentialBy: dossier.essential_by }),
    ...(dossier.refusal_reason !== null && { refusalReason: dossier.refusal_reason }),
    parties: await partiesOf(db, deps.seal, ctx.jurisdiction, id),
    partyChanges: await partyChangesOf(db, deps.seal, ctx.jurisdiction, id),
    answerNotes: await answerNotesOf(db, deps.seal, ctx.jurisdiction, id),
    parts: (await partsOf(db, ctx.jurisdiction, id)).map(partView),
    ...(representation && { representation }),
    post: (await postalItemsOf(db, ctx.jurisdiction, id)).map(postalItemView),
    answers: await answersOf(deps, ctx, dossier),
    isMasked: false,
    hiddenAnswers: [],
    closed: { papers: false, letters: false, results: false },
    components: components.map((row) => componentView(row, dossier.form_version_id !== null)),
    fee: await feeView(deps, ctx, dossier, version.value),
    clock: await clockView(deps, ctx, dossier),
    tasks: tasks.map((task) => ({
      ...taskView(deps, ctx, task, names),
      ...barredView(ctx, dossier, task, tasks),
    })),
    timeline: officerTimeline(events, {
      unit: (unitId) => unitLabel(deps, ctx, unitId).name,
      actor: (event) => (event.actorId === null ? undefined : names.get(event.actorId)),
      person: (account) => names.get(account),
      onBehalf: (delegationId) => powers.get(delegationId),
    }),
    letters: await lettersOf(db, ctx.jurisdiction, id),
    results: await resultsOf(deps, ctx, dossier),
    resultFileIds,
    files: await filesOf(deps, ctx, [
      ...components.flatMap(({ fileIds }) => fileIds),
      ...(representation?.fileIds ?? []),
      ...resultFileIds,
      ...opinionFiles.map(({ fileId }) => fileId),
    ]),
    resultTypes: resultTypes(version.value),
    ...(await actsOf(deps, ctx, dossier, tasks, { version: version.value, standIns, opinionFiles })),
  };
}

/** What may be done now, what is open or was said besides the steps, and what the forms of it offer to choose from. */
async function actsOf(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
  tasks: readonly TaskRow[],
  known: {
    readonly version: ProcedureVersion;
    readonly standIns: readonly StandIn[];
    readonly opinionFiles: Awaited<ReturnType<typeof opinionFilesOf>>;
  },
) {
  const { version, standIns, opinionFiles } = known;
  const { db } = deps;
  const id = dossier.dossier_id;
  const acts: OpenActs = {
    supplements: await supplementsOf(db, ctx.jurisdiction, id),
    opinions: await opinionsOf(db, ctx.jurisdiction, id),
    withdrawals: await withdrawalsOf(db, ctx.jurisdiction, id),
    lawfulSupplements: version.content.supplementRequests,
  };
  const facts = { ...(await actionFacts(deps, ctx, dossier, acts)), standIns };
  const actions = allowedActions(ctx, dossier, tasks, facts);
  const stopped = await stopView(db, ctx.jurisdiction, id);
  const wish = acts.withdrawals.at(-1);
  return {
    actions,
    mayScan: mayScan(ctx, dossier, tasks),
    supplements: await supplementViews(db, ctx.jurisdiction, acts.supplements),
    opinions: acts.opinions.map((row) => opinionView(deps, ctx, row, tasks, opinionFiles)),
    waits: waitViews(ctx, facts.graph, tasks),
    ...(wish && { withdrawal: withdrawalView(wish) }),
    ...(stopped && { stopped }),
    ...(await choicesFor(deps, ctx, dossier, tasks, version, actions)),
  };
}

/** Said of an open step only: what is done is done. */
function barredView(ctx: QueryContext, dossier: DossierRow, task: TaskRow, tasks: readonly TaskRow[]) {
  const barring = task.closed_at === null ? barringOf(ctx, dossier, task, tasks) : undefined;
  return barring ? { barredBy: barring.step_name } : {};
}

async function answersOf(deps: DossierDeps, ctx: QueryContext, dossier: DossierRow) {
  if (dossier.form_version_id === null) return {};
  const form = await deps.forms.getFormVersion(deps.db, ctx.jurisdiction, dossier.form_version_id);
  if (!form.ok) throw new Error(`dossier ${dossier.dossier_id} is pinned to a missing form`);
  return openAnswers(deps.seal, form.value.definition, dossier.answers);
}

async function filesOf(
  deps: DossierDeps,
  ctx: QueryContext,
  fileIds: readonly string[],
): Promise<readonly AttachedFile[]> {
  if (fileIds.length === 0) return [];
  const files = await deps.documents.queries.describeFiles(deps.db, ctx.jurisdiction, fileIds);
  return files.map(({ fileId, name, mediaType, size, hold }) => ({
    ...{ fileId, name, mediaType, size },
    ...(hold && { hold }),
  }));
}

async function actionFacts(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
  acts: OpenActs,
): Promise<Omit<ActionFacts, 'standIns'>> {
  const process = await deps.process.getProcessVersion(deps.db, dossier.process_version_id);
  if (!process.ok) throw new Error(`dossier ${dossier.dossier_id} is pinned to a missing process`);
  const { graph } = process.value;
  return { graph, powers: await viewersPowers(deps, ctx), acts };
}
