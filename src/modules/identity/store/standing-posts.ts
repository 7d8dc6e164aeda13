import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many } from '../../../platform/database.ts';
import type { StandingPost } from '../core/reorganisation/planned-posts.ts';
import type { EndingPower } from '../core/reorganisation/views.ts';

/** Every post that holds on the day or begins after it, by unit and name of its holder. */
export function standingPosts(
  db: Connection,
  jurisdiction: Jurisdiction,
  on: PlainDate,
): Promise<readonly StandingPost[]> {
  return many(
    db,
    sql<StandingPost>`
      select post.id as "postId", post.person_id as "personId", person.name, post.unit_id as "unitId", post.role, post.title,
        post.valid_from as "validFrom", exists (
          select from identity.account
          where account.jurisdiction = post.jurisdiction and account.person_id = post.person_id
            and account.kind = 'officer' and account.closed_at is null
        ) as "isOpen"
      from identity.post
      join identity.person on person.jurisdiction = post.jurisdiction and person.id = post.person_id
      where post.jurisdiction = ${jurisdiction} and (post.valid_to is null or post.valid_to > ${on})
      order by post.unit_id, person.name_order, post.id`,
  );
}

/** Delegations given from these posts that would still hold on the day: they end with the post they were given from. */
export async function delegationsFrom(
  db: Connection,
  jurisdiction: Jurisdiction,
  postIds: readonly Id<'post'>[],
  on: PlainDate,
): Promise<readonly EndingPower[]> {
  const rows = await many(
    db,
    sql<Omit<EndingPower, 'lastOn'> & { until_on: PlainDate }>`
      select d.delegation_id as "delegationId", d.kind, d.decision_number as decision, head.name as principal,
        delegate.name as delegate, d.until_on
      from identity.delegation d
      join identity.post on post.jurisdiction = d.jurisdiction and post.id = d.principal_post_id
      join identity.person head on head.jurisdiction = d.jurisdiction and head.id = post.person_id
      join identity.person delegate on delegate.jurisdiction = d.jurisdiction and delegate.id = d.delegate_person_id
      where d.jurisdiction = ${jurisdiction} and d.principal_post_id = any(${[...postIds]}::uuid[])
        and d.until_on > ${on} and d.ended_at is null and d.declined_at is null
      order by delegate.name_order, d.delegation_id`,
  );
  return rows.map(({ until_on: untilOn, ...row }) => ({ ...row, lastOn: addDays(untilOn, -1) }));
}
