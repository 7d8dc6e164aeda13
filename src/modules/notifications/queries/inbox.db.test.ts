import { describe, expect, it } from 'vitest';
import type { QueryContext } from '../../../kernel/context.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
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
});
