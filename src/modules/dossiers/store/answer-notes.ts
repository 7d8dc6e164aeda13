import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import type { Seal, SealedText } from '../../../platform/sealed-text.ts';
import type { AnswerNoteView } from '../contract.ts';

/** Where the seal binds what a note says. */
export const noteContext = 'dossiers.answer_note.text';

/** Keeps what is right beside what was declared. */
export async function addAnswerNote(
  tx: Tx,
  ctx: CommandContext,
  note: {
    readonly noteId: string;
    readonly dossierId: string;
    readonly text: SealedText;
    readonly correctionId: string;
    readonly by: Id<'account'>;
  },
): Promise<void> {
  await sql`
    insert into dossiers.answer_note (jurisdiction, dossier_id, note_id, text_sealed, correction_id, noted_at, noted_by)
    values (${ctx.jurisdiction}, ${note.dossierId}, ${note.noteId}, ${note.text}, ${note.correctionId}, ${ctx.now},
      ${note.by})`.execute(tx);
}

/** What stands beside the answers of a dossier, oldest first, opened: for whoever may see the answers whole. */
export async function answerNotesOf(
  connection: Connection,
  seal: Seal,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<readonly AnswerNoteView[]> {
  const rows = await many(
    connection,
    sql<{ text_sealed: SealedText | null; noted_at: Date }>`
      select text_sealed, noted_at from dossiers.answer_note
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
      order by noted_at, note_id`,
  );
  return rows.map((row) => ({
    at: row.noted_at.toISOString(),
    ...(row.text_sealed !== null && { text: seal.open(row.text_sealed, noteContext) }),
  }));
}
