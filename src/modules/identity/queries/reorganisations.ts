import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import { type Id, isUuid } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { readCursor, writeCursor } from '../../../platform/cursor.ts';
import { can } from '../core/permissions.ts';
import type { ReorganisationPlan } from '../core/reorganisation/plan.ts';
import { planFaults } from '../core/reorganisation/plan-faults.ts';
import { postFates, vacancies } from '../core/reorganisation/planned-posts.ts';
import { plannedUnits } from '../core/reorganisation/planned-units.ts';
import type { Reorganisation } from '../core/reorganisation/reorganisation.ts';
import { splitLines } from '../core/reorganisation/split-rows.ts';
import type {
  NamedUnit,
  ReorganisationBrief,
  ReorganisationPage,
  ReorganisationView,
} from '../core/reorganisation/views.ts';
import type { ReorganisationDeps } from '../store/reorganisation-deps.ts';
import {
  findReorganisation,
  recentReorganisations,
  type StoredReorganisation,
} from '../store/reorganisation-store.ts';
import { delegationsFrom, standingPosts } from '../store/standing-posts.ts';
import { describeAccounts } from './describe-people.ts';
import { viewUnit } from './view-unit.ts';

const pageSize = 30;
const cursorShape = z.tuple([z.string(), z.uuid()]);

/** Reorganisations, last worked on first: drafts and those carried out. Refuses `identity.units-not-allowed`. */
async function listReorganisations(
  deps: ReorganisationDeps,
  ctx: QueryContext,
  cursor?: string,
): Promise<Result<ReorganisationPage>> {
  if (!can(ctx.actor, 'identity.manage')) return refuse('forbidden', 'identity.units-not-allowed');
  const start = readCursor(cursorShape, cursor);
  if (!start.ok) return start;
  const before = start.value && { savedAt: start.value[0], id: start.value[1] };
  const rows = await recentReorganisations(deps.db, deps.jurisdiction, before, pageSize + 1);
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  const names = await namesOf(
    deps,
    ctx,
    shown.map((row) => row.savedBy),
  );
  return ok({
    items: shown.map((row) => toBrief(row, names)),
    ...(last && { next: writeCursor([last.savedText, last.id]) }),
  });
}

/**
 * One reorganisation with what it would move, what is still undecided and who would be missing. Refuses
 * `identity.units-not-allowed` and `identity.reorganisation-unknown`.
 */
async function viewReorganisation(
  deps: ReorganisationDeps,
  ctx: QueryContext,
  id: string,
): Promise<Result<ReorganisationView>> {
  if (!can(ctx.actor, 'identity.manage')) return refuse('forbidden', 'identity.units-not-allowed');
  const found = isUuid(id) ? await findReorganisation(deps.db, deps.jurisdiction, id) : undefined;
  if (!found || found.state === 'discarded') return refuse('not-found', 'identity.reorganisation-unknown');
  const by = [found.savedBy, ...(found.carriedOutBy ? [found.carriedOutBy] : [])];
  const names = await namesOf(deps, ctx, by);
  const today = plainDateOf(ctx.now);
  const moved = await whatMoves(deps, ctx, found);
  return ok({
    ...toBrief(found, names),
    ...(found.decidedOn && { decidedOn: found.decidedOn }),
    ...(found.note && { note: found.note }),
    version: found.version,
    ...(found.carriedOutAt && { carriedOutAt: found.carriedOutAt }),
    ...(found.carriedOutBy && { carriedOutBy: names.get(found.carriedOutBy)?.name ?? '' }),
    canUndo: found.state === 'carriedOut' && found.effectiveOn !== null && today < found.effectiveOn,
    wasUndone: found.undoneAt !== null,
    ...moved,
  });
}

async function whatMoves(deps: ReorganisationDeps, ctx: QueryContext, found: StoredReorganisation) {
  const { units } = deps;
  const { plan } = found;
  const today = plainDateOf(ctx.now);
  const on = found.effectiveOn ?? today;
  const isDraft = found.state === 'draft';
  const planned = plannedUnits(units, plan, on);
  const named = (unitId: Id<'unit'>): NamedUnit => ({
    unitId,
    name:
      planned.get(unitId)?.facts.name ?? (units.unitOn(unitId, today) ?? units.latest(unitId))?.name ?? '',
  });
  // Carried out, what it moved is written: the tree and the posts tell it, counts would be of another day.
  const posts = isDraft ? await standingPosts(deps.db, deps.jurisdiction, on) : [];
  const ids = plan.ends.map((line) => line.unitId);
  const loads = new Map(
    isDraft && ids.length > 0
      ? (await deps.unitWork?.(deps.db, deps.jurisdiction, ids, ctx.now))?.map((load) => [load.unitId, load])
      : [],
  );
  const openWork = (unitId: Id<'unit'>) => {
    const load = loads.get(unitId);
    return load ? load.openTasks + load.openDossiers : 0;
  };
  const parentOf = (unitId: Id<'unit'>) => units.unitOn(unitId, on)?.parentId;
  const choices = new Map(
    splitLines({ plan, planned, parentOf }).map((each) => [each.line.unitId, each.choice]),
  );
  /** The unit it belongs to is split too, and nobody has chosen for that one yet. */
  const awaitsParent = (unitId: Id<'unit'>) => {
    const parentId = parentOf(unitId);
    return parentId !== undefined && choices.has(parentId) && choices.get(parentId) === undefined;
  };
  const fates = postFates(plan, posts);
  const ending = fates.map(({ post }) => post.postId);
  const faults = isDraft
    ? planFaults(plan, found, {
        units,
        today,
        posts,
        openWork,
        isCalendar: deps.isCalendar ?? (() => true),
      })
    : [];
  return {
    begins: linesOf(plan.begins, named),
    changes: linesOf(plan.changes, named).map((line) => ({
      ...line,
      before: units.unitOn(line.unitId, today)?.name ?? '',
    })),
    ends: plan.ends.map((line) => {
      const load = loads.get(line.unitId);
      const choice = choices.get(line.unitId);
      return {
        ...named(line.unitId),
        successors: line.successors.map(({ unitId, part }) => ({ ...named(unitId), ...(part && { part }) })),
        ...(choice && { choice }),
        followsParent: line.choice === undefined && (choice !== undefined || awaitsParent(line.unitId)),
        ...(load && { load }),
      };
    }),
    posts: fates.map(({ post, to }) => ({
      postId: post.postId,
      name: post.name,
      title: post.title,
      role: post.role,
      unitId: post.unitId,
      ...(to !== undefined && { to: to === null ? null : named(to) }),
    })),
    faults: faults.map((fault) => ({ ...fault, ...(fault.unitId && { unit: named(fault.unitId).name }) })),
    vacancies: isDraft
      ? vacancies(plan, planned, posts, on).map(({ unitId, role }) => ({ ...named(unitId), role }))
      : [],
    endingPowers: await delegationsFrom(deps.db, deps.jurisdiction, ending, on),
  };
}

function linesOf(lines: ReorganisationPlan['begins'], named: (unitId: Id<'unit'>) => NamedUnit) {
  return lines.map(({ unitId, facts }) => ({
    unitId,
    name: facts.name,
    facts,
    ...(facts.parentId && { parent: named(facts.parentId).name }),
  }));
}

function toBrief(
  row: StoredReorganisation,
  names: ReadonlyMap<Id<'account'>, { readonly name: string }>,
): ReorganisationBrief {
  return {
    id: row.id,
    title: row.title,
    ...(row.decisionNumber !== null && { decisionNumber: row.decisionNumber }),
    ...(row.effectiveOn !== null && { effectiveOn: row.effectiveOn }),
    state: row.state,
    savedAt: row.savedAt,
    savedBy: names.get(row.savedBy)?.name ?? '',
  };
}

function namesOf(deps: ReorganisationDeps, ctx: QueryContext, accounts: readonly Id<'account'>[]) {
  return describeAccounts(deps.db, deps.jurisdiction, [...new Set(accounts)], plainDateOf(ctx.now));
}

/** What is asked about reorganisations. */
export function reorganisationQueries(
  deps: ReorganisationDeps,
): Pick<Reorganisation, 'list' | 'view' | 'unit'> {
  return {
    list: (ctx, cursor) => listReorganisations(deps, ctx, cursor),
    view: (ctx, id) => viewReorganisation(deps, ctx, id),
    unit: (ctx, unitId) => viewUnit(deps, ctx, unitId),
  };
}
