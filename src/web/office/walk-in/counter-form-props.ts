import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { Typed } from '../typed.ts';
import type { ChooseCaseProps } from './choose-case.tsx';

export interface CounterFormProps extends ChooseCaseProps {
  /** The papers were brought, or came by post. */
  readonly channel: 'counter' | 'post';
  readonly today: PlainDate;
  readonly search: string;
  readonly typed: Typed;
  readonly refusal: Refusal | undefined;
}

/** Id of the form, and the prefix of its controls' ids. */
export const counterForm = 'quay';
