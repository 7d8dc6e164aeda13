import { sql } from 'kysely';
import { type Connection, many, maybeOne, one } from './database.ts';

export type JournalSource = 'event' | 'action' | 'read';

export interface JournalFault {
  readonly position: number;
  readonly source: JournalSource;
  readonly rowId: string;
  readonly fault: 'changed' | 'missing';
}

/** The first sealed row within positions ]after, to] that no longer says what was sealed, or is gone. */
export function firstFault(
  db: Connection,
  jurisdiction: number,
  after: number,
  to: number,
): Promise<JournalFault | undefined> {
  return maybeOne(
    db,
    sql<JournalFault>`
      select sealed.position, sealed.source, sealed.row_id as "rowId",
        case when sealed.now_says is null then 'missing' else 'changed' end as fault
      from (
        select e.position, e.source, e.row_id, e.digest, case e.source
            when 'event' then (select platform.journal_digest(platform.event_text(r)) from platform.event r
              where r.jurisdiction = e.jurisdiction and r.event_id = e.row_id)
            when 'action' then (select platform.journal_digest(platform.action_text(r)) from platform.action r
              where r.jurisdiction = e.jurisdiction and r.action_id = e.row_id)
            else (select platform.journal_digest(platform.read_text(r)) from platform.read r
              where r.jurisdiction = e.jurisdiction and r.read_id = e.row_id)
          end as now_says
        from platform.journal_entry e
        where e.jurisdiction = ${jurisdiction} and e.position > ${after} and e.position <= ${to}
      ) sealed
      where sealed.now_says is distinct from sealed.digest
        and not (sealed.source = 'read' and sealed.now_says is null and sealed.position <= coalesce((
          select max(p.up_to_position) from platform.journal_pruning p where p.jurisdiction = ${jurisdiction}), 0))
      order by sealed.position limit 1
    `,
  );
}

export interface BlockFault {
  readonly block: number;
  readonly firstPosition: number;
  readonly lastPosition: number;
}

/** The first block in ]after, to] that does not follow from its entries and the block before it. */
export function firstBrokenBlock(
  db: Connection,
  jurisdiction: number,
  after: number,
  to: number,
): Promise<BlockFault | undefined> {
  return maybeOne(
    db,
    sql<BlockFault>`
      select b.block, b.first_position as "firstPosition", b.last_position as "lastPosition"
      from platform.journal_block b
      left join platform.journal_block p on p.jurisdiction = b.jurisdiction and p.block = b.block - 1
      cross join lateral (
        select count(*) as entries, sha256(coalesce(string_agg(e.digest, ''::bytea order by e.position), ''::bytea)) as root
        from platform.journal_entry e
        where e.jurisdiction = b.jurisdiction and e.position between b.first_position and b.last_position
      ) said
      where b.jurisdiction = ${jurisdiction} and b.block > ${after} and b.block <= ${to}
        and (b.previous <> coalesce(p.hash, ''::bytea)
          or (p.block is null and b.block > 1)
          or b.first_position <> coalesce(p.last_position, 0) + 1
          or said.entries <> b.last_position - b.first_position + 1
          or b.root <> said.root
          or b.hash <> platform.block_hash(b.previous, b.first_position, b.root))
      order by b.block limit 1
    `,
  );
}

/**
 * The first sealed row within positions ]after, to] that says it was recorded more than an hour before the sealer's run before its own:
 * it was not there then. Rows of a sealer that stood still, and of slow commands, are none of these.
 */
export function firstBackdated(
  db: Connection,
  jurisdiction: number,
  after: number,
  to: number,
): Promise<Omit<JournalFault, 'fault'> | undefined> {
  return maybeOne(
    db,
    sql<Omit<JournalFault, 'fault'>>`
      select e.position, e.source, e.row_id as "rowId"
      from platform.journal_block b
      join lateral (
        select p.sealed_at - interval '1 hour' as earliest from platform.journal_block p
        where p.jurisdiction = b.jurisdiction and p.block < b.block and p.sealed_at < b.sealed_at
        order by p.block desc limit 1
      ) before on true
      join platform.journal_entry e on e.jurisdiction = b.jurisdiction and e.position between b.first_position and b.last_position
      where b.jurisdiction = ${jurisdiction} and b.first_position > ${after} and b.last_position <= ${to}
        and case e.source
          when 'event' then (select r.recorded_at from platform.event r
            where r.jurisdiction = e.jurisdiction and r.event_id = e.row_id)
          when 'action' then (select r.recorded_at from platform.action r
            where r.jurisdiction = e.jurisdiction and r.action_id = e.row_id)
          else (select r.recorded_at from platform.read r
            where r.jurisdiction = e.jurisdiction and r.read_id = e.row_id)
        end < before.earliest
      order by e.position limit 1
    `,
  );
}

/** Tables of the journal whose rows are no longer noted for the sealer: somebody took the trigger away or switched it off. */
export async function unwatchedTables(db: Connection): Promise<readonly JournalSource[]> {
  const rows = await many(
    db,
    sql<{ source: JournalSource }>`
      select watched.source from unnest(array['event', 'action', 'read']) as watched(source)
      where not exists (
        select from pg_catalog.pg_trigger t
        where t.tgrelid = to_regclass('platform.' || watched.source) and t.tgname = 'note_pending' and t.tgenabled in ('O', 'A'))
      order by watched.source
    `,
  );
  return rows.map(({ source }) => source);
}

/** Last positions of blocks, one row a block in ]after, after + most]. */
export function blocksAfter(
  db: Connection,
  jurisdiction: number,
  after: number,
  most: number,
): Promise<readonly { readonly block: number; readonly position: number }[]> {
  return many(
    db,
    sql<{ block: number; position: number }>`
      select block, last_position as position from platform.journal_block
      where jurisdiction = ${jurisdiction} and block > ${after} order by block limit ${most}
    `,
  );
}

/** The oldest journal row that was neither sealed nor waits for it: written past the application. */
export function firstStrayRow(
  db: Connection,
  jurisdiction: number,
): Promise<{ readonly source: JournalSource; readonly rowId: string } | undefined> {
  return maybeOne(
    db,
    sql<{ source: JournalSource; rowId: string }>`
      select rows.source, rows.row_id as "rowId"
      from (
        select 'event' as source, event_id as row_id, recorded_at from platform.event where jurisdiction = ${jurisdiction}
        union all
        select 'action', action_id, recorded_at from platform.action where jurisdiction = ${jurisdiction}
        union all
        select 'read', read_id, recorded_at from platform.read where jurisdiction = ${jurisdiction}
      ) rows
      where not exists (
          select from platform.journal_entry e
          where e.jurisdiction = ${jurisdiction} and e.row_id = rows.row_id and e.source = rows.source)
        and not exists (
          select from platform.journal_pending p
          where p.jurisdiction = ${jurisdiction} and p.row_id = rows.row_id and p.source = rows.source)
      order by rows.recorded_at, rows.row_id limit 1
    `,
  );
}

/** Entries behind the last block: nothing the sealer writes. */
export async function entriesBehind(db: Connection, jurisdiction: number, position: number): Promise<number> {
  const { entries } = await one(
    db,
    sql<{ entries: number }>`
      select count(*)::int as entries from platform.journal_entry
      where jurisdiction = ${jurisdiction} and position > ${position}
    `,
  );
  return entries;
}

/** The hash the chain has at this block now; undefined when the block is gone. */
export async function blockHash(
  db: Connection,
  jurisdiction: number,
  block: number,
): Promise<{ readonly hash: string; readonly position: number } | undefined> {
  return maybeOne(
    db,
    sql<{ hash: string; position: number }>`
      select encode(hash, 'hex') as hash, last_position as position from platform.journal_block
      where jurisdiction = ${jurisdiction} and block = ${block}
    `,
  );
}

/** Committed rows that wait for the sealer. */
export async function pendingRows(db: Connection, jurisdiction: number): Promise<number> {
  const { waiting } = await one(
    db,
    sql<{ waiting: number }>`
      select count(*)::int as waiting from platform.journal_pending where jurisdiction = ${jurisdiction}
    `,
  );
  return waiting;
}
