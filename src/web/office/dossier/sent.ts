import type { Refusal } from '../../../kernel/refusal.ts';
import type { Typed } from '../typed.ts';
import type { Intent } from './dossier-intents.ts';

/** A form of the page that came back: what was refused, and everything typed into it. */
export interface Sent {
  readonly intent: Intent;
  readonly refusal: Refusal | undefined;
  readonly typed: Typed;
}

/** What was typed into the form of this intent and why it was refused; nothing for the others. */
export function sentTo(sent: Sent | undefined, intent: Intent): Pick<Sent, 'refusal' | 'typed'> {
  return sent?.intent === intent ? sent : { refusal: undefined, typed: {} };
}

/** What the ids of the form's controls begin with: its intent, and the request where a page can have several such forms. */
export function formPrefix({ intent, typed }: Sent): string {
  if (intent === 'recordPart') return `${intent}.${typed.part ?? ''}`;
  return intent === 'answerOpinion' ? `${intent}.${typed.subject ?? ''}` : intent;
}
