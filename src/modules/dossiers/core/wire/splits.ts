import { z } from 'zod';
import type { SuccessorLabel, UnitLabel } from './unit-label.ts';

/** Dossiers of split units that are given to one successor. */
export const decideSplitInput = z.strictObject({
  dossierIds: z.array(z.uuid()).min(1).max(100),
  toUnitId: z.uuid(),
});
export type DecideSplitInput = z.infer<typeof decideSplitInput>;

/** An open dossier of a split unit for which nobody has chosen the successor yet. Without names: the choice is by kind. */
export interface UndecidedDossier {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly sector: string;
  readonly submittedAt: string;
  readonly stepName?: string;
  /** The unit that was split. */
  readonly unit: UnitLabel;
  readonly choices: readonly SuccessorLabel[];
}

/** The unit that was split and its successors, while nobody has chosen which of them goes on with a dossier. */
export interface OpenSplit {
  readonly unit: UnitLabel;
  readonly choices: readonly SuccessorLabel[];
  /** The reader gives out such work. */
  readonly mayChoose: boolean;
}
