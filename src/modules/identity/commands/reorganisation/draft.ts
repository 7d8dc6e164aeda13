import type { z } from 'zod';
import type { CommandContext } from '../../../../kernel/context.ts';
import type { Id } from '../../../../kernel/id.ts';
import { plainDateOf } from '../../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { Tx } from '../../../../platform/database.ts';
import { recordAction } from '../../../../platform/journal.ts';
import { journalKey } from '../../../../platform/journal-facts.ts';
import { editPlan } from '../../core/reorganisation/edit-plan.ts';
import type { ReorganisationDeps } from '../../store/reorganisation-deps.ts';
import {
  insertReorganisation,
  lockReorganisation,
  moveReorganisation,
  type ReorganisationHead,
  type StoredReorganisation,
  saveReorganisation,
} from '../../store/reorganisation-store.ts';
import { administer } from '../administer.ts';
import { createInput, draftInput, editInput, refusal, saveHeadInput } from './inputs.ts';

/** Begins a reorganisation that holds nothing yet. */
export function createReorganisation(
  deps: ReorganisationDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly reorganisationId: Id<'reorganisation'> }>> {
  const command = { name: 'identity.create-reorganisation' as const, input: createInput, refusal };
  return administer(deps, ctx, command, input, async (tx, wanted, officer) => {
    const reorganisationId = deps.newId<'reorganisation'>();
    await insertReorganisation(tx, ctx, officer.accountId, reorganisationId, headOf(wanted));
    await recordAction(tx, ctx, deps.newId, { command: command.name, subjectId: reorganisationId });
    return ok({ reorganisationId });
  });
}

/** Says by which decision and from which day it is to hold. */
export function saveHead(
  deps: ReorganisationDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  const command = { name: 'identity.save-reorganisation' as const, input: saveHeadInput, refusal };
  return administer(deps, ctx, command, input, async (tx, wanted, officer) => {
    const draft = await openDraft(tx, ctx, wanted);
    if (!draft.ok) return draft;
    const saved = { ...headOf(wanted), plan: draft.value.plan };
    await saveReorganisation(tx, ctx, officer.accountId, draft.value, saved);
    const { effectiveOn = null, decisionNumber = null } = wanted;
    const facts = { effectiveOn, decision: decisionNumber && journalKey(decisionNumber) };
    await recordAction(tx, ctx, deps.newId, { command: command.name, subjectId: draft.value.id, facts });
    return ok(null);
  });
}

/** Changes one line of the plan; see `editPlan`. */
export function editReorganisation(
  deps: ReorganisationDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  const command = { name: 'identity.edit-reorganisation' as const, input: editInput, refusal };
  return administer(deps, ctx, command, input, async (tx, wanted, officer) => {
    const draft = await openDraft(tx, ctx, wanted);
    if (!draft.ok) return draft;
    const on = draft.value.effectiveOn ?? plainDateOf(ctx.now);
    const world = { units: deps.units, on, newId: () => deps.newId<'unit'>() };
    const plan = editPlan(draft.value.plan, wanted.change, world);
    if (!plan.ok) return plan;
    await saveReorganisation(tx, ctx, officer.accountId, draft.value, { ...draft.value, plan: plan.value });
    const unitId = 'unitId' in wanted.change ? wanted.change.unitId : undefined;
    const facts = { change: wanted.change.edit, ...(unitId && { unitId }) };
    await recordAction(tx, ctx, deps.newId, { command: command.name, subjectId: draft.value.id, facts });
    return ok(null);
  });
}

/** Throws a draft away; the journal keeps that it was. */
export function discardReorganisation(
  deps: ReorganisationDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  const command = { name: 'identity.discard-reorganisation' as const, input: draftInput, refusal };
  return administer(deps, ctx, command, input, async (tx, wanted, officer) => {
    const draft = await openDraft(tx, ctx, wanted);
    if (!draft.ok) return draft;
    await moveReorganisation(tx, ctx, officer.accountId, draft.value, { state: 'discarded' });
    await recordAction(tx, ctx, deps.newId, { command: command.name, subjectId: draft.value.id });
    return ok(null);
  });
}

/** The draft, locked. Refuses one that is unknown, no draft any more, or saved by somebody since it was read. */
export async function openDraft(
  tx: Tx,
  ctx: CommandContext,
  wanted: z.infer<typeof draftInput>,
): Promise<Result<StoredReorganisation>> {
  const found = await lockReorganisation(tx, ctx.jurisdiction, wanted.reorganisationId);
  if (!found || found.state === 'discarded') return refuse('not-found', 'identity.reorganisation-unknown');
  if (found.state !== 'draft') return refuse('conflict', 'identity.reorganisation-carried-out');
  if (found.version !== wanted.expectedVersion) return refuse('conflict', 'identity.reorganisation-changed');
  return ok(found);
}

function headOf(wanted: z.infer<typeof createInput>): ReorganisationHead {
  return {
    title: wanted.title,
    decisionNumber: wanted.decisionNumber ?? null,
    decidedOn: wanted.decidedOn ?? null,
    effectiveOn: wanted.effectiveOn ?? null,
    note: wanted.note ?? null,
  };
}
