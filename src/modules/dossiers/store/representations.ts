import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, maybeOne, type Tx } from '../../../platform/database.ts';
import {
  type Capacity,
  type RepresentationInput,
  type RepresentationView,
  representationPaper,
} from '../contract.ts';

/** By what right a dossier is handed in for somebody; without a document the identity provider vouches for it. */
export type NewRepresentation = Partial<RepresentationInput> & { readonly capacity: Capacity };

/** Writes it down with the dossier. */
export async function addRepresentation(
  tx: Tx,
  ctx: CommandContext,
  dossierId: string,
  { capacity, document, number, issuedOn, issuedBy }: NewRepresentation,
): Promise<void> {
  await sql`
    insert into dossiers.representation (jurisdiction, dossier_id, capacity, document, document_number, issued_on, issued_by)
    values (${ctx.jurisdiction}, ${dossierId}, ${capacity}, ${document ?? null}, ${number ?? null},
      ${issuedOn ?? null}, ${issuedBy ?? null})`.execute(tx);
}

/** An officer has found the paper in order. */
export async function markRepresentationChecked(
  tx: Tx,
  ctx: CommandContext,
  dossierId: string,
): Promise<void> {
  if (ctx.actor.kind !== 'officer') throw new Error('only an officer looks at the paper');
  await sql`
    update dossiers.representation set checked_by = ${ctx.actor.accountId}, checked_at = ${ctx.now}
    where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId}`.execute(tx);
}

interface Row {
  readonly capacity: Capacity;
  readonly document: string | null;
  readonly document_number: string | null;
  readonly issued_on: string | null;
  readonly issued_by: string | null;
  readonly checked_at: Date | null;
  readonly file_ids: readonly string[];
}

/** By what right the submitter acts for the owner; undefined where the owner acts. */
export async function findRepresentation(
  db: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<RepresentationView | undefined> {
  const row = await maybeOne(
    db,
    sql<Row>`
      select capacity, document, document_number, issued_on::text as issued_on, issued_by, checked_at, array(
        select f.file_id from dossiers.dossier_file f
        where f.jurisdiction = r.jurisdiction and f.dossier_id = r.dossier_id
          and f.component_key = ${representationPaper}
        order by f.attached_at, f.file_id) as file_ids
      from dossiers.representation r
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}`,
  );
  if (!row) return undefined;
  return {
    capacity: row.capacity,
    fileIds: row.file_ids,
    ...(row.document !== null && { document: row.document }),
    ...(row.document_number !== null && { number: row.document_number }),
    ...(row.issued_on !== null && { issuedOn: row.issued_on }),
    ...(row.issued_by !== null && { issuedBy: row.issued_by }),
    ...(row.checked_at !== null && { checkedAt: row.checked_at.toISOString() }),
  };
}
