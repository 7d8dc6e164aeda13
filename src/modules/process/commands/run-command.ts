import type { z } from 'zod';
import type { OfficerActor } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { NewId } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Database, Tx } from '../../../platform/database.ts';
import { runCommand as run } from '../../../platform/run-command.ts';
import { can, type Permission, refuseUnproved } from '../../identity/public.ts';
import type { Step } from '../core/flow/step.ts';
import type { LegalLimitOf } from '../store/draft-basis.ts';

/** What an editing command works with. */
export interface EditingDeps {
  readonly db: Database;
  readonly newId: NewId;
  /** Keys of the steps nobody could do in any agency that decides by the process; known by modules above. */
  readonly stepsNobodyCanDo?: StepsNobodyCanDo | undefined;
  readonly legalLimitOf?: LegalLimitOf | undefined;
}

/** Joined in compose: which agencies decide a procedure is known to the catalogue. */
export type StepsNobodyCanDo = (
  tx: Tx,
  steps: readonly Step[],
  procedures: readonly string[],
  on: PlainDate,
) => Promise<readonly string[]>;

/** The frame of every command of an editor: an officer with the permission, freshly proved where it asks for that. Refuses `process.not-allowed`. */
export async function runCommand<Input, Output>(
  deps: EditingDeps,
  ctx: CommandContext,
  command: { readonly name: string; readonly needs: Permission; readonly input: z.ZodType<Input> },
  input: unknown,
  work: (tx: Tx, parsed: Input, officer: OfficerActor) => Promise<Result<Output>>,
): Promise<Result<Output>> {
  const { actor } = ctx;
  if (actor.kind !== 'officer' || !can(actor, command.needs))
    return refuse('forbidden', 'process.not-allowed');
  const unproved = refuseUnproved(ctx, command.needs);
  if (unproved) return unproved;
  return run(deps, ctx, command.name, command.input, input, (tx, parsed) => work(tx, parsed, actor));
}
