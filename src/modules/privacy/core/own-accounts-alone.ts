import type { CitizenActor } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { ownAccounts } from '../../identity/public.ts';

/**
 * Accounts that are the person's alone. With an organisation's account every colleague's is one's own: what they handed in and
 * asked is the organisation's, with the facts of whoever did it.
 */
export function ownAccountsAlone(citizen: CitizenActor): readonly Id<'account'>[] {
  return citizen.organisationId === undefined ? ownAccounts(citizen) : [];
}
