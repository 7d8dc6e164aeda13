import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** A form is sent again after minutes; a draft's page may lie open for weeks. */
const keptDays = 90;
/** In one night: the first one of an old installation shall not hold a transaction for long. */
const mostAtOnce = 200_000;

/** Forgets the outcomes of requests that nobody will send again (`once`). */
export async function forgetRequests(tx: Tx, jurisdiction: number, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  await sql`
    delete from platform.request_log where ctid = any (array(
      select r.ctid from platform.request_log r
      where r.jurisdiction = ${jurisdiction} and r.recorded_at < ${before} limit ${mostAtOnce}))
  `.execute(tx);
}
