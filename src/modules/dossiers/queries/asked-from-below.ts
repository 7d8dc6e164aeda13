import type { Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Step } from '../../process/public.ts';

/** What modules that dossiers stand upon ask of them, joined in main; without an actor: the asker has authorised. */
export interface AskedFromBelow {
  /** Of the steps those nobody could do in any agency that decides one of the procedures: asked at publication. */
  stepsNobodyCanDo(
    tx: Tx,
    jurisdiction: Jurisdiction,
    steps: readonly Step[],
    procedures: readonly string[],
    on: PlainDate,
  ): Promise<readonly string[]>;
  /** How many dossiers are on their way under each procedure version: counts only, for the office's impact page. */
  openOnVersions(
    jurisdiction: Jurisdiction,
    versionIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>>;
}
