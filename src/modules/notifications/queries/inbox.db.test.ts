import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { CommandContext, QueryContext } from '../../../kernel/context.ts';
import { many } from '../../../platform/database.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { markInboxRead } from '../commands/mark-inbox-read.ts';
import { inbox, unreadCount } from './inbox.ts';

describe('the inbox of a citizen nobody has written to', () => {
  const test = useTestDatabase();

  const citizen = (): QueryContext => ({
    jurisdiction: test.jurisdiction,
    actor: { kind: 'citizen', accountId: newUuidV7<'account'>(), personId: newUuidV7<'person'>() },
    now: new Date('2026-11-22T08:30:00+07:00'),
    origin: { ip: undefined, userAgent: undefined },
  });

  it('is empty, with nothing unread', async () => {
    expect(await unreadCount(test.db, citizen())).toBe(0);
    expect(await inbox(test.db, citizen(), undefined)).toMatchObject({ ok: true, value: { items: [] } });
  });

  it('marks all of their messages and nobody else’s as read, and says so in the journal once', async () => {
    const [ctx, other]: CommandContext[] = [citizen(), citizen()].map((each) => ({
      ...each,
      requestId: newUuidV7(),
    }));
    if (!ctx || !other) throw new Error('two citizens');
    for (const { actor, now } of [ctx, ctx, other])
      await sql`
        insert into notifications.message
          (jurisdiction, message_id, account_id, dossier_id, event_id, text_key, facts, created_at)
        values (${test.jurisdiction}, ${newUuidV7()}, ${actor.kind === 'citizen' ? actor.accountId : null},
          ${newUuidV7()}, ${newUuidV7()}, 'inbox.told.dossiers.accepted', '{}', ${now})`.execute(test.db);
    const deps = { db: test.db, newId: newUuidV7 };
    expect(await markInboxRead(deps, ctx)).toMatchObject({ ok: true });
    expect(await markInboxRead(deps, ctx)).toMatchObject({ ok: true });
    expect(await unreadCount(test.db, ctx)).toBe(0);
    expect(await unreadCount(test.db, other)).toBe(1);
    const acts = await many(
      test.owner,
      sql`select command, request_id as "requestId", facts from platform.action`,
    );
    expect(acts).toEqual([
      { command: 'notifications.mark-inbox-read', requestId: ctx.requestId, facts: { messages: 2 } },
    ]);
  });
});
