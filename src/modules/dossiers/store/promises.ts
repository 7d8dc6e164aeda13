import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import type { DuePromise, Extension } from '../../process/public.ts';

/** A promise as issued; its seq says the order, the first is the receipt's. */
export interface PromiseRow {
  readonly seq: number;
  readonly kind: 'receipt' | 'extension' | 'apology';
  readonly due_at: Date;
  readonly forecast: boolean;
  readonly explanation: readonly string[];
  readonly issued_at: Date;
  readonly issued_by: Id<'account'> | null;
  readonly signer_lines: readonly string[];
  readonly reason: string | null;
  /** Issued after the first promise had passed. */
  readonly late: boolean;
  readonly extension: Extension | null;
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
      select seq, kind, due_at, forecast, explanation, issued_at, issued_by, signer_lines, reason, late, extension
      from dossiers.promise
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
      order by seq
    `,
  );
}

/** A promise to be issued; `seq` follows those before it. */
export interface NewPromise {
  readonly seq: number;
  readonly kind: PromiseRow['kind'];
  readonly promise: DuePromise;
  readonly signerLines?: readonly string[];
  readonly reason?: string;
  readonly late?: boolean;
  readonly extension?: Extension;
}

/** Writes a promise under the acting officer's name; it is never changed afterwards. */
export async function issuePromise(
  tx: Tx,
  ctx: CommandContext,
  dossierId: Id<'dossier'>,
  { seq, kind, promise, signerLines = [], reason, late = false, extension }: NewPromise,
): Promise<void> {
  const officer = ctx.actor.kind === 'officer' ? ctx.actor.accountId : null;
  await sql`
    insert into dossiers.promise (jurisdiction, dossier_id, seq, kind, due_at, forecast, explanation, issued_at, issued_by,
      signer_lines, reason, late, extension)
    values (${ctx.jurisdiction}, ${dossierId}, ${seq}, ${kind}, ${promise.dueAt}, ${promise.forecast},
      ${JSON.stringify(promise.explanation)}::jsonb, ${ctx.now}, ${officer}, ${JSON.stringify(signerLines)}::jsonb,
      ${reason ?? null}, ${late}, ${extension ? JSON.stringify(extension) : null}::jsonb)
  `.execute(tx);
}
