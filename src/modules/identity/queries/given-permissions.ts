import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { OfficerActor } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Page } from '../../../kernel/page.ts';
import { addDays, type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../platform/cursor.ts';
import { type Database, many } from '../../../platform/database.ts';
import { can, type GrantScope, type Permission } from '../core/permissions.ts';
import { type GivenPermission, grantState } from '../core/powers.ts';
import type { UnitDirectory } from '../core/unit.ts';
import { officerOfLogin } from '../store/account-store.ts';
import { officerOn } from './resolve-session.ts';

interface GivenDeps {
  readonly db: Database;
  readonly units: UnitDirectory;
}

interface GivenRow {
  readonly grant_id: Id<'grant'>;
  readonly person_id: Id<'person'>;
  readonly name: string;
  readonly login: string;
  readonly permission: Permission;
  readonly scope: GrantScope;
  readonly unit_id: Id<'unit'> | null;
  readonly sector: string | null;
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate;
  readonly reason: string;
  readonly given_by: string;
  readonly given_at: Date;
  readonly ended_by: string | null;
  readonly ended_at: Date | null;
  readonly end_reason: string | null;
  readonly holds_post: boolean;
  readonly sort_key: string;
}

/** What is given singly, as administrators and whoever has it see it. */
export interface PowersQueries {
  /** The newest first; with a login one person's, `all` what is over too. Refuses `identity.powers-not-allowed`. */
  list(
    ctx: QueryContext,
    filter: { readonly login?: string | undefined; readonly all?: boolean },
    cursor?: string,
  ): Promise<Result<Page<GivenPermission>>>;
  /**
   * Another officer as they stand today, for administrators who explain what somebody may do. Refuses
   * `identity.powers-not-allowed` and `identity.no-such-officer`.
   */
  officerOf(ctx: QueryContext, login: string): Promise<Result<OfficerActor>>;
  /** What is given to the asker, running or still to come. */
  own(ctx: QueryContext): Promise<readonly GivenPermission[]>;
}

/** Builds them. */
export function powersQueries(deps: GivenDeps): PowersQueries {
  return {
    list: (ctx, filter, cursor) => listGiven(deps, ctx, filter, cursor),
    officerOf: (ctx, login) => officerOf(deps, ctx, login),
    own: (ctx) => ownGiven(deps, ctx),
  };
}

const pageSize = 50;

async function listGiven(
  deps: GivenDeps,
  ctx: QueryContext,
  { login, all = false }: { readonly login?: string | undefined; readonly all?: boolean },
  cursor?: string,
): Promise<Result<Page<GivenPermission>>> {
  if (!can(ctx.actor, 'identity.manage')) return refuse('forbidden', 'identity.powers-not-allowed');
  const after = readCursor(z.tuple([cursorInstant, z.uuid()]), cursor);
  if (!after.ok) return after;
  const wanted = [
    sql`true`,
    ...(login === undefined ? [] : [ofLogin(ctx, login)]),
    ...(all ? [] : [unfinished(ctx)]),
    ...(after.value
      ? [sql`(g.given_at, g.grant_id) < (${after.value[0]}::timestamptz, ${after.value[1]}::uuid)`]
      : []),
  ];
  const rows = await read(deps, ctx, sql.join(wanted, sql` and `));
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  return ok({
    items: items.map((row) => view(deps, ctx, row)),
    ...(rows.length > pageSize && last && { next: writeCursor([last.sort_key, last.grant_id]) }),
  });
}

async function ownGiven(deps: GivenDeps, ctx: QueryContext): Promise<readonly GivenPermission[]> {
  if (ctx.actor.kind !== 'officer') return [];
  const own = sql`g.person_id = ${ctx.actor.personId} and ${unfinished(ctx)}`;
  return (await read(deps, ctx, own)).map((row) => view(deps, ctx, row));
}

async function officerOf(deps: GivenDeps, ctx: QueryContext, login: string): Promise<Result<OfficerActor>> {
  if (!can(ctx.actor, 'identity.manage')) return refuse('forbidden', 'identity.powers-not-allowed');
  const account = await officerOfLogin(deps.db, ctx.jurisdiction, login.trim().toLowerCase());
  if (!account) return refuseField('/login', 'identity.no-such-officer', { kind: 'not-found' });
  const who = { accountId: account.id, personId: account.person_id };
  return ok(await officerOn({ ...deps, jurisdiction: ctx.jurisdiction }, who, plainDateOf(ctx.now)));
}

function unfinished(ctx: QueryContext) {
  return sql`g.ended_at is null and g.valid_to > ${plainDateOf(ctx.now)}`;
}

function ofLogin(ctx: QueryContext, login: string) {
  return sql`g.person_id in (
    select a.person_id from identity.account a
    where a.jurisdiction = ${ctx.jurisdiction} and a.login = ${login.trim().toLowerCase()})`;
}

function read(deps: GivenDeps, ctx: QueryContext, where: RawBuilder<unknown>): Promise<readonly GivenRow[]> {
  return many(
    deps.db,
    sql<GivenRow>`
      select g.grant_id, g.person_id, person.name, account.login, g.permission, g.scope, g.unit_id, g.sector,
        g.valid_from, g.valid_to, g.reason, giver.name as given_by, g.given_at, ender.name as ended_by, g.ended_at,
        g.end_reason, g.given_at::text as sort_key, exists (
          select from identity.post
          where post.jurisdiction = g.jurisdiction and post.person_id = g.person_id
            and post.valid_from <= ${plainDateOf(ctx.now)}
            and (post.valid_to is null or post.valid_to > ${plainDateOf(ctx.now)})) as holds_post
      from identity.permission_grant g
      join identity.person on person.jurisdiction = g.jurisdiction and person.id = g.person_id
      cross join lateral (
        select a.login from identity.account a
        where a.jurisdiction = g.jurisdiction and a.person_id = g.person_id and a.kind = 'officer'
        order by a.closed_at desc nulls first, a.id limit 1
      ) account
      join identity.account given on given.jurisdiction = g.jurisdiction and given.id = g.given_by
      join identity.person giver on giver.jurisdiction = g.jurisdiction and giver.id = given.person_id
      left join identity.account taken on taken.jurisdiction = g.jurisdiction and taken.id = g.ended_by
      left join identity.person ender on ender.jurisdiction = g.jurisdiction and ender.id = taken.person_id
      where g.jurisdiction = ${ctx.jurisdiction} and ${where}
      order by g.given_at desc, g.grant_id desc limit ${pageSize + 1}`,
  );
}

function view(deps: GivenDeps, ctx: QueryContext, row: GivenRow): GivenPermission {
  const place = row.unit_id === null ? row.sector : deps.units.latest(row.unit_id)?.name;
  const days = {
    fromOn: row.valid_from,
    untilOn: row.valid_to,
    isEnded: row.ended_at !== null,
    holdsPost: row.holds_post,
  };
  return {
    grantId: row.grant_id,
    personId: row.person_id,
    name: row.name,
    login: row.login,
    permission: row.permission,
    scope: row.scope,
    ...(typeof place === 'string' && { place }),
    fromOn: row.valid_from,
    lastOn: addDays(row.valid_to, -1),
    state: grantState(days, plainDateOf(ctx.now)),
    reason: row.reason,
    givenBy: row.given_by,
    givenAt: row.given_at,
    ...(row.ended_at && {
      ended: { by: row.ended_by ?? '', at: row.ended_at, reason: row.end_reason ?? '' },
    }),
  };
}
