import type { RegimeFact } from '../clock/most-particular.ts';

/** After which share of its hours a step is soon due, where its process does not say it. No law says it: practice does. */
export interface WarningShare extends RegimeFact {
  /** Above 0, below 1. */
  readonly share: number;
  readonly source: string;
  readonly certainty: string;
}
