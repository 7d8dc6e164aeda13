import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import { type Id, isUuid } from '../../../kernel/id.ts';
import type { Page } from '../../../kernel/page.ts';
import { addDays, type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../platform/cursor.ts';
import { type Connection, many } from '../../../platform/database.ts';
import { delegationState, isOpen, sideOf } from '../core/delegation.ts';
import type { DelegationBrief, DelegationView } from '../core/delegation-views.ts';
import { lentActs } from '../core/lent-posts.ts';
import type { PersonBrief } from '../core/people.ts';
import { can } from '../core/permissions.ts';
import {
  type DelegationRow,
  delegationColumns,
  delegationWithPost,
  findDelegation,
} from '../store/delegation-store.ts';
import type { PowersDeps } from '../store/powers-deps.ts';
import { describePeople } from './describe-people.ts';

const pageSize = 20;
const soonDays = 7;
const cursorShape = z.tuple([cursorInstant, z.uuid()]);

/** Delegations the officer lent or was lent, the newest first; an administrator may ask for everybody's. */
export async function listDelegations(
  deps: PowersDeps,
  ctx: QueryContext,
  whose: 'own' | 'all',
  cursor: string | undefined,
): Promise<Result<Page<DelegationView>>> {
  const { actor } = ctx;
  if (actor.kind !== 'officer' || (whose === 'all' && !can(actor, 'identity.manage')))
    return refuse('forbidden', 'identity.delegations-not-allowed');
  const after = readCursor(cursorShape, cursor);
  if (!after.ok) return after;
  const own = sql`and (p.person_id = ${actor.personId} or d.delegate_person_id = ${actor.personId}
    or d.created_by = ${actor.accountId})`;
  const beyond =
    after.value &&
    sql`and (d.created_at, d.delegation_id) < (${after.value[0]}::timestamptz, ${after.value[1]}::uuid)`;
  const rows = await many(
    deps.db,
    sql<DelegationRow & { readonly sort_key: string }>`
      select ${delegationColumns}, d.created_at::text as sort_key from ${delegationWithPost}
      where d.jurisdiction = ${ctx.jurisdiction} ${whose === 'own' ? own : sql``} ${beyond ?? sql``}
      order by d.created_at desc, d.delegation_id desc
      limit ${pageSize + 1}`,
  );
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return ok({
    items: await viewsOf(deps, ctx, shown),
    ...(rows.length > pageSize && last && { next: writeCursor([last.sort_key, last.delegation_id]) }),
  });
}

/** One of them, for whoever lent it or has it and for an administrator; for everybody else it is not there. */
export async function getDelegation(
  deps: PowersDeps,
  ctx: QueryContext,
  delegationId: string,
): Promise<Result<DelegationView>> {
  const row = isUuid(delegationId)
    ? await findDelegation(deps.db, ctx.jurisdiction, delegationId)
    : undefined;
  const [view] = row ? await viewsOf(deps, ctx, [row]) : [];
  const isSeen = view && (view.side !== 'other' || can(ctx.actor, 'identity.manage'));
  return isSeen ? ok(view) : refuse('not-found', 'identity.delegation-not-found');
}

/** What concerns the officer now: offers they have not answered, and what ends within a week on either side. */
export async function pressingDelegations(
  deps: PowersDeps,
  ctx: QueryContext,
): Promise<readonly DelegationView[]> {
  if (ctx.actor.kind !== 'officer') return [];
  const { personId } = ctx.actor;
  const today = plainDateOf(ctx.now);
  const rows = await many(
    deps.db,
    sql<DelegationRow>`
      select ${delegationColumns} from ${delegationWithPost}
      where d.jurisdiction = ${ctx.jurisdiction} and (p.person_id = ${personId} or d.delegate_person_id = ${personId})
        and d.ended_at is null and d.declined_at is null and d.until_on > ${today}
        and (d.until_on <= ${addDays(today, soonDays)} or (d.accepted_at is null and d.delegate_person_id = ${personId}))
      order by d.until_on, d.delegation_id
      limit ${pageSize}`,
  );
  const views = await viewsOf(deps, ctx, rows);
  return views.filter(({ mayAnswer, endsSoon }) => mayAnswer || endsSoon);
}

/** What to say of delegations on a timeline or in the journal; unknown ids are left out. */
export async function describeDelegations(
  deps: Pick<PowersDeps, 'jurisdiction'>,
  db: Connection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DelegationBrief>> {
  if (ids.length === 0) return new Map();
  const rows = await many(
    db,
    sql<DelegationRow>`
      select ${delegationColumns} from ${delegationWithPost}
      where d.jurisdiction = ${deps.jurisdiction} and d.delegation_id = any(${[...new Set(ids)]}::uuid[])`,
  );
  const briefs = new Map<string, DelegationBrief>();
  for (const [on, group] of Map.groupBy(rows, (row) => row.from_on)) {
    const people = await peopleOf(deps, db, group, on);
    for (const row of group) briefs.set(row.delegation_id, briefOf(row, people));
  }
  return briefs;
}

async function viewsOf(
  deps: PowersDeps,
  ctx: QueryContext,
  rows: readonly DelegationRow[],
): Promise<readonly DelegationView[]> {
  const today = plainDateOf(ctx.now);
  const people = await peopleOf(deps, deps.db, rows, today);
  return rows.map((row) => viewOf(deps, ctx, row, people));
}

function viewOf(
  deps: PowersDeps,
  { actor, now }: QueryContext,
  row: DelegationRow,
  people: ReadonlyMap<Id<'person'>, PersonBrief>,
): DelegationView {
  const today = plainDateOf(now);
  const state = delegationState(row, today);
  const side = actor.kind === 'officer' ? sideOf(row, actor) : 'other';
  const { principal, delegate, lastOn } = briefOf(row, people);
  const unit = deps.units.unitOn(row.unit_id, today) ?? deps.units.latest(row.unit_id);
  return {
    delegationId: row.delegation_id,
    kind: row.kind,
    principal,
    delegate,
    unit: unit?.shortName ?? unit?.name ?? '',
    decisionNumber: row.decision_number,
    decisionOn: row.decision_on,
    fromOn: row.from_on,
    lastOn,
    acts: lentActs.filter((act) => row.acts.includes(act)),
    sectors: row.sectors,
    procedures: row.procedures,
    mayPassOn: row.may_pass_on,
    isPassedOn: row.passed_on_from !== null,
    state,
    ...(row.end_reason !== null && { endReason: row.end_reason }),
    side,
    endsSoon: (state === 'now' || state === 'coming') && row.until_on <= addDays(today, soonDays),
    mayAnswer: state === 'offered' && side === 'delegate',
    mayEnd: isOpen(state) && (side !== 'other' || can(actor, 'identity.manage')),
  };
}

function briefOf(row: DelegationRow, people: ReadonlyMap<Id<'person'>, PersonBrief>): DelegationBrief {
  return {
    kind: row.kind,
    principalPersonId: row.principal_person_id,
    delegatePersonId: row.delegate_person_id,
    principal: named(people.get(row.principal_person_id), row.principal_post_id),
    delegate: named(people.get(row.delegate_person_id)),
    decisionNumber: row.decision_number,
    lastOn: addDays(row.until_on, -1),
  };
}

function peopleOf(
  deps: Pick<PowersDeps, 'jurisdiction'>,
  db: Connection,
  rows: readonly DelegationRow[],
  on: PlainDate,
) {
  const ids = rows.flatMap((row) => [row.principal_person_id, row.delegate_person_id]);
  return describePeople(db, deps.jurisdiction, ids, on);
}

/** `Đoàn Hữu Nghĩa (Chủ tịch)`: with the title of the post meant, else of the first they hold. */
function named(person: PersonBrief | undefined, postId?: Id<'post'>): string {
  const post = person?.posts.find((each) => each.postId === postId) ?? person?.posts[0];
  if (!person) return '';
  return post ? `${person.name} (${post.title})` : person.name;
}
