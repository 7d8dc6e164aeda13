import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many } from '../../../platform/database.ts';
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
