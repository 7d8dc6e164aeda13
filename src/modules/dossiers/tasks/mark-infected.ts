import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { many, type Tx } from '../../../platform/database.ts';
import type { DossierEvent } from '../core/events.ts';
import type { DossierDeps } from '../store/deps.ts';
import { lockDossier } from '../store/dossier-row.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';

/**
 * Writes into the history of every dossier that holds one of the files that it was found infected: its people and its officers are told.
 * Inside the transaction of whoever found it, before the file rows are locked. A draft shows it beside the file.
 */
export async function markInfected(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  fileIds: readonly string[],
): Promise<void> {
  const holders = await many(
    tx,
    sql<{ dossier_id: string; file_id: string }>`
      select dossier_id, file_id from dossiers.dossier_file
      where jurisdiction = ${ctx.jurisdiction} and file_id = any(${[...fileIds]}::uuid[])
      union
      select dossier_id, file_id from dossiers.supplement_file
      where jurisdiction = ${ctx.jurisdiction} and file_id = any(${[...fileIds]}::uuid[])
      order by dossier_id, file_id`,
  );
  for (const dossierId of new Set(holders.map((holder) => holder.dossier_id))) {
    const dossier = await lockDossier(tx, ctx.jurisdiction, dossierId);
    if (!dossier) throw new Error(`dossier ${dossierId} of an infected file is missing`);
    const events = holders
      .filter((holder) => holder.dossier_id === dossierId)
      .map(
        (holder): DossierEvent => ({
          type: 'dossiers.fileInfected',
          payload: { fileId: holder.file_id },
        }),
      );
    const lastSeq = await record(tx, ctx, deps, {
      ...{ command: 'dossiers.mark-infected', dossierId, lastSeq: dossier.last_seq, events },
    });
    await saveDossier(tx, ctx.jurisdiction, dossier, {}, lastSeq);
  }
}
