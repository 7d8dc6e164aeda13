import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { many } from '../../../platform/database.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { forgetExpired } from './forget-expired.ts';

const now = new Date('2026-11-26T03:00:00+07:00');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

describe('what is forgotten by itself each night', () => {
  const test = useTestDatabase();

  /** An account in a jurisdiction with what it leaves behind at each of these ends; each is found by the number of its days. */
  async function leaves(jurisdiction: number, ends: readonly number[]) {
    for (const days of ends) {
      const [person, account] = [newUuidV7(), newUuidV7()];
      const hash = Buffer.from(`${jurisdiction}:${days}`);
      await sql`insert into identity.person (jurisdiction, id, name, name_order, created_at) values (${jurisdiction}, ${person}, 'X', 'x', ${now})`.execute(
        test.owner,
      );
      await sql`insert into identity.account (jurisdiction, id, person_id, kind, issuer, subject, created_at)
        values (${jurisdiction}, ${account}, ${person}, 'citizen', 'x', ${account}, ${now})`.execute(
        test.owner,
      );
      const end = daysAgo(days);
      await sql`
        insert into identity.session (jurisdiction, id, token_hash, account_id, created_at, seen_at, idle_until, absolute_until)
        values (${jurisdiction}, ${newUuidV7()}, ${hash}, ${account}, ${end}, ${end}, ${end}, ${end})`.execute(
        test.owner,
      );
      await sql`
        insert into identity.sign_in_flow (jurisdiction, key_hash, stage, return_path, expires_at)
        values (${jurisdiction}, ${hash}, 'started', '/', ${end})`.execute(test.owner);
      await sql`
        insert into identity.activation (jurisdiction, account_id, code_hash, made_at, expires_at)
        values (${jurisdiction}, ${account}, ${hash}, ${end}, ${end})`.execute(test.owner);
      await sql`
        insert into identity.stated_reason (jurisdiction, reason_id, subject_id, command, reason, stated_at, stated_by)
        values (${jurisdiction}, ${newUuidV7()}, ${account}, ${String(days)}, 'Vì …', ${end}, ${account})`.execute(
        test.owner,
      );
    }
  }

  async function left(table: string, mark: string) {
    const rows = await many(
      test.owner,
      sql<{
        mark: string;
      }>`select convert_from(${sql.ref(mark)}, 'UTF8') as mark from identity.${sql.ref(table)} order by 1`,
    );
    return rows.map((row) => row.mark);
  }

  it('is what ran out, sessions and first codes a month later, reasons after their own time, and nothing of a neighbour', async () => {
    await leaves(1, [-1, 1, 29, 31, 400]);
    await leaves(2, [400]);
    await test.db.transaction().execute((tx) => forgetExpired(tx, test.jurisdiction, now, daysAgo(365)));
    expect(await left('sign_in_flow', 'key_hash')).toEqual(['1:-1', '2:400']);
    const monthLater = ['1:-1', '1:1', '1:29', '2:400'];
    expect(await left('session', 'token_hash')).toEqual(monthLater);
    expect(await left('activation', 'code_hash')).toEqual(monthLater);
    const reasons = await many(
      test.owner,
      sql<{
        mark: string;
      }>`select jurisdiction || ':' || command as mark from identity.stated_reason order by 1`,
    );
    expect(reasons.map((row) => row.mark)).toEqual(['1:-1', '1:1', '1:29', '1:31', '2:400']);
  });

  it('finds nothing to do the second time', async () => {
    const count = () =>
      many(
        test.owner,
        sql`select (select count(*) from identity.session) + (select count(*) from identity.activation) as left`,
      );
    const before = await count();
    await test.db.transaction().execute((tx) => forgetExpired(tx, test.jurisdiction, now, daysAgo(365)));
    expect(await count()).toEqual(before);
  });
});
