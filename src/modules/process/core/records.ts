import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { CalendarDefinition } from './clock/calendar-definition.ts';
import type { ProcessGraph } from './flow/process-graph.ts';
import type { ProcessTable } from './flow/process-table.ts';

/** A calendar as the reference data states it; `code` is what a unit's office hours name. */
export interface CalendarRecord {
  readonly code: string;
  readonly definition: CalendarDefinition;
}

/** A process as the reference data states it. Its natural key is `code` with `validFrom`; dates are half-open. */
export interface ProcessRecord {
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string | undefined;
  /** Codes of the procedures it serves, e.g. `1.001193`. */
  readonly procedures: readonly string[];
  /** Keys of the cases it serves; absent: all. */
  readonly cases?: readonly string[] | undefined;
  readonly table: ProcessTable;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate | undefined;
  readonly source: string;
  readonly certainty: string;
  readonly note?: string | undefined;
}

/** What loading reference facts did. A row edited in the office is never overwritten: its code is in `differences`. */
export interface Loaded {
  readonly added: number;
  readonly unchanged: number;
  readonly differences: readonly string[];
  /** Calendars only: days that are not 8 hours long, as `tay-ninh 6: 270` (weekday or date, minutes). */
  readonly warnings: readonly string[];
}

/** One immutable version of a process, ready to run. A running dossier stays on its own. */
export interface ProcessVersion {
  readonly id: Id<'processVersion'>;
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly nameEn?: string;
  readonly table: ProcessTable;
  readonly graph: ProcessGraph;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
  readonly source: string;
  readonly certainty: string;
}
