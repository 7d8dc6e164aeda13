import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../../kernel/id.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../../platform/database.ts';

/** A wish to take somebody's second factor away, waiting for a second person. */
export interface FactorResetRow {
  readonly id: Id<'factorReset'>;
  readonly account_id: Id<'account'>;
  readonly person_id: Id<'person'>;
  readonly login: string;
  readonly name: string;
  readonly reason: string;
  readonly asked_by: Id<'account'>;
  readonly asked_at: Date;
  readonly expires_at: Date;
}

const columns =
  sql.raw(`reset.id, reset.account_id, account.person_id, account.login, person.name, reset.reason,
  reset.asked_by, reset.asked_at, reset.expires_at`);
const joined = sql.raw(`identity.factor_reset reset
  join identity.account on account.jurisdiction = reset.jurisdiction and account.id = reset.account_id
  join identity.person on person.jurisdiction = account.jurisdiction and person.id = account.person_id`);

/** Wishes that still wait, the oldest first. */
export function openResets(
  db: Connection,
  jurisdiction: Jurisdiction,
  now: Date,
): Promise<readonly FactorResetRow[]> {
  return many(
    db,
    sql<FactorResetRow>`
      select ${columns} from ${joined}
      where reset.jurisdiction = ${jurisdiction} and reset.state = 'asked' and reset.expires_at > ${now}
      order by reset.asked_at, reset.id limit 200`,
  );
}

/** One that still waits, held for the decision. */
export function holdReset(
  tx: Tx,
  jurisdiction: Jurisdiction,
  resetId: string,
  now: Date,
): Promise<FactorResetRow | undefined> {
  return maybeOne(
    tx,
    sql<FactorResetRow>`
      select ${columns} from ${joined}
      where reset.jurisdiction = ${jurisdiction} and reset.id = ${resetId} and reset.state = 'asked'
        and reset.expires_at > ${now}
      for update of reset`,
  );
}

/** Asks; what lapsed for the account makes room. False when a wish is open already. */
export async function insertReset(
  tx: Tx,
  jurisdiction: Jurisdiction,
  reset: {
    readonly id: Id<'factorReset'>;
    readonly accountId: Id<'account'>;
    readonly askedBy: Id<'account'>;
    readonly reason: string;
  },
  now: Date,
  expiresAt: Date,
): Promise<boolean> {
  await sql`
    update identity.factor_reset set state = 'lapsed'
    where jurisdiction = ${jurisdiction} and account_id = ${reset.accountId} and state = 'asked'
      and expires_at <= ${now}`.execute(tx);
  const made = await maybeOne(
    tx,
    sql<{ id: string }>`
      insert into identity.factor_reset (jurisdiction, id, account_id, reason, asked_by, asked_at, expires_at, state)
      values (${jurisdiction}, ${reset.id}, ${reset.accountId}, ${reset.reason}, ${reset.askedBy}, ${now},
        ${expiresAt}, 'asked')
      on conflict (jurisdiction, account_id) where state = 'asked' do nothing
      returning id`,
  );
  return made !== undefined;
}

/** The second person has decided. */
export async function settleReset(
  tx: Tx,
  jurisdiction: Jurisdiction,
  resetId: Id<'factorReset'>,
  state: 'done' | 'declined',
  decidedBy: Id<'account'>,
  now: Date,
): Promise<void> {
  await sql`
    update identity.factor_reset set state = ${state}, decided_by = ${decidedBy}, decided_at = ${now}
    where jurisdiction = ${jurisdiction} and id = ${resetId}`.execute(tx);
}

/** Takes every factor and recovery code of an account away; the next sign-in sets one up anew. */
export async function dropAllFactors(
  tx: Tx,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
  now: Date,
): Promise<void> {
  await sql`
    update identity.second_factor set removed_at = ${now}
    where jurisdiction = ${jurisdiction} and account_id = ${accountId} and removed_at is null`.execute(tx);
  await sql`
    delete from identity.recovery_code
    where jurisdiction = ${jurisdiction} and account_id = ${accountId}`.execute(tx);
}
