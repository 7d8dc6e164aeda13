import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import type { NewId } from '../kernel/id.ts';
import { type Result, refuse } from '../kernel/result.ts';
import type { TextKey } from '../texts/catalogue.ts';
import { type Connection, many, maybeOne, one, type Tx } from './database.ts';
import type { JournalFacts, Lasting } from './journal-facts.ts';

/** A fact that happened to one thing. The payload holds ids and facts, never names, identity numbers or answers. */
export interface NewEvent {
  /** `<module>.<past participle>`, e.g. `dossiers.submitted`. */
  readonly type: string;
  readonly version?: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface RecordedEvent extends NewEvent {
  readonly eventId: string;
  readonly streamId: string;
  readonly seq: number;
}

/**
 * Appends events to one stream behind `lastSeq`, the number its locked owner row holds. A second writer with the
 * same number breaks the primary key: history never forks.
 */
export async function appendEvents(
  tx: Tx,
  ctx: CommandContext,
  newId: NewId,
  stream: { readonly id: string; readonly lastSeq: number },
  events: readonly NewEvent[],
): Promise<readonly RecordedEvent[]> {
  const recorded = events.map((event, index) => ({
    ...event,
    eventId: newId<'event'>(),
    streamId: stream.id,
    seq: stream.lastSeq + index + 1,
  }));
  if (recorded.length === 0) return recorded;
  const rows = recorded.map((event) => ({
    event_id: event.eventId,
    seq: event.seq,
    type: event.type,
    version: event.version ?? 1,
    payload: event.payload,
  }));
  await sql`
    insert into platform.event
      (jurisdiction, stream_id, seq, event_id, type, version, recorded_at, request_id, actor_kind, actor_id, payload)
    select ${ctx.jurisdiction}, ${stream.id}, e.seq, e.event_id, e.type, e.version, ${ctx.now}, ${ctx.requestId},
      ${ctx.actor.kind}, ${actorId(ctx.actor)}, e.payload
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as e(event_id uuid, seq integer, type text, version smallint, payload jsonb)
  `.execute(tx);
  return recorded;
}

/** One event as it stands in a stream. */
export interface StreamEvent {
  readonly seq: number;
  readonly type: string;
  readonly recordedAt: Date;
  readonly actorKind: Actor['kind'];
  /** Account id of a citizen or officer, task of the system. */
  readonly actorId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The whole history of one thing, oldest first. */
export function readStream(
  connection: Connection,
  jurisdiction: number,
  streamId: string,
): Promise<readonly StreamEvent[]> {
  return many(
    connection,
    sql<StreamEvent>`
      select seq, type, recorded_at as "recordedAt", actor_kind as "actorKind", actor_id as "actorId", payload
      from platform.event
      where jurisdiction = ${jurisdiction} and stream_id = ${streamId}
      order by seq
    `,
  );
}

/** What was done, as the journal's readers are told it: each has its sentence `audit.did.…` in the texts. */
export type ActionName = TextKey extends infer Key
  ? Key extends `audit.did.${infer Name}`
    ? Name
    : never
  : never;

/**
 * Records that a command was carried out: who, when, from where, on what. The row is sealed and kept, so its facts are ids, days
 * and words of lists: what somebody wrote does not compile.
 */
export async function recordAction<const F extends object = JournalFacts>(
  tx: Tx,
  ctx: CommandContext,
  newId: NewId,
  action: {
    readonly command: ActionName;
    readonly subjectId: string;
    readonly facts?: F & Lasting<F>;
  },
): Promise<void> {
  await sql`
    insert into platform.action
      (jurisdiction, action_id, recorded_at, command, subject_id, request_id, actor_kind, actor_id, origin_ip,
       user_agent, facts)
    values (${ctx.jurisdiction}, ${newId<'action'>()}, ${ctx.now}, ${action.command}, ${action.subjectId},
      ${ctx.requestId}, ${ctx.actor.kind}, ${actorId(ctx.actor)}, ${ctx.origin.ip ?? null},
      ${ctx.origin.userAgent?.slice(0, 300) ?? null}, ${JSON.stringify(action.facts ?? {})}::jsonb)
  `.execute(tx);
}

/** Records many actions of one command in one statement, such as the accounts that a file opens. */
export async function recordActions<const F extends object>(
  tx: Tx,
  ctx: CommandContext,
  newId: NewId,
  actions: readonly {
    readonly command: ActionName;
    readonly subjectId: string;
    readonly facts: F & Lasting<F>;
  }[],
): Promise<void> {
  const rows = actions.map((action) => ({ ...action, id: newId<'action'>() }));
  await sql`
    insert into platform.action
      (jurisdiction, action_id, recorded_at, command, subject_id, request_id, actor_kind, actor_id, origin_ip,
       user_agent, facts)
    select ${ctx.jurisdiction}, a.id, ${ctx.now}, a.command, a."subjectId", ${ctx.requestId}, ${ctx.actor.kind},
      ${actorId(ctx.actor)}, ${ctx.origin.ip ?? null}, ${ctx.origin.userAgent?.slice(0, 300) ?? null}, a.facts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as a(id uuid, command text, "subjectId" uuid, facts jsonb)
  `.execute(tx);
}

/** Records that personal data was read: one row a page, with the ids that were on it. */
export async function recordRead(
  connection: Connection,
  ctx: QueryContext,
  newId: NewId,
  read: { readonly query: string; readonly subjectIds: readonly string[] },
): Promise<void> {
  if (read.subjectIds.length === 0) return;
  await sql`
    insert into platform.read
      (jurisdiction, read_id, recorded_at, query, subject_ids, actor_kind, actor_id, origin_ip)
    values (${ctx.jurisdiction}, ${newId<'read'>()}, ${ctx.now}, ${read.query}, ${[...read.subjectIds]}::uuid[],
      ${ctx.actor.kind}, ${actorId(ctx.actor)}, ${ctx.origin.ip ?? null})
  `.execute(connection);
}

/**
 * Makes a retry harmless: the first request with this id does the work, the same id and body again returns the
 * first outcome, the same id with another body is refused (`platform.request-reused`). A second request that
 * arrives while the first runs waits for it. Outcomes are kept for ninety days (`forgetRequests`). `work` must return JSON-safe values.
 */
export async function once<T>(
  tx: Tx,
  ctx: CommandContext,
  command: string,
  body: unknown,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(body) ?? '')
    .digest('base64url');
  const key = { jurisdiction: ctx.jurisdiction, actor: actorKey(ctx), requestId: ctx.requestId, command };
  const claimed = await maybeOne(
    tx,
    sql<{ request_id: string }>`
      insert into platform.request_log (jurisdiction, actor_key, request_id, command, body_hash, recorded_at)
      values (${key.jurisdiction}, ${key.actor}, ${key.requestId}, ${command}, ${bodyHash}, ${ctx.now})
      on conflict do nothing
      returning request_id
    `,
  );
  if (claimed === undefined) return firstOutcome(tx, key, bodyHash);
  const outcome = await work();
  if (outcome.ok) {
    await sql`
      update platform.request_log set outcome = ${JSON.stringify(outcome.value ?? null)}::jsonb
      where ${matches(key)}
    `.execute(tx);
  }
  return outcome;
}

async function firstOutcome<T>(tx: Tx, key: RequestKey, bodyHash: string): Promise<Result<T>> {
  const first = await one(
    tx,
    sql<{ body_hash: string; outcome: T }>`
      select body_hash, outcome from platform.request_log where ${matches(key)}
    `,
  );
  if (first.body_hash !== bodyHash) return refuse('conflict', 'platform.request-reused');
  return { ok: true, value: first.outcome };
}

interface RequestKey {
  readonly jurisdiction: number;
  readonly actor: string;
  readonly requestId: string;
  readonly command: string;
}

function matches(key: RequestKey) {
  return sql`jurisdiction = ${key.jurisdiction} and actor_key = ${key.actor} and request_id = ${key.requestId}
    and command = ${key.command}`;
}

/** The account, or the task of the system, or null for a visitor without one. */
function actorId(actor: Actor): string | null {
  if (actor.kind === 'citizen' || actor.kind === 'officer') return actor.accountId;
  return actor.kind === 'system' ? actor.task : null;
}

function actorKey(ctx: CommandContext): string {
  return `${ctx.actor.kind}:${actorId(ctx.actor) ?? ''}`;
}
