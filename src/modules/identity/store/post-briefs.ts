import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many } from '../../../platform/database.ts';
import type { PostBrief } from '../core/people.ts';

/** Posts the person holds on the day, with title and signature, where they may sign in as an officer; else none. */
export function postBriefsOn(
  db: Connection,
  jurisdiction: Jurisdiction,
  personId: Id<'person'>,
  on: PlainDate,
): Promise<readonly PostBrief[]> {
  return many(
    db,
    sql<PostBrief>`
      select id as "postId", unit_id as "unitId", role, title, signature_lines as "signatureLines" from identity.post
      where jurisdiction = ${jurisdiction} and person_id = ${personId} and valid_from <= ${on}
        and (valid_to is null or valid_to > ${on})
        and exists (
          select from identity.account
          where account.jurisdiction = post.jurisdiction and account.person_id = post.person_id
            and account.kind = 'officer' and account.closed_at is null)
      order by valid_from, id`,
  );
}
