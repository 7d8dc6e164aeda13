import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import type { Seal, SealedText } from '../../../platform/sealed-text.ts';
import type { CorrectionView } from '../contract.ts';
import { correctionContext } from './sealed-tables.ts';

export interface CorrectionRow {
  readonly correction_id: string;
  readonly person_id: Id<'person'>;
  readonly field: CorrectionView['field'];
  readonly dossier_id: string | null;
  readonly dossier_code: string | null;
  readonly unit_id: Id<'unit'> | null;
  readonly asked_sealed: SealedText;
  readonly asked_at: Date;
  readonly due_on: string;
  readonly answered_at: Date | null;
  readonly outcome: NonNullable<CorrectionView['answer']>['outcome'] | null;
  readonly answer_sealed: SealedText | null;
}

export const correctionColumns =
  sql.raw(`correction_id, person_id, field, dossier_id, dossier_code, unit_id, asked_sealed,
  asked_at, due_on, answered_at, outcome, answer_sealed`);

/** Of the person, asked with any of their accounts, newest first. */
export function correctionsOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  personId: Id<'person'>,
  accountIds: readonly Id<'account'>[],
  most: number,
): Promise<readonly CorrectionRow[]> {
  return many(
    connection,
    sql<CorrectionRow>`
      select ${correctionColumns} from privacy.correction
      where jurisdiction = ${jurisdiction}
        and (person_id = ${personId} or account_id = any(${[...accountIds]}::uuid[]))
      order by asked_at desc, correction_id desc limit ${most}`,
  );
}

export function lockCorrection(
  tx: Tx,
  jurisdiction: Jurisdiction,
  correctionId: string,
): Promise<CorrectionRow | undefined> {
  return maybeOne(
    tx,
    sql<CorrectionRow>`
      select ${correctionColumns} from privacy.correction
      where jurisdiction = ${jurisdiction} and correction_id = ${correctionId} for update`,
  );
}

export function correctionView(seal: Seal, row: CorrectionRow): CorrectionView {
  return {
    correctionId: row.correction_id,
    field: row.field,
    text: seal.open(row.asked_sealed, correctionContext),
    askedAt: row.asked_at.toISOString(),
    dueOn: row.due_on,
    ...(row.dossier_id !== null &&
      row.dossier_code !== null && { dossier: { dossierId: row.dossier_id, code: row.dossier_code } }),
    ...(row.answered_at !== null &&
      row.outcome !== null &&
      row.answer_sealed !== null && {
        answer: {
          outcome: row.outcome,
          text: seal.open(row.answer_sealed, correctionContext),
          at: row.answered_at.toISOString(),
        },
      }),
  };
}

/** Whether somebody waits for an answer about the dossier. */
export async function hasOpenCorrection(
  tx: Tx,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    sql`
      select 1 from privacy.correction
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId} and answered_at is null limit 1`,
  );
  return row !== undefined;
}

/** What was asked and answered about an erased dossier goes with it; that it was asked, when and with what outcome stays. */
export async function eraseCorrectionsOf(
  tx: Tx,
  seal: Seal,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<void> {
  const nothing = seal.seal('', correctionContext);
  await sql`
    update privacy.correction
    set asked_sealed = ${nothing}, answer_sealed = case when answer_sealed is not null then ${nothing} end
    where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}`.execute(tx);
}
