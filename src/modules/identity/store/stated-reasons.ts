import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Jurisdiction, NewId } from '../../../kernel/id.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import { type ActionName, recordAction } from '../../../platform/journal.ts';
import type { JournalFacts } from '../../../platform/journal-facts.ts';

/** The reason of a deed as it was written, while it is kept. */
export interface StatedReason {
  readonly command: ActionName;
  readonly reason: string;
  readonly stated_at: Date;
  readonly stated_by_name: string;
}

/**
 * Records a deed together with what was written as its reason. The journal holds the reason's id: its words may name people, and
 * stand where they can be erased.
 */
export async function recordWithReason(
  tx: Tx,
  ctx: CommandContext,
  newId: NewId,
  deed: {
    readonly command: ActionName;
    readonly subjectId: string;
    readonly reason: string;
    readonly facts?: JournalFacts;
  },
): Promise<void> {
  const { command, subjectId, reason } = deed;
  if (!('accountId' in ctx.actor)) throw new Error(`${command} is a deed of somebody with an account`);
  const reasonId = newId<'statedReason'>();
  await sql`
    insert into identity.stated_reason (jurisdiction, reason_id, subject_id, command, reason, stated_at, stated_by)
    values (${ctx.jurisdiction}, ${reasonId}, ${subjectId}, ${command}, ${reason}, ${ctx.now}, ${ctx.actor.accountId})
  `.execute(tx);
  await recordAction(tx, ctx, newId, { command, subjectId, facts: { ...deed.facts, reasonId } });
}

/** What was written about deeds on one account, newest first. */
export function reasonsAbout(
  db: Connection,
  jurisdiction: Jurisdiction,
  subjectId: string,
): Promise<readonly StatedReason[]> {
  return many(
    db,
    sql<StatedReason>`
      select s.command, s.reason, s.stated_at, p.name as stated_by_name
      from identity.stated_reason s
      join identity.account a on a.jurisdiction = s.jurisdiction and a.id = s.stated_by
      join identity.person p on p.jurisdiction = a.jurisdiction and p.id = a.person_id
      where s.jurisdiction = ${jurisdiction} and s.subject_id = ${subjectId}
      order by s.stated_at desc, s.reason_id desc limit 20`,
  );
}

/** Forgets what was written as a reason before a moment; that the deed was done stays in the journal. */
export async function forgetReasons(tx: Tx, jurisdiction: Jurisdiction, before: Date): Promise<void> {
  await sql`
    delete from identity.stated_reason where jurisdiction = ${jurisdiction} and stated_at < ${before}`.execute(
    tx,
  );
  await sql`
    update identity.factor_reset set reason = ''
    where jurisdiction = ${jurisdiction} and asked_at < ${before} and reason <> ''`.execute(tx);
}
