import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { componentsFor, essentialBy, paperlessBy, postOffer } from '../../catalogue/public.ts';
import { can } from '../../identity/public.ts';
import type { RegisterWalkInInput } from '../contract.ts';
import { checkIntake, listComponents } from '../core/intake.ts';
import { postChosen } from '../core/post-chosen.ts';
import { checkPostalChoice } from '../core/postal-choice.ts';
import { saveChecks } from '../store/components.ts';
import { counterPeople } from '../store/counter-people.ts';
import type { DossierDeps } from '../store/deps.ts';
import { type DossierRow, lockDossier } from '../store/dossier-row.ts';
import { insertDossier } from '../store/insert-dossier.ts';
import { codeFrameFor } from '../store/next-code.ts';
import { chosenPartsOf } from '../store/parts.ts';
import { type Pinned, pinToday } from '../store/pinned.ts';
import { postalItems } from '../store/postal-items.ts';
import { record } from '../store/record.ts';
import { addRepresentation, markRepresentationChecked } from '../store/representations.ts';
import { type TaskRow, tasksOf } from '../store/tasks.ts';

export interface WalkIn {
  readonly dossier: DossierRow;
  readonly intake: TaskRow;
  readonly pinned: Pinned;
}

/** Takes a person's papers in at a counter, brought or come by post: the dossier with its code, papers checked, intake still open. */
export async function openWalkIn(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  wanted: RegisterWalkInInput,
): Promise<Result<WalkIn>> {
  const pinned = await pinToday(tx, ctx, deps, wanted);
  if (!pinned.ok) return pinned;
  const { version, received, competent, process, intake } = pinned.value;
  if (ctx.actor.kind !== 'officer' || !can(ctx.actor, 'dossiers.accept', [received.id])) {
    return refuse('forbidden', 'dossiers.not-allowed');
  }
  const { cameUnder, returnTo } = wanted.post ?? {};
  const offer = postOffer(version);
  const chosen = checkPostalChoice(offer, { in: cameUnder !== undefined, out: returnTo !== undefined });
  if (!chosen.ok) return chosen;
  const channel = cameUnder === undefined ? 'counter' : 'post';
  const needed = componentsFor(version, wanted.caseKey, wanted.caseAnswers, channel);
  const isPaperless = paperlessBy(version, plainDateOf(ctx.now)) !== undefined;
  const components = listComponents(needed, false, isPaperless);
  const checked = checkIntake(components, wanted.components, { uploaded: new Set(), hasForm: false });
  if (!checked.ok) return checked;
  const parts = await chosenPartsOf(tx, ctx, deps, version, wanted.parts);
  if (!parts.ok) return parts;
  const post = postalItems(offer, received.id, {
    papers: cameUnder !== undefined,
    returnTo,
    ...(cameUnder !== undefined && {
      came: { trackingNumber: cameUnder, takenBy: ctx.actor.accountId },
    }),
  });
  const people = counterPeople(deps, wanted, plainDateOf(ctx.now));
  if (!people.ok) return people;
  const dossierId = deps.newId<'dossier'>();
  const frame = await codeFrameFor(
    tx,
    ctx.jurisdiction,
    deps.identity.units,
    competent,
    plainDateOf(ctx.now),
  );
  const lastSeq = await record(tx, ctx, deps, {
    command: 'dossiers.register-walk-in',
    dossierId,
    lastSeq: 0,
    events: [{ type: 'dossiers.submitted', payload: { channel } }, ...postChosen(post)],
  });
  await insertDossier(
    tx,
    ctx,
    {
      dossierId,
      channel,
      lastSeq,
      procedureVersionId: version.id,
      processVersionId: process.id,
      formVersionId: undefined,
      procedureCode: version.code,
      procedureName: version.name,
      sector: version.sector,
      essentialBy: essentialBy(version),
      caseKey: wanted.caseKey,
      caseAnswers: wanted.caseAnswers,
      helpedUnitId: received.id,
      receivedUnitId: received.id,
      competentUnitId: competent.id,
      answers: {},
      parties: people.value.parties,
      secondFacts: people.value.secondFacts,
      components,
      parts: parts.value,
      post,
      submitterAccountId: undefined,
      consentId: undefined,
      helperAccountId: undefined,
      answerDueAt: undefined,
      intakeTask: {
        taskId: deps.newId<'task'>(),
        stepKey: intake.key,
        stepName: intake.name,
        kind: 'intake',
        unitId: received.id,
        role: intake.performer.role,
        hours: intake.hours,
        dueAt: ctx.now,
      },
      draftId: undefined,
      letter: undefined,
    },
    frame,
  );
  if (people.value.representation) {
    await addRepresentation(tx, ctx, dossierId, people.value.representation);
    await markRepresentationChecked(tx, ctx, dossierId);
  }
  await saveChecks(tx, ctx, dossierId, wanted.components);
  const dossier = await lockDossier(tx, ctx.jurisdiction, dossierId);
  const [task] = await tasksOf(tx, ctx.jurisdiction, dossierId);
  if (!dossier || !task) throw new Error(`dossier ${dossierId} was not written`);
  return ok({ dossier, intake: task, pinned: pinned.value });
}
