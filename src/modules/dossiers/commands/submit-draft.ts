import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { componentsFor, essentialBy, paperlessBy, postOffer } from '../../catalogue/public.ts';
import { evaluateForm } from '../../forms/public.ts';
import { computeDue, onlineAnswerRule } from '../../process/public.ts';
import { type SubmitDraftInput, type SubmittedDossier, submitDraftInput } from '../contract.ts';
import { type ListedComponent, listComponents, missingUploads } from '../core/intake.ts';
import { postChosen } from '../core/post-chosen.ts';
import { checkPostalChoice } from '../core/postal-choice.ts';
import { proofFaults } from '../core/representing.ts';
import type { DossierDeps } from '../store/deps.ts';
import { findDossier } from '../store/dossier-row.ts';
import { type DossierPeople, draftPeople } from '../store/draft-people.ts';
import { requireDrafter } from '../store/drafter.ts';
import { type DraftRow, draftFiles, lockDraft } from '../store/drafts.ts';
import { insertDossier } from '../store/insert-dossier.ts';
import { announceLetter } from '../store/letters.ts';
import { codeFrameFor } from '../store/next-code.ts';
import { chosenPartsOf, type NewPart } from '../store/parts.ts';
import { type Pinned, pinToday } from '../store/pinned.ts';
import { type NewPostalItem, postalItems } from '../store/postal-items.ts';
import { record } from '../store/record.ts';
import { addRepresentation } from '../store/representations.ts';
import { openRepresented } from '../store/represented.ts';
import { openAnswers, sealAnswers } from '../store/sealed-answers.ts';
import { infectedUploads } from './infected-uploads.ts';

/**
 * Hands a draft in: status 1, code of the competent agency. The legal clock does not start; the office's clock of
 * 8 working hours to answer does (NĐ 45/2020 Art. 11). A draft becomes one dossier however often it is sent.
 */
export function submitDraft(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<SubmittedDossier>> {
  return runCommand(deps, ctx, 'dossiers.submit-draft', submitDraftInput, input, async (tx, wanted) => {
    const drafter = requireDrafter(ctx);
    if (!drafter.ok) return drafter;
    const draft = await lockDraft(tx, ctx.jurisdiction, drafter.value.accountIds, wanted.draftId);
    if (!draft) return refuse('not-found', 'dossiers.draft-not-found');
    if (draft.dossier_id) return alreadySubmitted(tx, ctx, draft.dossier_id);
    const people = await draftPeople(tx, ctx, deps, drafter.value, draft);
    if (!people.ok) return people;
    const ready = await prepare(tx, ctx, deps, people.value, draft, wanted);
    return ready.ok ? ok(await write(tx, ctx, deps, draft, ready.value)) : ready;
  });
}

async function alreadySubmitted(
  tx: Tx,
  ctx: CommandContext,
  dossierId: string,
): Promise<Result<SubmittedDossier>> {
  const dossier = await findDossier(tx, ctx.jurisdiction, dossierId);
  if (!dossier) throw new Error(`draft points at missing dossier ${dossierId}`);
  return ok({ dossierId: dossier.dossier_id, code: dossier.code });
}

interface Ready {
  readonly pinned: Pinned;
  readonly sealedAnswers: Readonly<Record<string, unknown>>;
  readonly components: readonly ListedComponent[];
  readonly parts: readonly NewPart[];
  readonly post: readonly NewPostalItem[];
  readonly people: DossierPeople;
  readonly answerDueAt: Date;
}

async function prepare(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  people: DossierPeople,
  draft: DraftRow,
  wanted: SubmitDraftInput,
): Promise<Result<Ready>> {
  if (draft.version !== wanted.expectedVersion) return refuse('conflict', 'dossiers.draft-changed');
  const today = plainDateOf(ctx.now);
  if (!deps.identity.units.unitOn(draft.competent_unit_id, today)) {
    return refuse('conflict', 'dossiers.draft-outdated');
  }
  const pinned = await pinToday(tx, ctx, deps, {
    procedureCode: draft.procedure_code,
    caseKey: draft.case_key,
    competentUnitId: draft.competent_unit_id,
  });
  if (!pinned.ok) return pinned;
  const form = await deps.forms.getFormInForce(tx, ctx.jurisdiction, draft.procedure_code, today);
  if (!form.ok) return refuse('invalid', 'dossiers.no-form', { params: { code: draft.procedure_code } });
  if (pinned.value.version.id !== draft.procedure_version_id || form.value.id !== draft.form_version_id) {
    return refuse('conflict', 'dossiers.draft-outdated');
  }
  const { definition } = form.value;
  const given = openAnswers(deps.seal, definition, draft.answers);
  const evaluation = evaluateForm(definition, given, {
    today,
    caseKey: draft.case_key,
    caseAnswers: draft.case_answers,
    addressBook: deps.forms.addressBook,
  });
  const needed = componentsFor(pinned.value.version, draft.case_key, draft.case_answers, 'online');
  const isPaperless = paperlessBy(pinned.value.version, today) !== undefined;
  const components = listComponents(needed, true, isPaperless);
  const files = await draftFiles(tx, ctx.jurisdiction, draft.draft_id);
  const uploaded = new Set(files.map((file) => file.component_key));
  const placed = files.map((file) => ({
    fileId: file.file_id,
    pointer: `/components/${file.component_key}`,
  }));
  const asked = new Set(evaluation.papers.filter((each) => each.required).map((each) => each.component));
  const { post } = draft.choices;
  const offer = postOffer(pinned.value.version);
  const papers = post?.sendsPapers === true;
  const chosen = checkPostalChoice(offer, { in: papers, out: post?.returnTo !== undefined });
  if (!chosen.ok) return chosen;
  const parts = await chosenPartsOf(tx, ctx, deps, pinned.value.version, draft.choices.parts);
  if (!parts.ok) return parts;
  const fields = [
    ...evaluation.refusals.map((fault) => ({ ...fault, pointer: `/answers${fault.pointer}` })),
    ...missingUploads(components, uploaded, asked),
    ...(await infectedUploads(tx, ctx, deps, placed)),
    ...proofFaults(openRepresented(deps.seal, draft.represented), uploaded),
  ];
  if (fields.length > 0) return refuse('invalid', 'dossiers.draft-incomplete', { fields });
  const calendar = deps.process.calendarOf(pinned.value.received.id, today);
  const answerDue = computeDue(calendar, {
    rule: onlineAnswerRule,
    receivedAt: ctx.now,
    asOf: ctx.now,
    suspensions: [],
  });
  if (!answerDue.ok) return answerDue;
  return ok({
    pinned: pinned.value,
    sealedAnswers: sealAnswers(deps.seal, definition, evaluation.answers),
    components,
    parts: parts.value,
    post: postalItems(offer, pinned.value.received.id, { papers, returnTo: post?.returnTo }),
    people,
    answerDueAt: answerDue.value.dueAt,
  });
}

async function write(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  draft: DraftRow,
  { pinned, sealedAnswers, components, parts, post, people, answerDueAt }: Ready,
): Promise<SubmittedDossier> {
  const dossierId = deps.newId<'dossier'>();
  const frame = await codeFrameFor(
    tx,
    ctx.jurisdiction,
    deps.identity.units,
    pinned.competent,
    plainDateOf(ctx.now),
  );
  const lastSeq = await record(tx, ctx, deps, {
    command: 'dossiers.submit-draft',
    dossierId,
    lastSeq: 0,
    events: [
      {
        type: 'dossiers.submitted',
        payload: { channel: people.channel, ...(draft.consent_id !== null && { helper: true }) },
      },
      ...postChosen(post),
    ],
  });
  const letter = await announceLetter(tx, ctx, deps, dossierId, 'submission-confirmation');
  const code = await insertDossier(
    tx,
    ctx,
    {
      dossierId,
      channel: people.channel,
      lastSeq,
      procedureVersionId: pinned.version.id,
      processVersionId: pinned.process.id,
      formVersionId: draft.form_version_id,
      procedureCode: pinned.version.code,
      procedureName: pinned.version.name,
      sector: pinned.version.sector,
      essentialBy: essentialBy(pinned.version),
      caseKey: draft.case_key,
      caseAnswers: draft.case_answers,
      helpedUnitId: undefined,
      receivedUnitId: pinned.received.id,
      competentUnitId: pinned.competent.id,
      answers: sealedAnswers,
      parties: people.parties,
      secondFacts: people.secondFacts,
      components,
      parts,
      post,
      submitterAccountId: people.accountId,
      consentId: draft.consent_id ?? undefined,
      helperAccountId: draft.consent_id === null ? undefined : draft.account_id,
      answerDueAt,
      intakeTask: {
        taskId: deps.newId<'task'>(),
        stepKey: pinned.intake.key,
        stepName: pinned.intake.name,
        kind: 'intake',
        unitId: pinned.received.id,
        role: pinned.intake.performer.role,
        hours: pinned.intake.hours,
        dueAt: answerDueAt,
      },
      draftId: draft.draft_id,
      letter,
    },
    frame,
  );
  if (people.representation) await addRepresentation(tx, ctx, dossierId, people.representation);
  return { dossierId, code };
}
