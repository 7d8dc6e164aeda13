import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many } from '../../../platform/database.ts';
import { networkOf } from '../../../platform/network-of.ts';

/** Whether the account was signed in from this network within the month that sessions are kept. */
export async function wasSignedInFrom(
  db: Connection,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
  ip: string | undefined,
): Promise<boolean> {
  const seen = await many(
    db,
    sql<{ ip: string }>`
      select distinct host(origin_ip) as ip from identity.session
      where jurisdiction = ${jurisdiction} and account_id = ${accountId} and origin_ip is not null
      limit 500`,
  );
  return ip !== undefined && seen.some((each) => networkOf(each.ip) === networkOf(ip));
}
