import type { QueryContext } from '../../../kernel/context.ts';
import { type Id, isUuid } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { searchJournal } from '../../../platform/journal-search.ts';
import { can } from '../core/permissions.ts';
import { factsOf } from '../core/reorganisation/planned-units.ts';
import type { ArrowView, NamedUnit, SpanView, UnitView } from '../core/reorganisation/views.ts';
import type { Unit } from '../core/unit.ts';
import type { ReorganisationDeps } from '../store/reorganisation-deps.ts';
import { standingPosts } from '../store/standing-posts.ts';
import { type Arrow, arrowsAt, type SpanOrigin, spanOrigins } from '../store/unit-history.ts';
import { describeAccounts } from './describe-people.ts';

/** Changes shown, newest first. */
const mostChanges = 50;

/** One unit over time, for administrators. Refuses `identity.units-not-allowed` and `identity.unit-unknown`. */
export async function viewUnit(
  deps: ReorganisationDeps,
  ctx: QueryContext,
  id: string,
): Promise<Result<UnitView>> {
  if (!can(ctx.actor, 'identity.manage')) return refuse('forbidden', 'identity.units-not-allowed');
  const unitId = id as Id<'unit'>;
  const { units, db, jurisdiction } = deps;
  const today = plainDateOf(ctx.now);
  const unit = isUuid(id) ? (units.unitOn(unitId, today) ?? units.latest(unitId)) : undefined;
  if (!unit) return refuse('not-found', 'identity.unit-unknown');
  const named = (of: Id<'unit'>): NamedUnit => ({
    unitId: of,
    name: (units.unitOn(of, today) ?? units.latest(of))?.name ?? '',
  });
  const origins = await spanOrigins(db, jurisdiction, unitId);
  const arrows = await arrowsAt(db, jurisdiction, unitId);
  const posts = await standingPosts(db, jurisdiction, today);
  return ok({
    ...named(unitId),
    key: unit.key,
    spans: origins.flatMap((origin) => {
      const span = units.unitOn(unitId, origin.validFrom);
      return span ? [toSpan(span, origin, named)] : [];
    }),
    predecessors: arrows
      .filter(({ toId }) => toId === unitId)
      .map((arrow) => toArrow(arrow, named(arrow.fromId))),
    successors: arrows
      .filter(({ fromId }) => fromId === unitId)
      .map((arrow) => toArrow(arrow, named(arrow.toId))),
    parts: units.unitsOn(today, { parentId: unitId }).map((part) => named(part.id)),
    posts: posts
      .filter((post) => post.unitId === unitId && post.validFrom <= today)
      .map(({ postId, name, title, role }) => ({ postId, name, title, role })),
    trail: await trailOf(deps, ctx, unitId, origins),
  });
}

/** Who corrected the unit, and who prepared, carried out or undid what changed it. */
async function trailOf(
  deps: ReorganisationDeps,
  ctx: QueryContext,
  unitId: Id<'unit'>,
  origins: readonly SpanOrigin[],
): Promise<UnitView['trail']> {
  const subjectIds = [unitId, ...origins.flatMap(({ reorganisationId }) => reorganisationId ?? [])];
  const filter = { source: 'action' as const, subjectIds, name: 'identity.' };
  const rows = await searchJournal(deps.db, deps.jurisdiction, filter, undefined, mostChanges);
  const accounts = rows.flatMap(({ actorId, actorKind }) =>
    actorKind === 'officer' && actorId !== null ? [actorId as Id<'account'>] : [],
  );
  const people = await describeAccounts(
    deps.db,
    deps.jurisdiction,
    [...new Set(accounts)],
    plainDateOf(ctx.now),
  );
  return rows.map(({ recordedAt, name, actorId, facts }) => ({
    at: recordedAt,
    command: name,
    by: people.get(actorId as Id<'account'>)?.name ?? '',
    ...(typeof facts.reason === 'string' && { reason: facts.reason }),
  }));
}

function toSpan(span: Unit, origin: SpanOrigin, named: (id: Id<'unit'>) => NamedUnit): SpanView {
  return {
    facts: factsOf(span),
    ...(span.parentId && { parent: named(span.parentId) }),
    validFrom: span.validFrom,
    ...(span.validTo && { validTo: span.validTo }),
    source: origin.source,
    certainty: origin.certainty,
    isEdited: origin.isEdited,
    ...(origin.reorganisationId && { reorganisationId: origin.reorganisationId }),
  };
}

function toArrow(arrow: Arrow, unit: NamedUnit): ArrowView {
  return { ...unit, on: arrow.on, kind: arrow.kind, ...(arrow.part && { part: arrow.part }) };
}
