import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { many, type Tx } from '../../../platform/database.ts';
import type { Token } from '../../process/public.ts';

/** Where the dossier stands in its process. */
export function tokensOf(tx: Tx, jurisdiction: Jurisdiction, dossierId: string): Promise<readonly Token[]> {
  return many(
    tx,
    sql<Token>`
      select node, entered_at as "enteredAt" from dossiers.token
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
      order by node
    `,
  );
}

/** Replaces the dossier's tokens by these. */
export async function saveTokens(
  tx: Tx,
  jurisdiction: Jurisdiction,
  dossierId: string,
  tokens: readonly Token[],
): Promise<void> {
  const rows = JSON.stringify(tokens);
  await sql`
    with kept as (
      insert into dossiers.token (jurisdiction, dossier_id, node, entered_at)
      select ${jurisdiction}, ${dossierId}, t.node, t."enteredAt"
      from jsonb_to_recordset(${rows}::jsonb) as t(node text, "enteredAt" timestamptz)
      on conflict (jurisdiction, dossier_id, node) do update set entered_at = excluded.entered_at
    )
    delete from dossiers.token
    where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
      and node not in (select t.node from jsonb_to_recordset(${rows}::jsonb) as t(node text))
  `.execute(tx);
}
