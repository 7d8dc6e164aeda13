import type { CommandContext } from '../../kernel/context.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Result } from '../../kernel/result.ts';
import type { RenewedBatch } from '../../platform/sealed-table.ts';
import { rotateKeys } from './commands/rotate-keys.ts';
import type { ProcessingView, RotatedTable } from './contract.ts';
import type { UnmaskReason } from './core/masking.ts';
import { processingsOn, purposeOf } from './core/processing.ts';
import type { PrivacyDeps } from './store/privacy-deps.ts';

/** What is done with personal data, and what people may ask about theirs. */
export interface Privacy {
  readonly commands: {
    /** Brings everything sealed under the current keys while work goes on; only by the system. */
    rotateKeys(
      ctx: CommandContext,
      told?: (table: string, batch: RenewedBatch) => void,
    ): Promise<Result<readonly RotatedTable[]>>;
  };
  readonly register: {
    /** What is processed on a day. Public. */
    processings(on: PlainDate): readonly ProcessingView[];
    /** What a recorded reading was for, by the register of its day. */
    purposeOf(query: string, on: PlainDate): ProcessingView | undefined;
  };
  /** Why somebody may look at what is masked for them; the journal names the key behind the query's name. */
  readonly unmaskReasons: readonly UnmaskReason[];
}

/** Builds privacy. */
export function createPrivacy(deps: PrivacyDeps): Privacy {
  const { register, masking } = deps;
  return {
    commands: {
      rotateKeys: (ctx, told) => rotateKeys(deps, ctx, told),
    },
    register: {
      processings: (on) => processingsOn(register, on),
      purposeOf: (query, on) => purposeOf(register, query, on),
    },
    unmaskReasons: masking.reasons,
  };
}
