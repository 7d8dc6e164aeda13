import type { UnitLabel } from './unit-label.ts';
import type { ClockView, DossierSummary } from './views.ts';

/** Everything about the time of one dossier, on one office page. */
export interface ClockPageView extends DossierSummary {
  readonly clock: ClockView;
  readonly steps: readonly StepClockView[];
  readonly units: readonly UnitTimeView[];
  readonly mayApologise: boolean;
  readonly mayLog: boolean;
  /** Further time the law still allows now; absent where it allows none. */
  readonly extension?: {
    readonly unit: 'working-days' | 'calendar-days';
    readonly most: number;
    readonly name: string;
    readonly source: string;
  };
}

/** The clock of one step at one unit, in working minutes of that unit; what the law stopped is left out. */
export interface StepClockView {
  readonly stepName: string;
  readonly unit: UnitLabel;
  readonly shareMinutes: number;
  readonly usedMinutes: number;
  readonly overMinutes: number;
  readonly isOpen: boolean;
  readonly dueAt?: string;
  /** Used more beyond its share than any other: whose delay it is. */
  readonly isCause: boolean;
}

/** "Thời gian hồ sơ nằm tại đơn vị". */
export interface UnitTimeView {
  readonly unit: UnitLabel;
  readonly heldMinutes: number;
  readonly suspendedMinutes: number;
  readonly technicalMinutes: number;
  readonly overMinutes: number;
}
