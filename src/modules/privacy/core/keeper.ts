import type { OfficerActor } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type PermissionScope, reachesNothing, scopeFor } from '../../identity/public.ts';

/** Who keeps what is due, and where. */
export interface Keeper {
  readonly actor: OfficerActor;
  readonly scope: PermissionScope;
}

export function keeperOf({ actor }: QueryContext): Result<Keeper> {
  const scope = scopeFor(actor, 'privacy.keep');
  if (actor.kind !== 'officer' || reachesNothing(scope)) return refuse('forbidden', 'privacy.not-allowed');
  return ok({ actor, scope });
}

/** Whether the keeper reaches what an agency decided on. */
export function reaches({ scope }: Keeper, unitId: OfficerActor['posts'][number]['unitId']): boolean {
  return scope.kind === 'jurisdiction' || scope.unitIds.includes(unitId);
}
