import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { one, type Tx } from '../../../platform/database.ts';
import type { Applied } from './reorganisation-store.ts';

export interface Undoing {
  readonly jurisdiction: Jurisdiction;
  readonly reorganisationId: Id<'reorganisation'>;
  readonly on: PlainDate;
  readonly applied: Applied;
}

/**
 * What others have built on a reorganisation since: it cannot be taken away under them. A post that was changed after it moved counts,
 * or the change would be lost in silence.
 */
export async function builtUpon(
  tx: Tx,
  { jurisdiction, reorganisationId, on, applied }: Undoing,
): Promise<number> {
  const row = await one(
    tx,
    sql<{ found: number }>`
      select (
        (select count(*) from identity.unit_span span
          where span.jurisdiction = ${jurisdiction}
            and (span.reorganisation_id = ${reorganisationId} and span.valid_to is not null
              or span.parent_id = any(${applied.units}::uuid[])
                and span.reorganisation_id is distinct from ${reorganisationId}))
        + (select count(*) from identity.unit_succession arrow
          where arrow.jurisdiction = ${jurisdiction} and arrow.reorganisation_id is distinct from ${reorganisationId}
            and (arrow.from_id = any(${applied.units}::uuid[]) or arrow.to_id = any(${applied.units}::uuid[])))
        + (select count(*) from identity.post
          where post.jurisdiction = ${jurisdiction} and post.unit_id = any(${applied.units}::uuid[])
            and post.id <> all(${applied.begunPosts}::uuid[]))
        + (select count(*) from identity.post
          where post.jurisdiction = ${jurisdiction}
            and post.id = any(${applied.endedPosts.map(({ postId }) => postId)}::uuid[])
            and post.valid_to is distinct from ${on})
        + cardinality(${applied.begunPosts}::uuid[]) - (select count(*) from identity.post begun
          where begun.jurisdiction = ${jurisdiction} and begun.id = any(${applied.begunPosts}::uuid[])
            and exists (
              select from jsonb_to_recordset(${JSON.stringify(applied.endedPosts)}::jsonb)
                as was("postId" uuid, "validTo" date)
              join identity.post ended on ended.jurisdiction = begun.jurisdiction and ended.id = was."postId"
              where ended.person_id = begun.person_id and ended.role = begun.role and ended.title = begun.title
                and ended.signature_lines = begun.signature_lines and was."validTo" is not distinct from begun.valid_to))
        + (select count(*) from identity.permission_grant given
          where given.jurisdiction = ${jurisdiction} and given.unit_id = any(${applied.units}::uuid[])
            and given.ended_at is null)
        + (select count(*) from identity.delegation
          where delegation.jurisdiction = ${jurisdiction}
            and delegation.principal_post_id = any(${applied.begunPosts}::uuid[]))
      )::int as found`,
  );
  return row.found;
}

/** Takes back all it wrote: the tree and the posts are as if it had never been carried out. */
export async function takeBack(
  tx: Tx,
  { jurisdiction, reorganisationId, on, applied }: Undoing,
): Promise<void> {
  await sql`
    delete from identity.split_rule
    where jurisdiction = ${jurisdiction} and reorganisation_id = ${reorganisationId}`.execute(tx);
  await sql`
    delete from identity.unit_succession
    where jurisdiction = ${jurisdiction} and reorganisation_id = ${reorganisationId}`.execute(tx);
  await sql`
    delete from identity.post
    where jurisdiction = ${jurisdiction} and id = any(${applied.begunPosts}::uuid[])`.execute(tx);
  await sql`
    update identity.post set valid_to = row."validTo"
    from jsonb_to_recordset(${JSON.stringify(applied.endedPosts)}::jsonb) as row("postId" uuid, "validTo" date)
    where post.jurisdiction = ${jurisdiction} and post.id = row."postId"`.execute(tx);
  await sql`
    delete from identity.unit_span
    where jurisdiction = ${jurisdiction} and reorganisation_id = ${reorganisationId}`.execute(tx);
  await sql`
    update identity.unit_span span
    set valid_to = null, edited_at = case when row."wasEdited" then span.edited_at end
    from jsonb_to_recordset(${JSON.stringify(applied.cut)}::jsonb)
      as row("unitId" uuid, "from" date, "wasEdited" boolean)
    where span.jurisdiction = ${jurisdiction} and span.unit_id = row."unitId" and span.valid_from = row."from"
      and span.valid_to = ${on}`.execute(tx);
}
