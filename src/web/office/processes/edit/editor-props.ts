import type { Dispatch } from 'react';
import type { DraftRow, PerformerPhrase } from '../../../../modules/process/contract.ts';
import type { Edit } from './edit-state.ts';

/** A unit a step may be given to, as the list of choices shows it. */
export interface UnitChoice {
  readonly value: string;
  readonly label: string;
}

/** What every part of the table works with. */
export interface RowProps {
  readonly row: DraftRow;
  readonly at: number;
  readonly rows: readonly DraftRow[];
  readonly act: Dispatch<Edit>;
  readonly units: readonly UnitChoice[];
  readonly phrases: readonly PerformerPhrase[];
}
