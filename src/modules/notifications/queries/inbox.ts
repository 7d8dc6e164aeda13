import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/page.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../platform/cursor.ts';
import { type Database, many, one } from '../../../platform/database.ts';
import { ownAccounts } from '../../identity/public.ts';
import type { MessageView } from '../contract.ts';

const pageSize = 30;
const mostCounted = 99;
const cursorShape = z.tuple([cursorInstant, z.uuid()]);

interface Row {
  readonly message_id: string;
  readonly dossier_id: string;
  readonly text_key: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly created_at: Date;
  readonly read_at: Date | null;
  readonly sort_key: string;
}

/** The caller's messages, newest first. */
export async function inbox(
  db: Database,
  ctx: QueryContext,
  cursor: string | undefined,
): Promise<Result<Page<MessageView>>> {
  if (ctx.actor.kind !== 'citizen') return refuse('unauthenticated', 'dossiers.sign-in-first');
  const after = readCursor(cursorShape, cursor);
  if (!after.ok) return after;
  const beyond = after.value
    ? sql`and (created_at, message_id) < (${after.value[0]}::timestamptz, ${after.value[1]}::uuid)`
    : sql``;
  const rows = await many(
    db,
    sql<Row>`
      select message_id, dossier_id, text_key, facts, created_at, read_at, created_at::text as sort_key
      from notifications.message
      where jurisdiction = ${ctx.jurisdiction} and account_id = any(${[...ownAccounts(ctx.actor)]}::uuid[]) ${beyond}
      order by created_at desc, message_id desc
      limit ${pageSize + 1}
    `,
  );
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  return ok({
    items: items.map((row) => ({
      messageId: row.message_id,
      dossierId: row.dossier_id,
      textKey: row.text_key,
      facts: row.facts,
      createdAt: row.created_at.toISOString(),
      read: row.read_at !== null,
    })),
    ...(rows.length > pageSize && last && { next: writeCursor([last.sort_key, last.message_id]) }),
  });
}

/** Unread messages of the caller, counted up to 99. */
export async function unreadCount(db: Database, ctx: QueryContext): Promise<number> {
  if (ctx.actor.kind !== 'citizen') return 0;
  const row = await one(
    db,
    sql<{ unread: number }>`
      select count(*)::int as unread from (
        select from notifications.message
        where jurisdiction = ${ctx.jurisdiction} and account_id = any(${[...ownAccounts(ctx.actor)]}::uuid[]) and read_at is null
        limit ${mostCounted}
      ) counted
    `,
  );
  return row.unread;
}
