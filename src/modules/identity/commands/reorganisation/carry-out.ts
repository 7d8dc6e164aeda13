import type { CommandContext } from '../../../../kernel/context.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type PlainDate, plainDateOf } from '../../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { Tx } from '../../../../platform/database.ts';
import { recordAction } from '../../../../platform/journal.ts';
import { journalKey } from '../../../../platform/journal-facts.ts';
import { arrowsOf } from '../../core/reorganisation/effects.ts';
import type { ReorganisationPlan } from '../../core/reorganisation/plan.ts';
import { planFaults } from '../../core/reorganisation/plan-faults.ts';
import { postFates, type StandingPost } from '../../core/reorganisation/planned-posts.ts';
import { plannedUnits } from '../../core/reorganisation/planned-units.ts';
import { splitRows } from '../../core/reorganisation/split-rows.ts';
import { keysOf } from '../../core/reorganisation/unit-keys.ts';
import type { UnitDirectory } from '../../core/unit.ts';
import { lockUnits } from '../../store/hold-units.ts';
import { lockAdministrators } from '../../store/people/officer-accounts.ts';
import type { ReorganisationDeps } from '../../store/reorganisation-deps.ts';
import {
  addPlannedUnits,
  addSpans,
  addSuccessions,
  cutSpans,
  movePosts,
  type Writing,
} from '../../store/reorganisation-effects.ts';
import { type Applied, moveReorganisation } from '../../store/reorganisation-store.ts';
import { standingPosts } from '../../store/standing-posts.ts';
import { unitIds } from '../../store/unit-record-store.ts';
import { loadUnitDirectory } from '../../store/unit-store.ts';
import { administer } from '../administer.ts';
import { openDraft } from './draft.ts';
import { draftInput, refusal } from './inputs.ts';

/**
 * Carries a reorganisation out, on its day or before: everything is written with its first day and holds from that day's
 * midnight. Refuses `identity.reorganisation-faulty` while anything is wrong or undecided, a split without choice first of all.
 */
export async function carryOutReorganisation(
  deps: ReorganisationDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  const command = {
    name: 'identity.carry-out-reorganisation' as const,
    input: draftInput,
    refusal,
    fresh: true,
  };
  const done = await administer(deps, ctx, command, input, async (tx, wanted, officer) => {
    const draft = await openDraft(tx, ctx, wanted);
    if (!draft.ok) return draft;
    const { id, plan, effectiveOn: on, decisionNumber } = draft.value;
    await lockUnits(tx, ctx.jurisdiction);
    await lockAdministrators(tx, ctx.jurisdiction);
    const units = await loadUnitDirectory(tx, ctx.jurisdiction);
    const posts = on === null ? [] : await standingPosts(tx, ctx.jurisdiction, on);
    const loads = await deps.unitWork?.(
      tx,
      ctx.jurisdiction,
      plan.ends.map((line) => line.unitId),
      ctx.now,
    );
    const open = new Map(loads?.map((load) => [load.unitId, load.openTasks + load.openDossiers]));
    const faults = planFaults(plan, draft.value, {
      units,
      today: plainDateOf(ctx.now),
      posts,
      isCalendar: deps.isCalendar ?? (() => true),
      openWork: (unitId) => open.get(unitId) ?? 0,
    });
    if (faults.length > 0 || on === null || decisionNumber === null)
      return refuse('invalid', 'identity.reorganisation-faulty', { params: { count: faults.length } });
    const writing = { reorganisationId: id, on, source: decisionNumber };
    const applied = await write(tx, deps, ctx, writing, { plan, units, posts });
    await moveReorganisation(tx, ctx, officer.accountId, draft.value, { state: 'carriedOut', applied });
    const facts = {
      effectiveOn: on,
      decision: journalKey(decisionNumber),
      units: touched(plan),
      posts: applied.endedPosts.length,
    };
    await recordAction(tx, ctx, deps.newId, { command: command.name, subjectId: id, facts });
    return ok(null);
  });
  if (done.ok) await deps.refreshUnits();
  return done;
}

async function write(
  tx: Tx,
  deps: ReorganisationDeps,
  ctx: CommandContext,
  writing: Writing,
  { plan, units, posts }: { plan: ReorganisationPlan; units: UnitDirectory; posts: readonly StandingPost[] },
): Promise<Applied> {
  const { on } = writing;
  const planned = plannedUnits(units, plan, on);
  const parentOf = (unitId: Id<'unit'>) => units.unitOn(unitId, on)?.parentId;
  const taken = await unitIds(tx, ctx.jurisdiction);
  const owned = new Set(plan.begins.map((line) => line.unitId));
  const isTaken = (key: string) => {
    const holder = taken.get(key);
    return holder !== undefined && !owned.has(holder);
  };
  await addPlannedUnits(
    tx,
    ctx.jurisdiction,
    keysOf(plan, (id) => units.latest(id)?.key, isTaken),
  );
  const changed = [...plan.changes, ...plan.ends].map((line) => line.unitId);
  const cut = await cutSpans(tx, ctx, on, changed);
  await addSpans(tx, ctx, writing, [...plan.begins, ...plan.changes]);
  await addSuccessions(tx, ctx, writing, arrowsOf(plan), splitRows({ plan, planned, parentOf }));
  const moves = postFates(plan, posts).map(({ post, to }) => ({
    postId: post.postId,
    unitId: to ?? null,
    newPostId: to ? deps.newId<'post'>() : null,
  }));
  return { units: [...owned], cut, ...(await movePosts(tx, ctx, on, moves)) };
}

/** Ids of all units a plan names, for the journal. */
function touched(plan: ReorganisationPlan): readonly Id<'unit'>[] {
  return [...plan.begins, ...plan.changes, ...plan.ends].map((line) => line.unitId);
}

/** Whether the day has come: what holds already is not undone, it is reorganised anew. */
export function hasBegun(on: PlainDate, now: Date): boolean {
  return on <= plainDateOf(now);
}
