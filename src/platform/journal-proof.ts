import { sql } from 'kysely';
import { type Connection, many, maybeOne, one } from './database.ts';
import { blockHashOf, digestOf, sealedWords } from './sealed-words.ts';

export type JournalSource = 'event' | 'action' | 'read';

/** `backdated`: the row says what was sealed, but claims a moment at which it was not there yet. */
export interface JournalFault {
  readonly position: number;
  readonly source: JournalSource;
  readonly rowId: string;
  readonly fault: 'changed' | 'missing' | 'backdated';
}

/** Positions of one block, and the earliest moment its rows can have been recorded at; undefined where nothing tells. */
export interface JournalSpan {
  readonly first: number;
  readonly last: number;
  readonly earliest: Date | undefined;
}

/**
 * The first fault of each kind among the sealed rows of these spans, each row read once. Readings that retention took away are none, and
 * no row at an explained position is backdated.
 */
export function firstFaults(
  db: Connection,
  jurisdiction: number,
  spans: readonly JournalSpan[],
  explained: readonly (readonly [number, number])[],
): Promise<readonly JournalFault[]> {
  return many(
    db,
    sql<JournalFault>`
      select distinct on (judged.fault) judged.position, judged.source, judged.row_id as "rowId", judged.fault
      from (
        select e.position, e.source, e.row_id, case
            when now.digest is null then 'missing'
            when now.digest <> e.digest then 'changed'
            when now.recorded_at < span.earliest and not exists (
              select from unnest(${explained.map(([from]) => from)}::bigint[], ${explained.map(([, to]) => to)}::bigint[]) as known(first, last)
              where e.position between known.first and known.last) then 'backdated'
          end as fault
        from unnest(${spans.map(({ first }) => first)}::bigint[], ${spans.map(({ last }) => last)}::bigint[],
          ${spans.map(({ earliest }) => earliest ?? null)}::timestamptz[]) as span(first, last, earliest)
        join platform.journal_entry e
          on e.jurisdiction = ${jurisdiction} and e.position between span.first and span.last
        left join lateral (
          select ${digestOf(sealedWords.event)} as digest, r.recorded_at from platform.event r
          where e.source = 'event' and r.jurisdiction = e.jurisdiction and r.event_id = e.row_id
          union all
          select ${digestOf(sealedWords.action)}, r.recorded_at from platform.action r
          where e.source = 'action' and r.jurisdiction = e.jurisdiction and r.action_id = e.row_id
          union all
          select ${digestOf(sealedWords.read)}, r.recorded_at from platform.read r
          where e.source = 'read' and r.jurisdiction = e.jurisdiction and r.read_id = e.row_id
        ) now on true
      ) judged
      where judged.fault is not null
        and not (judged.source = 'read' and judged.fault = 'missing' and judged.position <= coalesce((
          select max(p.up_to_position) from platform.journal_pruning p where p.jurisdiction = ${jurisdiction}), 0))
      order by judged.fault, judged.position
    `,
  );
}

export interface BlockFault {
  readonly block: number;
  readonly firstPosition: number;
  readonly lastPosition: number;
}

/** The first of these blocks that does not follow from its entries and the block before it. */
export function firstBrokenBlock(
  db: Connection,
  jurisdiction: number,
  blocks: readonly Pick<BlockSpan, 'block'>[],
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
      where b.jurisdiction = ${jurisdiction} and b.block = any(${blocks.map(({ block }) => block)}::bigint[])
        and (b.previous <> coalesce(p.hash, ''::bytea)
          or (p.block is null and b.block > 1)
          or b.first_position <> coalesce(p.last_position, 0) + 1
          or said.entries <> b.last_position - b.first_position + 1
          or b.root <> said.root
          or b.format < coalesce(p.format, 1)
          or b.hash is distinct from ${blockHashOf})
      order by b.block limit 1
    `,
  );
}

/**
 * Tables of the journal whose rows are no longer noted for the sealer: somebody took the trigger away or switched it off, or
 * put something else in the table's place.
 */
export async function unwatchedTables(db: Connection): Promise<readonly JournalSource[]> {
  const rows = await many(
    db,
    sql<{ source: JournalSource }>`
      select watched.source from unnest(array['event', 'action', 'read']) as watched(source)
      where not exists (
        select from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid and c.relkind in ('r', 'p')
        where c.oid = to_regclass('platform.' || watched.source) and t.tgname = 'note_pending' and t.tgenabled in ('O', 'A'))
      order by watched.source
    `,
  );
  return rows.map(({ source }) => source);
}

/** What a block says of itself. */
export interface BlockSpan {
  readonly block: number;
  readonly first: number;
  readonly last: number;
  readonly sealedAt: Date;
}

/** Blocks behind the given one, in order. */
export function blocksAfter(
  db: Connection,
  jurisdiction: number,
  after: number,
  most: number,
): Promise<readonly BlockSpan[]> {
  return many(
    db,
    sql<BlockSpan>`
      select block, first_position as first, last_position as last, sealed_at as "sealedAt" from platform.journal_block
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

/** Entries behind the last block or before the first position: nothing the sealer writes. */
export async function entriesOutside(
  db: Connection,
  jurisdiction: number,
  position: number,
): Promise<number> {
  const { entries } = await one(
    db,
    sql<{ entries: number }>`
      select count(*)::int as entries from platform.journal_entry
      where jurisdiction = ${jurisdiction} and (position > ${position} or position < 1)
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
