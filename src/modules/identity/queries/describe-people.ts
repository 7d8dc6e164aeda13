import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many } from '../../../platform/database.ts';
import type { PersonBrief, PostBrief } from '../core/people.ts';

interface BriefRow {
  readonly person_id: Id<'person'>;
  readonly name: string;
  readonly post_id: Id<'post'> | null;
  readonly unit_id: Id<'unit'>;
  readonly role: Role;
  readonly title: string;
  readonly signature_lines: readonly string[];
}

/** Names and posts on a day of the given people; unknown ids are left out. */
export async function describePeople(
  db: Connection,
  jurisdiction: Jurisdiction,
  personIds: readonly Id<'person'>[],
  on: PlainDate,
): Promise<ReadonlyMap<Id<'person'>, PersonBrief>> {
  if (personIds.length === 0) return new Map();
  const rows = await many(
    db,
    sql<BriefRow>`
      select person.id as person_id, person.name, post.id as post_id, post.unit_id, post.role, post.title, post.signature_lines
      from identity.person
      left join identity.post on post.jurisdiction = person.jurisdiction and post.person_id = person.id
        and post.valid_from <= ${on} and (post.valid_to is null or post.valid_to > ${on})
      where person.jurisdiction = ${jurisdiction} and person.id = any(${[...new Set(personIds)]}::uuid[])
      order by post.valid_from, post.id`,
  );
  return new Map(
    [...Map.groupBy(rows, (row) => row.person_id)].map(([personId, all]) => [
      personId,
      { personId, name: all[0]?.name ?? '', posts: all.flatMap(toPost) },
    ]),
  );
}

/** The same by account, as journal rows name their actor. */
export async function describeAccounts(
  db: Connection,
  jurisdiction: Jurisdiction,
  accountIds: readonly Id<'account'>[],
  on: PlainDate,
): Promise<ReadonlyMap<Id<'account'>, PersonBrief>> {
  if (accountIds.length === 0) return new Map();
  const accounts = await many(
    db,
    sql<{ id: Id<'account'>; person_id: Id<'person'> }>`
      select id, person_id from identity.account
      where jurisdiction = ${jurisdiction} and id = any(${[...new Set(accountIds)]}::uuid[])`,
  );
  const people = await describePeople(
    db,
    jurisdiction,
    accounts.map((account) => account.person_id),
    on,
  );
  return new Map(
    accounts.flatMap((account) => {
      const brief = people.get(account.person_id);
      return brief ? [[account.id, brief] as const] : [];
    }),
  );
}

function toPost(row: BriefRow): PostBrief[] {
  const { post_id: postId, unit_id: unitId, role, title, signature_lines: signatureLines } = row;
  if (postId === null) return [];
  return [{ postId, unitId, role, title, signatureLines }];
}
