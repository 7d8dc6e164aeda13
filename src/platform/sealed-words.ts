import { type RawBuilder, sql } from 'kysely';

/*
 * What the sealer hashes (`platform.seal_journal`), said again here: whoever owns the tables may also replace the functions
 * of the database, so that whoever verifies asks none of them. Were the two ever to differ, no sealed row would stand.
 */

const moment = (column: string) => sql`(extract(epoch from ${sql.ref(column)}) * 1000000)::bigint`;

/** The text that is sealed of a row `r` of each table of the journal. */
export const sealedWords = {
  event: sql<string>`jsonb_build_array('event', r.jurisdiction, r.stream_id, r.seq, r.event_id, r.type, r.version,
    ${moment('r.recorded_at')}, r.request_id, r.actor_kind, r.actor_id, r.payload)::text`,
  action: sql<string>`jsonb_build_array('action', r.jurisdiction, r.action_id, ${moment('r.recorded_at')}, r.command, r.subject_id,
    r.request_id, r.actor_kind, r.actor_id, r.origin_ip, r.user_agent, r.facts)::text`,
  read: sql<string>`jsonb_build_array('read', r.jurisdiction, r.read_id, ${moment('r.recorded_at')}, r.query, r.subject_ids,
    r.actor_kind, r.actor_id, r.origin_ip)::text`,
};

/** The digest of such a text. */
export function digestOf(words: RawBuilder<string>): RawBuilder<Buffer> {
  return sql<Buffer>`sha256(convert_to(${words}, 'UTF8'))`;
}

/** The hash of a block `b`, by its format; null for one that nothing is known of. */
export const blockHashOf = sql<Buffer | null>`case b.format
  when 1 then sha256(b.previous || int8send(b.first_position) || b.root)
  when 2 then ${digestOf(sql`'motcua-journal-block 2 ' || b.jurisdiction || ' ' || b.block || ' ' || b.first_position || ' '
    || b.last_position || ' ' || ${moment('b.sealed_at')} || ' ' || coalesce(nullif(encode(b.previous, 'hex'), ''), '-') || ' '
    || encode(b.root, 'hex')`)}
end`;
