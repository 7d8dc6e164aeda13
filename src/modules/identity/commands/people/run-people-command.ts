import type { z } from 'zod';
import type { OfficerActor } from '../../../../kernel/actor.ts';
import type { CommandContext } from '../../../../kernel/context.ts';
import { plainDateOf } from '../../../../kernel/plain-date.ts';
import { ok, type Refused, type Result, refuse } from '../../../../kernel/result.ts';
import type { Tx } from '../../../../platform/database.ts';
import { runCommand } from '../../../../platform/run-command.ts';
import { isFreshlyProved } from '../../core/assurance.ts';
import { type ManageReach, mayManage } from '../../core/people/manage-reach.ts';
import { can } from '../../core/permissions.ts';
import { holdUnits } from '../../store/hold-units.ts';
import {
  allPostsOf,
  findOfficer,
  lockAdministrators,
  type OfficerAccountRow,
  type OfficerPostRow,
} from '../../store/people/officer-accounts.ts';
import type { PeopleDeps } from '../../store/people/people-deps.ts';
import { reachOf, toSpan } from '../../store/people/reach.ts';
import { loadUnitDirectory } from '../../store/unit-store.ts';

/** An officer whose account is being administered, locked, with all their posts. */
export interface HeldOfficer extends OfficerAccountRow {
  readonly posts: readonly OfficerPostRow[];
}

/** What every command of administration knows besides its input. */
export interface Administration {
  readonly actor: OfficerActor;
  readonly reach: ManageReach;
}

/** Who may administer people now: an administrator who has proved lately who they are. */
export function administrationOf(deps: PeopleDeps, ctx: CommandContext): Result<Administration> {
  const { actor } = ctx;
  if (actor.kind !== 'officer' || !can(actor, 'identity.manage'))
    return refuse('forbidden', 'identity.not-administrator');
  if (!isFreshlyProved(actor, ctx.now)) return refuse('forbidden', 'identity.step-up-needed');
  return ok({ actor, reach: reachOf(deps.units, actor, plainDateOf(ctx.now)) });
}

/** The frame of a command of administration: an administrator, within the reach of their post, who has proved lately who they are. */
export async function runPeopleCommand<Input, Output>(
  deps: PeopleDeps,
  ctx: CommandContext,
  name: string,
  schema: z.ZodType<Input>,
  input: unknown,
  work: (tx: Tx, parsed: Input, by: Administration) => Promise<Result<Output>>,
): Promise<Result<Output>> {
  const by = administrationOf(deps, ctx);
  if (!by.ok) return by;
  return runCommand(deps, ctx, name, schema, input, (tx, parsed) => work(tx, parsed, by.value));
}

/**
 * The same for what gives, changes or ends posts: meanwhile no unit ends under it and no other administrator is dismissed. `held`
 * knows the unit tree as it stands, also where another server has changed it a moment ago.
 */
export function runPostsCommand<Input, Output>(
  deps: PeopleDeps,
  ctx: CommandContext,
  name: string,
  schema: z.ZodType<Input>,
  input: unknown,
  work: (held: PeopleDeps, tx: Tx, parsed: Input, by: Administration) => Promise<Result<Output>>,
): Promise<Result<Output>> {
  return runPeopleCommand(deps, ctx, name, schema, input, async (tx, parsed, by) => {
    await holdUnits(tx, deps.jurisdiction);
    await lockAdministrators(tx, deps.jurisdiction);
    const units = await loadUnitDirectory(tx, deps.jurisdiction);
    return work({ ...deps, units }, tx, parsed, by);
  });
}

/** The officer of an account, held for a change. One beyond the reach is not found, as if there were none. */
export async function holdOfficer(
  deps: PeopleDeps,
  tx: Tx,
  ctx: CommandContext,
  { reach }: Administration,
  accountId: string,
): Promise<Result<HeldOfficer>> {
  const officer = await findOfficer(tx, deps.jurisdiction, accountId, true);
  if (!officer) return unknownOfficer();
  const posts = await allPostsOf(tx, deps.jurisdiction, [officer.person_id]);
  if (!mayManage(reach, posts.map(toSpan), plainDateOf(ctx.now))) return unknownOfficer();
  return ok({ ...officer, posts });
}

function unknownOfficer(): Refused {
  return refuse('not-found', 'identity.officer-unknown');
}
