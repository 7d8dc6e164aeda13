import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import type { CorrectedField, CorrectedRole } from '../contract.ts';

/** What a correction puts right, and for which request. */
export interface CorrectedFact<Field extends CorrectedField = CorrectedField> {
  readonly correctionId: string;
  readonly personId: Id<'person'>;
  readonly field: Field;
  readonly value: string;
}

/** Facts about people in dossiers. Declared here, fulfilled by dossiers; joined in compose. */
export interface DossierFacts {
  /**
   * Sector, whether facts about its people still change, and whether it is decided or ended otherwise, locked; undefined when it is
   * not there.
   */
  lockForCorrection(
    tx: Tx,
    jurisdiction: Jurisdiction,
    dossierId: string,
  ): Promise<{ readonly sector: string; readonly isOpen: boolean; readonly isDecided: boolean } | undefined>;
  /** Changes the fact of a locked open dossier; the old one is kept sealed. Refuses a value that is none, at `/value`. */
  correct(
    tx: Tx,
    ctx: CommandContext,
    dossierId: string,
    fact: CorrectedFact & { readonly role?: CorrectedRole | undefined },
  ): Promise<Result<null>>;
  /** Puts beside the answers of a locked decided dossier what is right; they stay as they were declared. */
  note(
    tx: Tx,
    ctx: CommandContext,
    dossierId: string,
    note: { readonly correctionId: string; readonly text: string },
  ): Promise<Result<null>>;
}

/** The account's own contact data. Fulfilled by identity. */
export type CorrectContact = (
  tx: Tx,
  ctx: CommandContext,
  fact: CorrectedFact<'phone' | 'email' | 'address'>,
) => Promise<Result<null>>;
