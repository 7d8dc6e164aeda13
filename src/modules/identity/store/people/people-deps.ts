import type { Id, Jurisdiction, NewId } from '../../../../kernel/id.ts';
import type { Connection, Database } from '../../../../platform/database.ts';
import type { Seal } from '../../../../platform/sealed-text.ts';
import type { GuessedPasswords } from '../../core/people/password.ts';
import type { UnitDirectory } from '../../core/unit.ts';
import type { PasswordCost } from '../password-hash.ts';

/** Work somebody has in hand in one unit: what is to be handed over when they leave it. */
export interface WorkInHand {
  readonly unitId: Id<'unit'>;
  readonly open: number;
}

/** Asked of the modules that give out work; dossiers stand above identity. */
export type WorkInHandOf = (
  db: Connection,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
) => Promise<readonly WorkInHand[]>;

export interface PeopleDeps {
  readonly db: Database;
  readonly jurisdiction: Jurisdiction;
  readonly newId: NewId;
  readonly seal: Seal;
  readonly units: UnitDirectory;
  readonly passwordCost: PasswordCost;
  readonly guessedPasswords: GuessedPasswords;
  readonly workInHand: WorkInHandOf;
}
