import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import type { SealedText } from '../../../platform/sealed-text.ts';
import type { PermissionScope } from '../../identity/public.ts';
import type { HoldView } from '../contract.ts';
import { within } from './retention-due.ts';

export interface HoldRow {
  readonly hold_id: string;
  readonly dossier_id: string;
  readonly dossier_code: string;
  readonly unit_id: Id<'unit'>;
  readonly ground: HoldView['ground'];
  readonly reason_sealed: SealedText | null;
  readonly decision_number: string;
  readonly until_on: PlainDate | null;
  readonly put_at: Date;
  readonly put_by: Id<'account'>;
  readonly lifted_at: Date | null;
}

const columns =
  sql.raw(`hold_id, dossier_id, dossier_code, unit_id, ground, reason_sealed, decision_number, until_on,
  put_at, put_by, lifted_at`);

/** Holding and erasing of one dossier come one after the other. */
export async function retentionLock(tx: Tx, dossierId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('privacy.retention'), hashtext(${dossierId}))`.execute(tx);
}

/** What a hold is about, for `retentionLock`, which comes before any row of it is locked. */
export async function dossierOfHold(
  tx: Tx,
  jurisdiction: Jurisdiction,
  holdId: string,
): Promise<string | undefined> {
  const row = await maybeOne(
    tx,
    sql<{ id: string }>`
      select dossier_id as id from privacy.retention_hold where jurisdiction = ${jurisdiction} and hold_id = ${holdId}`,
  );
  return row?.id;
}

export async function addHold(
  tx: Tx,
  ctx: CommandContext,
  hold: Omit<HoldRow, 'put_at' | 'lifted_at'>,
): Promise<void> {
  await sql`
    insert into privacy.retention_hold (jurisdiction, hold_id, dossier_id, dossier_code, unit_id, ground, reason_sealed,
      decision_number, until_on, put_at, put_by)
    values (${ctx.jurisdiction}, ${hold.hold_id}, ${hold.dossier_id}, ${hold.dossier_code}, ${hold.unit_id},
      ${hold.ground}, ${hold.reason_sealed}, ${hold.decision_number}, ${hold.until_on}::date, ${ctx.now},
      ${hold.put_by})`.execute(tx);
}

export function lockHold(tx: Tx, jurisdiction: Jurisdiction, holdId: string): Promise<HoldRow | undefined> {
  return maybeOne(
    tx,
    sql<HoldRow>`
      select ${columns} from privacy.retention_hold
      where jurisdiction = ${jurisdiction} and hold_id = ${holdId} for update`,
  );
}

export async function endHold(
  tx: Tx,
  ctx: CommandContext,
  holdId: string,
  by: Id<'account'>,
  reason: SealedText | null,
): Promise<void> {
  await sql`
    update privacy.retention_hold set lifted_at = ${ctx.now}, lifted_by = ${by}, lift_reason_sealed = ${reason}
    where jurisdiction = ${ctx.jurisdiction} and hold_id = ${holdId}`.execute(tx);
}

/** Whether the dossier is held on the day. */
export async function isDossierHeld(
  tx: Tx,
  jurisdiction: Jurisdiction,
  dossierId: string,
  today: PlainDate,
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    sql`
      select 1 from privacy.retention_hold
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId} and lifted_at is null
        and (until_on is null or until_on >= ${today}::date) limit 1`,
  );
  return row !== undefined;
}

/** Holds not lifted within the reach, newest first. */
export function openHolds(
  connection: Connection,
  jurisdiction: Jurisdiction,
  scope: PermissionScope,
  page: { readonly after?: readonly [string, string] | undefined; readonly limit: number },
): Promise<readonly (HoldRow & { readonly put_text: string })[]> {
  const beyond = page.after
    ? sql`and (put_at, hold_id) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`
    : sql``;
  return many(
    connection,
    sql<HoldRow & { readonly put_text: string }>`
      select ${columns}, put_at::text as put_text from privacy.retention_hold d
      where jurisdiction = ${jurisdiction} and lifted_at is null and ${within(scope)} ${beyond}
      order by put_at desc, hold_id desc limit ${page.limit}`,
  );
}

/** What was written about an erased dossier goes with it; who held it, when and by which decision stays. */
export async function eraseHoldTexts(tx: Tx, jurisdiction: Jurisdiction, dossierId: string): Promise<void> {
  await sql`
    update privacy.retention_hold set reason_sealed = null, lift_reason_sealed = null
    where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}`.execute(tx);
}
