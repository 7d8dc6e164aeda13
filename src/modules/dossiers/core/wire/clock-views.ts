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

/** What a calendar not yet saved would do to open forecasts; promises never move. */
export interface CalendarPreview {
  /** Open clocks that count by it. */
  readonly open: number;
  readonly moved: number;
  /** Of those moved, how many would be due earlier. */
  readonly earlier: number;
  /** Weekdays (`1`–`7`) and make-up days that are not 8 hours long, with their minutes. */
  readonly notEightHours: readonly { readonly day: string; readonly minutes: number }[];
  readonly rows: readonly MovedForecast[];
  readonly next?: string;
}

export interface MovedForecast {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly before: string;
  readonly after: string;
}

/** A new version of a calendar and what moved with it. */
export interface ChangedCalendar {
  readonly version: number;
  readonly forecasts: number;
  readonly steps: number;
}
