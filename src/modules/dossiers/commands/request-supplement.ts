import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { addDays, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { allowedOutcomes, findStep } from '../../process/public.ts';
import { type RequestedSupplement, requestSupplementInput, type SupplementAsk } from '../contract.ts';
import { phaseAfter } from '../core/life-cycle.ts';
import { matterOf } from '../core/matter.ts';
import { signingPlaces } from '../core/signing-places.ts';
import { checkSupplement, type SupplementStage } from '../core/supplement.ts';
import { componentsOf } from '../store/components.ts';
import type { DossierDeps } from '../store/deps.ts';
import { requestLetter } from '../store/letters.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { standingUnit } from '../store/standing-unit.ts';
import { insertSupplement, type SupplementRow, supplementsOf } from '../store/supplements.ts';
import { showWaiting } from '../store/suspension-log.ts';
import { openSuspension, type SuspensionChange } from '../store/suspensions.ts';
import { refreshWaiting } from '../store/waiting.ts';
import { countUnlistedAsk } from './count-unlisted-ask.ts';
import { findSigner, type Signer } from './find-signer.ts';
import { type LockedTask, lockWork } from './lock-task.ts';

/** Calendar days an answer may at most be given: longer is no request but a refusal in disguise. */
const longestAnswer = 90;

/**
 * One complete notice of what is missing: papers of the published list only, each with its reason, by a day. Before
 * acceptance it is the office's answer to the submission and nothing runs; afterwards the clock does what the regime
 * says, and the step waits where it is. Who asks for a paper outside the list is refused, and counted.
 */
export async function requestSupplement(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<RequestedSupplement>> {
  const asked = await runCommand(
    deps,
    ctx,
    'dossiers.request-supplement',
    requestSupplementInput,
    input,
    (tx, wanted) => ask(tx, ctx, deps, wanted),
  );
  if (!asked.ok) await countUnlistedAsk(deps, ctx, asked.refusal, input);
  return asked;
}

async function ask(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  wanted: SupplementAsk,
): Promise<Result<RequestedSupplement>> {
  const locked = await lockWork(tx, ctx, deps, wanted.taskId);
  if (!locked.ok) return locked;
  const { dossier, task, officer } = locked.value;
  const stage: SupplementStage = task.kind === 'intake' ? 'intake' : 'appraisal';
  const phase = phaseAfter(dossier.phase, stage === 'intake' ? 'askAtIntake' : 'advance');
  if (!phase.ok) return phase;
  const allowed = await mayAsk(tx, deps, locked.value);
  if (!allowed.ok) return allowed;
  const requests = await supplementsOf(tx, ctx.jurisdiction, dossier.dossier_id);
  const lawful = await checkLawful(tx, ctx, deps, locked.value, wanted, requests, stage);
  if (!lawful.ok) return lawful;
  const unitId = askingUnit(ctx, deps, locked.value, stage);
  const signer = await signerOf(tx, ctx, deps, locked.value, unitId, stage, wanted.signerPostId);
  if (!signer.ok) return signer;
  const stopped = await stopClock(tx, ctx, deps, locked.value, stage);
  if (!stopped.ok) return stopped;
  const requestId = deps.newId<'supplement'>();
  const ordinal = requests.length + 1;
  await requestLetter(tx, ctx, deps, dossier.dossier_id, 'supplement', { subjectId: requestId });
  const type = stage === 'intake' ? 'dossiers.intakeSupplementRequested' : 'dossiers.supplementRequested';
  const { answerBy, items } = wanted;
  const lastSeq = await record(tx, ctx, deps, {
    delegationId: locked.value.delegationId,
    signer: signer.value,
    command: 'dossiers.request-supplement',
    dossierId: dossier.dossier_id,
    lastSeq: dossier.last_seq,
    events: [
      { type, payload: { requestId, ordinal, papers: items.length, answerBy, unitId: task.unit_id } },
      ...(stopped.value?.events ?? []),
    ],
  });
  await saveDossier(tx, ctx.jurisdiction, dossier, { phase: phase.value }, lastSeq);
  const book = { unitId, book: 'supplement', year: Number(plainDateOf(ctx.now).slice(0, 4)) };
  await insertSupplement(tx, ctx, {
    request_id: requestId,
    dossier_id: dossier.dossier_id,
    ordinal,
    stage,
    task_id: task.task_id,
    unit_id: unitId,
    suspension_id: stopped.value?.suspensionId ?? null,
    guidance: wanted.guidance ?? null,
    answer_by: answerBy,
    signer_lines: signer.value.signerLines,
    signer_id: signer.value.signerId,
    requested_by: officer.accountId,
    requested_by_person: officer.personId,
    items,
    number: String(await deps.documents.commands.nextNumber(tx, ctx.jurisdiction, book)),
  });
  await refreshWaiting(tx, ctx.jurisdiction, dossier.dossier_id);
  return ok({ requestId, ordinal });
}

/** A step asks where its process lets it, and one request at a time. */
async function mayAsk(tx: Tx, deps: DossierDeps, { dossier, task }: LockedTask): Promise<Result<null>> {
  const process = await deps.process.getProcessVersion(tx, dossier.process_version_id);
  if (!process.ok) return process;
  const step = findStep(process.value.graph, task.step_key)?.step;
  if (!step || !allowedOutcomes(step).includes('supplement')) {
    return refuse('invalid', 'dossiers.supplement-not-here', { params: { step: task.step_name } });
  }
  return dossier.withdrawal_requested_at === null
    ? ok(null)
    : refuse('conflict', 'dossiers.withdrawal-unanswered');
}

async function checkLawful(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  { dossier }: LockedTask,
  wanted: SupplementAsk,
  requests: readonly SupplementRow[],
  stage: SupplementStage,
): Promise<Result<null>> {
  if (requests.some((each) => each.closed_at === null)) {
    return refuse('conflict', 'dossiers.supplement-open');
  }
  const version = await deps.catalogue.getVersion(tx, ctx.jurisdiction, dossier.procedure_version_id);
  if (!version.ok) return version;
  const today = plainDateOf(ctx.now);
  return checkSupplement(wanted, {
    listed: await componentsOf(tx, ctx.jurisdiction, dossier.dossier_id),
    earlier: requests.filter((each) => each.stage === stage && each.closed_as !== 'withdrawn').length,
    lawful: version.value.content.supplementRequests,
    today,
    latest: addDays(today, longestAnswer),
  });
}

/** Whose notice it is: the counter's before acceptance, the resolving agency's afterwards. */
function askingUnit(
  ctx: CommandContext,
  deps: DossierDeps,
  { dossier }: LockedTask,
  stage: SupplementStage,
): Id<'unit'> {
  const unitId = stage === 'intake' ? dossier.received_unit_id : dossier.competent_unit_id;
  return standingUnit(deps.identity.units, unitId, plainDateOf(ctx.now));
}

/** At the counter the officer signs; during appraisal a leader of the resolving unit has signed (practice 10). */
async function signerOf(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  { dossier, task, officer }: LockedTask,
  unitId: Id<'unit'>,
  stage: SupplementStage,
  postId: string | undefined,
): Promise<Result<Signer>> {
  if (stage === 'intake') return ok({ signerId: officer.personId, signerLines: [] });
  const places = signingPlaces(unitId, [task.unit_id]);
  return findSigner(tx, ctx, deps, places, postId, matterOf(dossier, 'supplement'));
}

async function stopClock(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  { dossier }: LockedTask,
  stage: SupplementStage,
): Promise<Result<SuspensionChange | undefined>> {
  if (stage === 'appraisal') return openSuspension(tx, ctx, deps, dossier, { ground: 'supplement' });
  await showWaiting(tx, ctx.jurisdiction, dossier.dossier_id, 5);
  return ok(undefined);
}
