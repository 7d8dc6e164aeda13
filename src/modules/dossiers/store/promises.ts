import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import type { DuePromise } from '../../process/public.ts';

/** A promise as issued; its seq says the order, the first is the receipt's. */
export interface PromiseRow {
  readonly seq: number;
  readonly kind: 'receipt' | 'extension' | 'apology';
  readonly due_at: Date;
  readonly forecast: boolean;
  readonly explanation: readonly string[];
  readonly issued_at: Date;
  readonly reason: string | null;
  readonly late: boolean;
}

/** Everything promised of a dossier, in order. */
export function promisesOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<readonly PromiseRow[]> {
  return many(
    connection,
    sql<PromiseRow>`
      select seq, kind, due_at, forecast, explanation, issued_at, reason, late from dossiers.promise
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
      order by seq
    `,
  );
}

/** The promise of the receipt: the first, by which lateness is judged whatever is promised later. */
export async function issueFirstPromise(
  tx: Tx,
  ctx: CommandContext,
  dossierId: Id<'dossier'>,
  promise: DuePromise,
): Promise<void> {
  const officer = ctx.actor.kind === 'officer' ? ctx.actor.accountId : null;
  await sql`
    insert into dossiers.promise (jurisdiction, dossier_id, seq, kind, due_at, forecast, explanation, issued_at, issued_by)
    values (${ctx.jurisdiction}, ${dossierId}, 1, 'receipt', ${promise.dueAt}, ${promise.forecast},
      ${JSON.stringify(promise.explanation)}::jsonb, ${ctx.now}, ${officer})
  `.execute(tx);
}
