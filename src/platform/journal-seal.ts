import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type Connection, type Database, many, maybeOne, one } from './database.ts';

/** Rows sealed by one statement: long enough to be cheap, short enough to finish well within a second. */
const blockLength = 2000;

/** Seals what has been committed until nothing waits; answers how many rows. Harmless beside another sealer. */
export async function sealJournal(db: Database, now: Date): Promise<number> {
  let sealed = 0;
  for (;;) {
    const { rows } = await one(
      db,
      sql<{ rows: number }>`select platform.seal_journal(${blockLength}, ${now}) as rows`,
    );
    sealed += rows;
    if (rows < blockLength) return sealed;
  }
}

/** Where the chain stands: the last position of a block, and the hash that stands for everything up to it. */
export interface ChainPoint {
  readonly block: number;
  readonly position: number;
  readonly hash: string;
}

/** The last block of a day as somebody outside this database has stamped it. */
export interface Head extends ChainPoint {
  readonly day: PlainDate;
  /** Name of the authority that stamped it, and its stamp. */
  readonly authority: string;
  readonly stamp: string;
  readonly stampedAt: Date;
}

/**
 * The last block of each day before `today` that has no head, oldest first. What a clock that was set back sealed under a day that
 * is behind the last head is under the head of the next day.
 */
export function daysWithoutHead(
  db: Connection,
  jurisdiction: number,
  today: PlainDate,
): Promise<readonly (ChainPoint & { readonly day: PlainDate })[]> {
  return many(
    db,
    sql<ChainPoint & { day: PlainDate }>`
      select distinct on (sealed.day) sealed.day, sealed.block, sealed.position, sealed.hash
      from (
        select (b.sealed_at at time zone 'Asia/Ho_Chi_Minh')::date as day, b.block, b.last_position as position,
          encode(b.hash, 'hex') as hash
        from platform.journal_block b
        where b.jurisdiction = ${jurisdiction} and b.block > coalesce((
          select max(h.block) from platform.journal_head h where h.jurisdiction = ${jurisdiction}), 0)
      ) sealed
      where sealed.day < ${today} and not exists (
        select from platform.journal_head h where h.jurisdiction = ${jurisdiction} and h.day >= sealed.day and h.day < ${today})
      order by sealed.day, sealed.block desc
    `,
  );
}

/** Writes a stamped head down; false when the day has one already. */
export async function recordHead(db: Connection, head: Omit<Head, 'position' | 'hash'>): Promise<boolean> {
  const { recorded } = await one(
    db,
    sql<{ recorded: boolean }>`
      select platform.record_head(${head.day}, ${head.block}, ${head.authority}, ${head.stamp}, ${head.stampedAt}) as recorded
    `,
  );
  return recorded;
}

/** Heads, newest first, before the given day. */
export function headsBefore(
  db: Connection,
  jurisdiction: number,
  before: PlainDate | undefined,
  most: number,
): Promise<readonly Head[]> {
  return many(
    db,
    sql<Head>`
      select day, block, position, encode(hash, 'hex') as hash, authority, stamp, stamped_at as "stampedAt"
      from platform.journal_head
      where jurisdiction = ${jurisdiction} and (${before ?? null}::date is null or day < ${before ?? null}::date)
      order by day desc limit ${most}
    `,
  );
}

/** The head of one day; undefined while there is none. */
export function headOn(db: Connection, jurisdiction: number, day: PlainDate): Promise<Head | undefined> {
  return maybeOne(
    db,
    sql<Head>`
      select day, block, position, encode(hash, 'hex') as hash, authority, stamp, stamped_at as "stampedAt"
      from platform.journal_head where jurisdiction = ${jurisdiction} and day = ${day}
    `,
  );
}

/** The end of the chain, undefined before anything was sealed. */
export function chainEnd(db: Connection, jurisdiction: number): Promise<ChainPoint | undefined> {
  return maybeOne(
    db,
    sql<ChainPoint>`
      select block, last_position as position, encode(hash, 'hex') as hash
      from platform.journal_block where jurisdiction = ${jurisdiction} order by block desc limit 1
    `,
  );
}

/** Deletes reads recorded before a moment, as far as a stamped head reaches; answers how many. */
export async function pruneReads(
  db: Connection,
  pruningId: string,
  before: Date,
  now: Date,
): Promise<number> {
  const { gone } = await one(
    db,
    sql<{ gone: number }>`select platform.prune_reads(${pruningId}, ${before}, ${now}) as gone`,
  );
  return gone;
}

/** The first stamped head that covers a position; undefined while none does. */
export function headAt(db: Connection, jurisdiction: number, position: number): Promise<Head | undefined> {
  return maybeOne(
    db,
    sql<Head>`
      select day, block, position, encode(hash, 'hex') as hash, authority, stamp, stamped_at as "stampedAt"
      from platform.journal_head
      where jurisdiction = ${jurisdiction} and position >= ${position} order by day limit 1
    `,
  );
}
