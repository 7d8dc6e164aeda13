import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, maybeOne, type Tx } from '../../../platform/database.ts';
import type { StopGround } from '../contract.ts';

/** How a dossier ended without a result. */
export interface StopNoticeRow {
  readonly notice_id: Id<'stopNotice'>;
  readonly ground: StopGround;
  readonly reason: string;
  readonly stage: string;
  readonly money: string;
  readonly unit_id: Id<'unit'>;
  readonly number: string;
  readonly signer_lines: readonly string[];
  readonly signer_id: Id<'person'>;
  readonly stopped_at: Date;
}

export function findStopNotice(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<StopNoticeRow | undefined> {
  return maybeOne(
    connection,
    sql<StopNoticeRow>`
      select notice_id, ground, reason, stage, money, unit_id, number, signer_lines, signer_id, stopped_at
      from dossiers.stop_notice
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
    `,
  );
}

export async function insertStopNotice(
  tx: Tx,
  ctx: CommandContext,
  dossierId: Id<'dossier'>,
  notice: Omit<StopNoticeRow, 'stopped_at'> & { readonly stoppedBy: Id<'account'> },
): Promise<void> {
  await sql`
    insert into dossiers.stop_notice (jurisdiction, dossier_id, notice_id, ground, reason, stage, money, unit_id, number,
      signer_lines, signer_id, stopped_at, stopped_by)
    values (${ctx.jurisdiction}, ${dossierId}, ${notice.notice_id}, ${notice.ground}, ${notice.reason}, ${notice.stage},
      ${notice.money}, ${notice.unit_id}, ${notice.number}, ${[...notice.signer_lines]}::text[], ${notice.signer_id},
      ${ctx.now}, ${notice.stoppedBy})
  `.execute(tx);
}
