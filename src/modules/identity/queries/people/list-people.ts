import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { roles } from '../../../../kernel/actor.ts';
import type { QueryContext } from '../../../../kernel/context.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Page } from '../../../../kernel/page.ts';
import { type PlainDate, plainDateOf } from '../../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { readCursor, writeCursor } from '../../../../platform/cursor.ts';
import { many } from '../../../../platform/database.ts';
import { recordRead } from '../../../../platform/journal.ts';
import { parseInput } from '../../../../platform/parse-input.ts';
import { demandingRoles, demandsSecondFactor } from '../../core/assurance.ts';
import type { ManageReach } from '../../core/people/manage-reach.ts';
import { type PersonLine, peopleStates } from '../../core/people/people-views.ts';
import { can } from '../../core/permissions.ts';
import { allPostsOf } from '../../store/people/officer-accounts.ts';
import type { PeopleDeps } from '../../store/people/people-deps.ts';
import { reachOf } from '../../store/people/reach.ts';
import { toPostView } from './post-view.ts';

const pageSize = 50;
const cursorShape = z.tuple([z.string().max(2_000), z.uuid()]);

const input = z.strictObject({
  /** Words of the name or the login, with or without marks. */
  words: z.string().trim().max(100).default(''),
  /** People of this unit and of all below it. */
  unitId: z.uuid().optional(),
  role: z.enum(roles).optional(),
  state: z.enum(peopleStates).optional(),
  after: z.string().max(3_000).optional(),
});

/** What the list is narrowed to, ready for SQL. */
export interface PeopleFilter {
  readonly words: string;
  readonly unitIds: readonly Id<'unit'>[] | undefined;
  readonly role: string | undefined;
  readonly state: (typeof peopleStates)[number] | undefined;
  readonly reach: ManageReach;
  readonly today: PlainDate;
  readonly after: readonly [string, string] | undefined;
}

interface LineRow {
  readonly account_id: Id<'account'>;
  readonly person_id: Id<'person'>;
  readonly name: string;
  readonly name_order: string;
  readonly login: string;
  readonly closed: boolean;
  readonly signs_in: boolean;
  readonly has_factor: boolean;
  readonly seen_at: Date | null;
}

/** Officers in Vietnamese order of names, 50 a page; one row of the journal a page read. Needs `identity.manage`. */
export async function listPeople(
  deps: PeopleDeps,
  ctx: QueryContext,
  asked: unknown,
): Promise<Result<Page<PersonLine>>> {
  if (ctx.actor.kind !== 'officer' || !can(ctx.actor, 'identity.manage'))
    return refuse('forbidden', 'identity.not-administrator');
  const parsed = parseInput(input, asked);
  if (!parsed.ok) return parsed;
  const { words, unitId, role, state } = parsed.value;
  const after = readCursor(cursorShape, parsed.value.after);
  if (!after.ok) return after;
  const today = plainDateOf(ctx.now);
  const reach = reachOf(deps.units, ctx.actor, today);
  const unitIds = unitId === undefined ? undefined : deps.units.subtreeOn(unitId as Id<'unit'>, today);
  const filter = { words, unitIds, role, state, reach, today, after: after.value };
  const rows = await many(deps.db, peoplePage(ctx.jurisdiction, filter, pageSize + 1));
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const posts = await allPostsOf(
    deps.db,
    ctx.jurisdiction,
    shown.map((row) => row.person_id),
  );
  const byPerson = Map.groupBy(posts, (post) => post.person_id);
  await recordRead(deps.db, ctx, deps.newId, {
    query: 'identity.list-people',
    subjectIds: shown.map((row) => row.account_id),
  });
  return ok({
    items: shown.map((row) => toLine(deps, row, byPerson.get(row.person_id) ?? [], today)),
    ...(rows.length > pageSize && last && { next: writeCursor([last.name_order, last.account_id]) }),
  });
}

/** The statement of one page: a walk of the officers in the order of their names. Exported for its plan. */
export function peoplePage(jurisdiction: number, filter: PeopleFilter, limit: number): RawBuilder<LineRow> {
  const { words, unitIds, role, state, reach, today, after } = filter;
  const lasting = sql`post.jurisdiction = account.jurisdiction and post.person_id = account.person_id
    and (post.valid_to is null or post.valid_to > ${today})`;
  const held = sql`${lasting} and post.valid_from <= ${today}`;
  const factor = sql`exists (select from identity.second_factor factor
    where factor.jurisdiction = account.jurisdiction and factor.account_id = account.id
      and factor.confirmed_at is not null and factor.removed_at is null)`;
  const signsIn = sql`(account.password_hash is not null or exists (select from identity.province_link link
    where link.jurisdiction = account.jurisdiction and link.account_id = account.id))`;
  const conditions = [
    sql`account.jurisdiction = ${jurisdiction} and account.kind = 'officer'`,
    ...words
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => sql`account.search_text like '%' || platform.search_text(${word}) || '%'`),
    ...(unitIds || role
      ? [
          sql`exists (select from identity.post where ${lasting}
            ${unitIds ? sql`and post.unit_id = any(${[...unitIds]}::uuid[])` : sql``}
            ${role ? sql`and post.role = ${role}` : sql``})`,
        ]
      : []),
    ...(reach === 'everywhere'
      ? []
      : [
          sql`exists (select from identity.post
            where post.jurisdiction = account.jurisdiction and post.person_id = account.person_id
              and post.unit_id = any(${[...reach]}::uuid[]))`,
        ]),
    ...stateConditions(state, { held, factor, signsIn }),
    ...(after ? [sql`(account.name_order, account.id) > (${after[0]}, ${after[1]}::uuid)`] : []),
  ];
  return sql<LineRow>`
    select account.id as account_id, account.person_id, person.name, account.name_order, account.login,
      account.closed_at is not null as closed, ${signsIn} as signs_in, ${factor} as has_factor,
      (select max(session.seen_at) from identity.session
       where session.jurisdiction = account.jurisdiction and session.account_id = account.id) as seen_at
    from identity.account
    join identity.person on person.jurisdiction = account.jurisdiction and person.id = account.person_id
    where ${sql.join(conditions, sql` and `)}
    order by account.name_order, account.id
    limit ${limit}`;
}

function stateConditions(
  state: PeopleFilter['state'],
  { held, factor, signsIn }: Readonly<Record<'held' | 'factor' | 'signsIn', RawBuilder<unknown>>>,
): readonly RawBuilder<unknown>[] {
  switch (state) {
    case undefined:
      return [];
    case 'open':
      return [sql`account.closed_at is null`];
    case 'closed':
      return [sql`account.closed_at is not null`];
    case 'without-post':
      return [sql`account.closed_at is null and not exists (select from identity.post where ${held})`];
    case 'not-activated':
      return [sql`account.closed_at is null and not ${signsIn}`];
    case 'without-factor':
      return [
        sql`account.closed_at is null and not ${factor} and exists (select from identity.post
          where ${held} and post.role = any(${[...demandingRoles]}::text[]))`,
      ];
  }
}

function toLine(
  { units }: PeopleDeps,
  row: LineRow,
  posts: Parameters<typeof toPostView>[1][],
  today: PlainDate,
): PersonLine {
  const views = posts.map((post) => toPostView(units, post, today)).filter(({ when }) => when !== 'past');
  const demanded = demandsSecondFactor(views.filter(({ when }) => when === 'now').map(({ role }) => role));
  return {
    accountId: row.account_id,
    name: row.name,
    login: row.login,
    state: row.closed ? 'closed' : row.signs_in ? 'open' : 'not-activated',
    lacksFactor: demanded && !row.has_factor,
    posts: views,
    ...(row.seen_at && { seenAt: row.seen_at.toISOString() }),
  };
}
