import { sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { type Connection, many } from './database.ts';
import type { JournalSource } from './journal-proof.ts';

/** One row of the journal of actions and reads, as the searcher sees it. Ids only, no personal data but the origin. */
export interface JournalRow {
  readonly source: Exclude<JournalSource, 'event'>;
  readonly rowId: string;
  readonly recordedAt: Date;
  /** Name of the command carried out or of the query answered. */
  readonly name: string;
  readonly subjectIds: readonly string[];
  readonly actorKind: Actor['kind'];
  readonly actorId: string | null;
  readonly originIp: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  /** `recordedAt` to the microsecond, for cursors. */
  readonly sortKey: string;
}

export interface JournalFilter {
  /** Absent: actions and reads. */
  readonly source?: JournalRow['source'] | undefined;
  readonly actorId?: string | undefined;
  /** Nothing by these accounts. */
  readonly notBy?: readonly string[] | undefined;
  /** Rows about any of these things. */
  readonly subjectIds?: readonly string[] | undefined;
  readonly from?: Date | undefined;
  /** Exclusive. */
  readonly to?: Date | undefined;
  /** The beginning of the command's or query's name: `dossiers.` */
  readonly name?: string | undefined;
}

/**
 * Rows that match, newest first, behind the given key. Each source is one walk of its index, as long as the page at most, or all rows
 * about the things asked for.
 */
export function searchJournal(
  db: Connection,
  jurisdiction: number,
  filter: JournalFilter,
  after: readonly [string, string] | undefined,
  most: number,
): Promise<readonly JournalRow[]> {
  const page = sql`order by recorded_at desc, row_id desc limit ${most}`;
  const actions = sql`
    (select 'action' as source, action_id as row_id, recorded_at, command as name, array[subject_id] as subject_ids, actor_kind,
      actor_id, host(origin_ip) as origin_ip, facts
    from platform.action
    where jurisdiction = ${jurisdiction} ${commonConditions(filter, after, sql.ref('action_id'), sql.ref('command'))}
      ${filter.subjectIds ? sql`and subject_id = any(${[...filter.subjectIds]}::uuid[])` : sql``}
    ${page})`;
  const reads = sql`
    (select 'read' as source, read_id as row_id, recorded_at, query as name, subject_ids, actor_kind, actor_id,
      host(origin_ip) as origin_ip, '{}'::jsonb as facts
    ${
      filter.subjectIds
        ? sql`from ${readsAbout(filter.subjectIds, filter, after, most)}`
        : sql`
    from platform.read
    where jurisdiction = ${jurisdiction} ${commonConditions(filter, after, sql.ref('read_id'), sql.ref('query'))}
    ${page}`
    })`;
  const sources =
    filter.source === 'action'
      ? actions
      : filter.source === 'read'
        ? reads
        : sql`${actions} union all ${reads}`;
  return many(
    db,
    sql<JournalRow>`
      select source, row_id as "rowId", recorded_at as "recordedAt", name, subject_ids as "subjectIds",
        actor_kind as "actorKind", actor_id as "actorId", origin_ip as "originIp", facts, recorded_at::text as "sortKey"
      from (${sources}) found
      ${page}
    `,
  );
}

/** Readings of these things have a page of their own: under the wall no index of subjects is used. */
function readsAbout(
  subjectIds: readonly string[],
  { actorId, notBy, from, to, name }: JournalFilter,
  after: readonly [string, string] | undefined,
  most: number,
) {
  return sql`platform.reads_about(${[...subjectIds]}::uuid[], ${actorId ?? null}, ${notBy ? sql`${[...notBy]}::text[]` : null}, ${from ?? null}, ${to ?? null}, ${name ?? null}, ${after?.[0] ?? null}::timestamptz,
    ${after?.[1] ?? null}::uuid, ${most})`;
}

function commonConditions(
  filter: JournalFilter,
  after: readonly [string, string] | undefined,
  id: ReturnType<typeof sql.ref>,
  name: ReturnType<typeof sql.ref>,
) {
  return sql`
    ${filter.actorId === undefined ? sql`` : sql`and actor_id = ${filter.actorId}`}
    ${filter.notBy ? sql`and (actor_id is null or actor_id <> all(${[...filter.notBy]}::text[]))` : sql``}
    ${filter.from ? sql`and recorded_at >= ${filter.from}` : sql``}
    ${filter.to ? sql`and recorded_at < ${filter.to}` : sql``}
    ${filter.name === undefined ? sql`` : sql`and starts_with(${name}, ${filter.name})`}
    ${after ? sql`and (recorded_at, ${id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
  `;
}
