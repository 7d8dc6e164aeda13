import type { CitizenActor } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';

/** The accounts whose drafts and dossiers are the citizen's own: all of the person, or all of the organisation. */
export function ownAccounts(citizen: CitizenActor): readonly Id<'account'>[] {
  return citizen.accountIds ?? [citizen.accountId];
}
