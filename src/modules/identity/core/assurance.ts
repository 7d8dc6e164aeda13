import type { Actor, Role } from '../../../kernel/actor.ts';
import { type Refused, refuse } from '../../../kernel/result.ts';
import { asksStepUp, type Permission } from './permissions.ts';

/** Whoever decides, seals or administers proves more than a password (TCVN 11930:2017, level 3). */
export const demandingRoles: readonly Role[] = ['leader', 'recordsClerk', 'administrator'];

/** Whether one of these roles, or one of these permissions given singly, may be exercised only after a second factor. */
export function demandsSecondFactor(roles: readonly Role[], given: readonly string[] = []): boolean {
  return roles.some((role) => demandingRoles.includes(role)) || given.some(asksStepUp);
}

/** How long a proof lasts before an approval or a look at what is sensitive asks for it again. */
const freshMinutes = 30;

/** Whether the proof given at this moment still counts as fresh. */
export function isFresh(provedAt: Date | undefined, now: Date): boolean {
  return provedAt !== undefined && now.getTime() - provedAt.getTime() < freshMinutes * 60_000;
}

/** Whether the actor has proved lately who they are: asked before approvals and sensitive reads. The system always has. */
export function isFreshlyProved(actor: Actor, now: Date): boolean {
  if (actor.kind === 'system') return true;
  return actor.kind === 'officer' && isFresh(actor.provedAt, now);
}

/**
 * `identity.step-up-needed` where the permission asks for a fresh proof and the actor has none: what every frame of a command
 * or reading says to whoever acts by it. Undefined: go ahead.
 */
export function refuseUnproved(
  ctx: { readonly actor: Actor; readonly now: Date },
  permission: Permission,
): Refused | undefined {
  return asksStepUp(permission) ? refuseStale(ctx) : undefined;
}

/** The same whatever the permission: where facts about many people leave at once, as a file or a printed list. */
export function refuseStale({
  actor,
  now,
}: {
  readonly actor: Actor;
  readonly now: Date;
}): Refused | undefined {
  return isFreshlyProved(actor, now) ? undefined : refuse('forbidden', 'identity.step-up-needed');
}
