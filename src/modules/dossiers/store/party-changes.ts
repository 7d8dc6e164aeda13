import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import type { Seal, SealedText } from '../../../platform/sealed-text.ts';
import type { PartyChangeView } from '../contract.ts';

/** Where the seal binds what a fact was before it was put right. */
export const changeContext = 'dossiers.party_change.before';

/** Keeps what a fact was, for whoever may see it. */
export async function addPartyChange(
  tx: Tx,
  ctx: CommandContext,
  change: {
    readonly changeId: string;
    readonly dossierId: string;
    readonly role: string;
    readonly field: PartyChangeView['field'];
    readonly before: SealedText | null;
    readonly correctionId: string;
    readonly by: Id<'account'>;
  },
): Promise<void> {
  await sql`
    insert into dossiers.party_change (jurisdiction, dossier_id, change_id, role, field, before_sealed, correction_id,
      changed_at, changed_by)
    values (${ctx.jurisdiction}, ${change.dossierId}, ${change.changeId}, ${change.role}, ${change.field},
      ${change.before}, ${change.correctionId}, ${ctx.now}, ${change.by})`.execute(tx);
}

/** What was put right in a dossier, oldest first, opened: for whoever may see its people. */
export async function partyChangesOf(
  connection: Connection,
  seal: Seal,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<readonly PartyChangeView[]> {
  const rows = await many(
    connection,
    sql<Pick<PartyChangeView, 'role' | 'field'> & { before_sealed: SealedText | null; changed_at: Date }>`
      select role, field, before_sealed, changed_at from dossiers.party_change
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
      order by changed_at, change_id`,
  );
  return rows.map((row) => ({
    role: row.role,
    field: row.field,
    at: row.changed_at.toISOString(),
    ...(row.before_sealed !== null && { before: seal.open(row.before_sealed, changeContext) }),
  }));
}
