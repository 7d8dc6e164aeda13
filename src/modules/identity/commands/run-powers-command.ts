import type { z } from 'zod';
import type { OfficerActor } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Jurisdiction, NewId } from '../../../kernel/id.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Database, Tx } from '../../../platform/database.ts';
import { isFreshlyProved } from '../core/assurance.ts';
import { can } from '../core/permissions.ts';
import type { UnitDirectory } from '../core/unit.ts';
import { runCommand } from './run-command.ts';

export interface PowersDeps {
  readonly db: Database;
  readonly jurisdiction: Jurisdiction;
  readonly newId: NewId;
  readonly units: UnitDirectory;
}

/** The frame of what changes somebody's powers: an administrator who has just proved who they are, one transaction, once. */
export async function runPowersCommand<Input, Output>(
  deps: PowersDeps,
  ctx: CommandContext,
  command: { readonly name: string; readonly input: z.ZodType<Input> },
  input: unknown,
  work: (tx: Tx, parsed: Input, officer: OfficerActor) => Promise<Result<Output>>,
): Promise<Result<Output>> {
  const { actor } = ctx;
  if (actor.kind !== 'officer' || !can(actor, 'identity.manage'))
    return refuse('forbidden', 'identity.powers-not-allowed');
  return runCommand(deps, ctx, command.name, command.input, input, async (tx, parsed) =>
    isFreshlyProved(actor, ctx.now)
      ? work(tx, parsed, actor)
      : refuse('forbidden', 'identity.step-up-needed'),
  );
}
