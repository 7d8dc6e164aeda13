import type { Refusal } from '../../../kernel/refusal.ts';
import type { PersonPage } from '../../../modules/identity/contract.ts';
import type { Typed } from '../typed.ts';

/** What each section of a person's page gets; `form` names the one that was sent and refused. */
export interface SectionProps {
  readonly person: PersonPage;
  readonly form: string | undefined;
  readonly typed: Typed;
  readonly refusal: Refusal | undefined;
}
