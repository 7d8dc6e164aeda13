import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';
import { forgetReasons } from './stated-reasons.ts';

/**
 * Forgets what ran out and nobody may use again: sign-ins begun, sessions ended a month ago, codes for a first password; and the
 * words of reasons stated before `reasonsBefore`.
 */
export async function forgetExpired(
  tx: Tx,
  jurisdiction: Jurisdiction,
  now: Date,
  reasonsBefore: Date,
): Promise<void> {
  await forgetReasons(tx, jurisdiction, reasonsBefore);
  const monthAgo = new Date(now.getTime() - 30 * 86_400_000);
  await sql`
    delete from identity.sign_in_flow where jurisdiction = ${jurisdiction} and expires_at < ${now}`.execute(
    tx,
  );
  await sql`
    delete from identity.session where jurisdiction = ${jurisdiction} and absolute_until < ${monthAgo}`.execute(
    tx,
  );
  await sql`
    delete from identity.activation where jurisdiction = ${jurisdiction} and expires_at < ${monthAgo}`.execute(
    tx,
  );
}
