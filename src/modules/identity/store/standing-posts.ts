import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, one } from '../../../platform/database.ts';
import type { StandingPost } from '../core/reorganisation/planned-posts.ts';

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
): Promise<number> {
  const row = await one(
    db,
    sql<{ found: number }>`
      select count(*)::int as found from identity.delegation
      where jurisdiction = ${jurisdiction} and principal_post_id = any(${[...postIds]}::uuid[])
        and until_on > ${on} and ended_at is null and declined_at is null`,
  );
  return row.found;
}
