import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';

/** Puts a stored file on a dossier. */
export async function attachFile(
  tx: Tx,
  ctx: Pick<CommandContext, 'jurisdiction' | 'now'>,
  dossierId: string,
  fileId: string,
  kind: 'component' | 'letter' | 'result' | 'opinion',
  /** The row it belongs to, where the dossier can have several of the kind. */
  subjectId?: string,
  componentKey?: string,
): Promise<void> {
  await sql`
    insert into dossiers.dossier_file (jurisdiction, dossier_id, file_id, kind, attached_at, subject_id, component_key)
    values (${ctx.jurisdiction}, ${dossierId}, ${fileId}, ${kind}, ${ctx.now}, ${subjectId ?? null},
      ${componentKey ?? null})
    on conflict (jurisdiction, dossier_id, file_id) do nothing
  `.execute(tx);
}

/** Scans of the result put on a dossier, in the order in which they came. */
export async function resultFilesOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<readonly string[]> {
  const rows = await many(
    connection,
    sql<{ file_id: string }>`
      select file_id from dossiers.dossier_file
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId} and kind = 'result'
      order by attached_at, file_id
    `,
  );
  return rows.map((row) => row.file_id);
}

/** Files put to the opinions of a dossier, by the task of who was asked, in the order in which they came. */
export function opinionFilesOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<readonly { readonly fileId: string; readonly taskId: string }[]> {
  return many(
    connection,
    sql<{ fileId: string; taskId: string }>`
      select file_id as "fileId", subject_id as "taskId" from dossiers.dossier_file
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId} and kind = 'opinion'
      order by attached_at, file_id
    `,
  );
}
