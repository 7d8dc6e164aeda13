import type { Actor } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { can, scopeFor } from '../../identity/public.ts';

/** Whether the officer answers what was sent to the unit, or (none) to the whole jurisdiction. */
export function mayAnswer(actor: Actor, unitId: Id<'unit'> | null): boolean {
  if (unitId === null) return scopeFor(actor, 'privacy.answer').kind === 'jurisdiction';
  return can(actor, 'privacy.answer', [unitId]);
}
