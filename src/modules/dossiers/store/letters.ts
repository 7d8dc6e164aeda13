import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import { enqueue } from '../../../platform/enqueue.ts';
import type { LetterFormCode } from '../../documents/public.ts';
import type { LetterView } from '../contract.ts';
import type { DossierDeps } from './deps.ts';

/** Task that renders a requested letter and stores it. */
export const renderLetterTask = 'dossiers.render-letter';

/** A letter asked for, not yet rendered. */
export interface NewLetter {
  readonly letterId: Id<'letter'>;
  readonly form: LetterFormCode;
}

/**
 * Asks for a letter: its row now, its PDF by a job after the transaction, never under a number lock. `promiseSeq` names
 * the promise it tells, beside the receipt's.
 */
export async function requestLetter(
  tx: Tx,
  ctx: CommandContext,
  deps: Pick<DossierDeps, 'newId'>,
  dossierId: Id<'dossier'>,
  form: LetterFormCode,
  /** The row it is about, where a dossier can have several of this form. */
  about: { readonly promiseSeq?: number; readonly subjectId?: string } = {},
): Promise<void> {
  const { letterId } = await announceLetter(tx, ctx, deps, dossierId, form);
  await sql`
    insert into dossiers.letter (jurisdiction, dossier_id, letter_id, form, requested_at, promise_seq, subject_id)
    values (${ctx.jurisdiction}, ${dossierId}, ${letterId}, ${form}, ${ctx.now}, ${about.promiseSeq ?? null},
      ${about.subjectId ?? null})
  `.execute(tx);
}

/** The job of a letter whose row is written later in the same transaction, with its dossier. */
export async function announceLetter(
  tx: Tx,
  ctx: CommandContext,
  deps: Pick<DossierDeps, 'newId'>,
  dossierId: Id<'dossier'>,
  form: LetterFormCode,
): Promise<NewLetter> {
  const letterId = deps.newId<'letter'>();
  await enqueue(tx, {
    task: renderLetterTask,
    key: `letter:${letterId}`,
    payload: { jurisdiction: ctx.jurisdiction, dossierId, letterId },
  });
  return { letterId, form };
}

/** Letters of a dossier, oldest first. */
export async function lettersOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<readonly LetterView[]> {
  const rows = await many(
    connection,
    sql<{ form: string; requested_at: Date; file_id: string | null }>`
      select form, requested_at, file_id from dossiers.letter
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
      order by requested_at, letter_id
    `,
  );
  return rows.map((row) => ({
    form: row.form,
    requestedAt: row.requested_at.toISOString(),
    ...(row.file_id !== null && { fileId: row.file_id }),
  }));
}
