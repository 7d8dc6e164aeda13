import { z } from 'zod';
import { dayInput } from '../../../kernel/day-input.ts';
import type { Id } from '../../../kernel/id.ts';
import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuseField } from '../../../kernel/result.ts';
import { type GrantScope, grantScopes, mayBeGiven, type Permission, permissions } from './permissions.ts';

/** What is longer than this is no exception any more: it wants a post. */
const mostDays = 366;

export const givePermissionInput = z.strictObject({
  login: z.string().trim().toLowerCase().min(1).max(200),
  permission: z.enum(permissions),
  scope: z.enum(grantScopes),
  unitId: z
    .uuid()
    .transform((text) => text as Id<'unit'>)
    .optional(),
  sector: z.string().trim().min(1).max(200).optional(),
  fromOn: dayInput,
  /** The last day on which it works. */
  lastOn: dayInput,
  reason: z.string().trim().min(5).max(1000),
});
export type GivePermissionInput = z.infer<typeof givePermissionInput>;

export const endPermissionInput = z.strictObject({
  grantId: z.uuid(),
  reason: z.string().trim().min(5).max(1000),
});

/** What a decision to give rests on besides the wish itself. */
export interface GivingFacts {
  readonly today: PlainDate;
  readonly giver: Id<'person'>;
  readonly receiver: Id<'person'> | undefined;
  /** Whether the named unit exists today. */
  readonly hasUnit: boolean;
}

/**
 * Whether a permission may be given as wished: only what the permission file lets be given in that scope, to an officer
 * other than the giver, from today on at the earliest and for a year at most.
 */
export function decideGiving(wanted: GivePermissionInput, facts: GivingFacts): Result<Id<'person'>> {
  if (facts.receiver === undefined) return refuseField('/login', 'identity.no-such-officer');
  if (facts.receiver === facts.giver) return refuseField('/login', 'identity.own-grant');
  if (!mayBeGiven(wanted.permission, wanted.scope)) return refuseField('/scope', 'identity.grant-scope');
  const isUnit = wanted.scope === 'unit' || wanted.scope === 'subtree';
  if (isUnit && !facts.hasUnit) return refuseField('/unitId', 'identity.grant-unit');
  if (wanted.scope === 'sector' && wanted.sector === undefined)
    return refuseField('/sector', 'identity.grant-sector');
  if (wanted.fromOn < facts.today) return refuseField('/fromOn', 'identity.grant-backdated');
  if (wanted.lastOn < wanted.fromOn) return refuseField('/lastOn', 'identity.grant-reversed');
  if (wanted.lastOn >= addDays(wanted.fromOn, mostDays))
    return refuseField('/lastOn', 'identity.grant-too-long');
  return ok(facts.receiver);
}

/** How a given permission stands on a day. */
/** `resting`: its days run, but the person holds no post. */
export type GrantState = 'coming' | 'running' | 'resting' | 'over' | 'ended';

/** `untilOn` is the first day on which it no longer works. */
export function grantState(
  grant: {
    readonly fromOn: PlainDate;
    readonly untilOn: PlainDate;
    readonly isEnded: boolean;
    readonly holdsPost: boolean;
  },
  today: PlainDate,
): GrantState {
  if (grant.isEnded) return 'ended';
  if (grant.untilOn <= today) return 'over';
  if (grant.fromOn > today) return 'coming';
  return grant.holdsPost ? 'running' : 'resting';
}

/** A permission given to one person, as lists show it. */
export interface GivenPermission {
  readonly grantId: Id<'grant'>;
  readonly personId: Id<'person'>;
  readonly name: string;
  readonly login: string;
  readonly permission: Permission;
  readonly scope: GrantScope;
  /** Name of the unit, or the sector; absent where the scope needs none. */
  readonly place?: string;
  readonly fromOn: PlainDate;
  readonly lastOn: PlainDate;
  readonly state: GrantState;
  readonly reason: string;
  readonly givenBy: string;
  readonly givenAt: Date;
  readonly ended?: { readonly by: string; readonly at: Date; readonly reason: string };
}
