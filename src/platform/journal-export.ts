import { sql } from 'kysely';
import { type Connection, many } from './database.ts';
import { sealedWords } from './sealed-words.ts';

/** A row as it was sealed: the very text whose digest stands at its position. */
export interface SealedRow {
  readonly rowId: string;
  readonly position: number;
  readonly text: string;
}

/** The sealed texts of these actions and reads, by position; a row not sealed yet is left out. */
export function sealedRows(
  db: Connection,
  jurisdiction: number,
  rowIds: readonly string[],
): Promise<readonly SealedRow[]> {
  const ids = [...rowIds];
  return many(
    db,
    sql<SealedRow>`
      select e.row_id as "rowId", e.position, said.text
      from (
        select r.action_id as row_id, 'action' as source, ${sealedWords.action} as text from platform.action r
        where r.jurisdiction = ${jurisdiction} and r.action_id = any(${ids}::uuid[])
        union all
        select r.read_id, 'read', ${sealedWords.read} from platform.read r
        where r.jurisdiction = ${jurisdiction} and r.read_id = any(${ids}::uuid[])
      ) said
      join platform.journal_entry e
        on e.jurisdiction = ${jurisdiction} and e.row_id = said.row_id and e.source = said.source
      order by e.position
    `,
  );
}

/** One block of the chain; `digests` only where asked for. */
export interface BlockLink {
  readonly block: number;
  readonly firstPosition: number;
  readonly lastPosition: number;
  readonly previous: string;
  readonly root: string;
  readonly hash: string;
  readonly format: 1 | 2;
  /** Microseconds since 1970, as they are hashed. */
  readonly sealedAt: number;
}

/** Blocks from the one that holds `position` to `lastBlock`, in order; at most `most`, behind `after`. */
export function chainLinks(
  db: Connection,
  jurisdiction: number,
  range: { readonly position: number; readonly lastBlock: number; readonly after: number },
  most: number,
): Promise<readonly BlockLink[]> {
  return many(
    db,
    sql<BlockLink>`
      select b.block, b.first_position as "firstPosition", b.last_position as "lastPosition",
        encode(b.previous, 'hex') as previous, encode(b.root, 'hex') as root, encode(b.hash, 'hex') as hash,
        b.format, (extract(epoch from b.sealed_at) * 1000000)::bigint as "sealedAt"
      from platform.journal_block b
      where b.jurisdiction = ${jurisdiction} and b.last_position >= ${range.position} and b.block <= ${range.lastBlock}
        and b.block > greatest(${range.after}, (
          select f.block - 1 from platform.journal_block f
          where f.jurisdiction = ${jurisdiction} and f.first_position <= ${range.position}
          order by f.first_position desc limit 1))
      order by b.block limit ${most}
    `,
  );
}

/** Digests of all rows of one block, by position, in hex. */
export async function digestsOf(
  db: Connection,
  jurisdiction: number,
  block: Pick<BlockLink, 'firstPosition' | 'lastPosition'>,
): Promise<readonly string[]> {
  const rows = await many(
    db,
    sql<{ digest: string }>`
      select encode(digest, 'hex') as digest from platform.journal_entry
      where jurisdiction = ${jurisdiction} and position between ${block.firstPosition} and ${block.lastPosition}
      order by position
    `,
  );
  return rows.map(({ digest }) => digest);
}
