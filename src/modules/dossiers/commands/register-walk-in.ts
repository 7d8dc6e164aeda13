import type { CommandContext } from '../../../kernel/context.ts';
import type { Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { type AcceptedDossier, registerWalkInInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { finishIntake } from './finish-intake.ts';
import { openWalkIn } from './open-walk-in.ts';

/** Intake and acceptance of a person at the counter, in one go: code, promise, serial, fee, receipt, first step. */
export function registerWalkIn(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<AcceptedDossier>> {
  return runCommand(
    deps,
    ctx,
    'dossiers.register-walk-in',
    registerWalkInInput,
    input,
    async (tx, wanted) => {
      const walkIn = await openWalkIn(tx, ctx, deps, wanted);
      if (!walkIn.ok) return walkIn;
      const { dossier, intake } = walkIn.value;
      return finishIntake(tx, ctx, deps, dossier, intake, { fee: wanted.fee, letter: true });
    },
  );
}
