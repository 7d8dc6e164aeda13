import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import { many } from '../../../platform/database.ts';
import { renewed, type SealedBatch, type SealedTable } from '../../../platform/sealed-table.ts';
import type { SealedText } from '../../../platform/sealed-text.ts';

/** Where the seal binds a copy of somebody's data to. */
export const exportContext = 'privacy.data_export.content';
/** The same for what is asked and answered about a correction. */
export const correctionContext = 'privacy.correction.text';

/** The same for why a dossier is held back from erasing. */
export const holdContext = 'privacy.retention_hold.text';

/** What privacy keeps sealed itself. */
export const sealedTables: readonly SealedTable[] = [
  { name: 'privacy.data_export', renew: renewExports },
  { name: 'privacy.correction', renew: renewCorrections },
  { name: 'privacy.retention_hold', renew: renewHolds },
];

async function renewExports(tx: Tx, { jurisdiction, seal, after, size }: SealedBatch) {
  const rows = await many(
    tx,
    sql<{ id: string; content_sealed: SealedText }>`
      select export_id as id, content_sealed from privacy.data_export
      where jurisdiction = ${jurisdiction} and export_id > ${after} and content_sealed is not null
      order by export_id limit ${size} for update`,
  );
  const read = rows.map(({ id, content_sealed: before }) => ({
    id,
    before,
    now: renewed(seal, before, exportContext),
  }));
  const stale = read.filter(({ before, now }) => now !== undefined && now !== before);
  for (const { id, now } of stale)
    await sql`
      update privacy.data_export set content_sealed = ${now}
      where jurisdiction = ${jurisdiction} and export_id = ${id}`.execute(tx);
  return batchOf(rows, stale.length, read.filter(({ now }) => now === undefined).length);
}

async function renewCorrections(tx: Tx, { jurisdiction, seal, after, size }: SealedBatch) {
  const rows = await many(
    tx,
    sql<{ id: string; asked_sealed: SealedText; answer_sealed: SealedText | null }>`
      select correction_id as id, asked_sealed, answer_sealed from privacy.correction
      where jurisdiction = ${jurisdiction} and correction_id > ${after}
      order by correction_id limit ${size} for update`,
  );
  let [changed, left] = [0, 0];
  for (const { id, asked_sealed, answer_sealed } of rows) {
    const asked = renewed(seal, asked_sealed, correctionContext);
    const answer = answer_sealed === null ? null : renewed(seal, answer_sealed, correctionContext);
    if (asked === undefined || answer === undefined) {
      left += 1;
      continue;
    }
    if (asked === asked_sealed && answer === answer_sealed) continue;
    changed += 1;
    await sql`
      update privacy.correction set asked_sealed = ${asked}, answer_sealed = ${answer}
      where jurisdiction = ${jurisdiction} and correction_id = ${id}`.execute(tx);
  }
  return batchOf(rows, changed, left);
}

async function renewHolds(tx: Tx, { jurisdiction, seal, after, size }: SealedBatch) {
  const rows = await many(
    tx,
    sql<{ id: string; reason_sealed: SealedText | null; lift_reason_sealed: SealedText | null }>`
      select hold_id as id, reason_sealed, lift_reason_sealed from privacy.retention_hold
      where jurisdiction = ${jurisdiction} and hold_id > ${after}
      order by hold_id limit ${size} for update`,
  );
  let [changed, left] = [0, 0];
  for (const { id, reason_sealed, lift_reason_sealed } of rows) {
    const reason = reason_sealed === null ? null : renewed(seal, reason_sealed, holdContext);
    const lifted = lift_reason_sealed === null ? null : renewed(seal, lift_reason_sealed, holdContext);
    if (reason === undefined || lifted === undefined) {
      left += 1;
      continue;
    }
    if (reason === reason_sealed && lifted === lift_reason_sealed) continue;
    changed += 1;
    await sql`
      update privacy.retention_hold set reason_sealed = ${reason}, lift_reason_sealed = ${lifted}
      where jurisdiction = ${jurisdiction} and hold_id = ${id}`.execute(tx);
  }
  return batchOf(rows, changed, left);
}

function batchOf(rows: readonly { readonly id: string }[], changed: number, left: number) {
  const last = rows.at(-1)?.id;
  return { ...(last !== undefined && { last }), seen: rows.length, changed, left };
}
