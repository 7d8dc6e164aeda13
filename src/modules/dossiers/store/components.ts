import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import type { ComponentCheck } from '../contract.ts';
import type { ListedComponent } from '../core/intake.ts';

/** A listed paper with what was received of it and the files that carry it. */
export interface ComponentRow extends ListedComponent {
  readonly receivedOriginals: number | null;
  readonly receivedCopies: number | null;
  readonly comparedWithOriginal: boolean | null;
  readonly note: string | null;
  readonly fileIds: readonly string[];
}

/** The list pinned onto the dossier, in published order. */
export function componentsOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<readonly ComponentRow[]> {
  return many(
    connection,
    sql<ComponentRow>`
      select c.component_key as key, c.name, c.mode, c.need, c.by_form as "byForm", c.originals, c.copies,
        c.certified_copies as "certifiedCopies", c.received_originals as "receivedOriginals",
        c.received_copies as "receivedCopies", c.compared_with_original as "comparedWithOriginal", c.note, c.paperless,
        array(
          select f.file_id from dossiers.dossier_file f
          where f.jurisdiction = c.jurisdiction and f.dossier_id = c.dossier_id and f.kind = 'component'
            and f.component_key = c.component_key
          order by f.attached_at, f.file_id
        ) as "fileIds"
      from dossiers.component c
      where c.jurisdiction = ${jurisdiction} and c.dossier_id = ${dossierId}
      order by c.position
    `,
  );
}

/** Writes what the officer found of each paper. */
export async function saveChecks(
  tx: Tx,
  ctx: CommandContext,
  dossierId: Id<'dossier'>,
  checks: readonly ComponentCheck[],
): Promise<void> {
  if (checks.length === 0) return;
  const officer = ctx.actor.kind === 'officer' ? ctx.actor.accountId : null;
  await sql`
    update dossiers.component c
    set received_originals = k."receivedOriginals", received_copies = k."receivedCopies",
      compared_with_original = k."comparedWithOriginal", note = k.note, checked_by = ${officer}, checked_at = ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(checks)}::jsonb) as k(key text, "receivedOriginals" smallint,
      "receivedCopies" smallint, "comparedWithOriginal" boolean, note text)
    where c.jurisdiction = ${ctx.jurisdiction} and c.dossier_id = ${dossierId} and c.component_key = k.key
  `.execute(tx);
}
