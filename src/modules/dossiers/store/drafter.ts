import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { can, ownAccounts } from '../../identity/public.ts';

/** Whose hand is on a draft: a citizen's, or that of an officer who helps one. */
export interface Drafter {
  readonly accountId: Id<'account'>;
  readonly personId: Id<'person'>;
  readonly accountIds: readonly Id<'account'>[];
  /** An officer drafts only under a citizen's consent. */
  readonly isOfficer: boolean;
  readonly organisationId?: Id<'organisation'> | undefined;
}

/** Refuses `dossiers.sign-in-first`. */
export function requireDrafter({ actor }: QueryContext): Result<Drafter> {
  if (actor.kind === 'citizen') return ok({ ...actor, accountIds: ownAccounts(actor), isOfficer: false });
  if (actor.kind === 'officer' && can(actor, 'dossiers.submit')) {
    const { accountId, personId } = actor;
    return ok({ accountId, personId, accountIds: [accountId], isOfficer: true });
  }
  return refuse('unauthenticated', 'dossiers.sign-in-first');
}
