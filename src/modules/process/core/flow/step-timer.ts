/**
 * A clock of a step. `warn` and `escalate` tell somebody and move nothing; `proceed` ends the step as if it had gone
 * forward (silence = consent, where the law says so).
 */
export interface StepTimer {
  readonly key: string;
  readonly kind: 'warn' | 'escalate' | 'proceed';
  readonly at: TimerAt;
}

/** A share of the step's hours, working hours after it was reached, or working hours before it is due. */
export type TimerAt =
  | { readonly share: number }
  | { readonly hours: number }
  | { readonly beforeDue: number };
