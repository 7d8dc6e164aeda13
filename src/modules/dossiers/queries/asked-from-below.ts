import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Connection, Tx } from '../../../platform/database.ts';
import type { UnitLoad } from '../../identity/public.ts';
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
  /** What rests on units: counts only, for the preview of a reorganisation. */
  unitWork(
    db: Connection,
    jurisdiction: Jurisdiction,
    unitIds: readonly Id<'unit'>[],
    now: Date,
  ): Promise<readonly UnitLoad[]>;
}
