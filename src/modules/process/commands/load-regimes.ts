import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import type { ExtensionRule } from '../core/clock/extension.ts';
import type { SuspensionGround } from '../core/clock/suspension-ground.ts';
import type { WarningShare } from '../core/flow/warning-share.ts';
import { saveExtensionRule } from '../store/extension-rules.ts';
import { saveSuspensionGround } from '../store/suspension-grounds.ts';
import { saveWarningShare } from '../store/warning-shares.ts';

/** What legal regimes say of stops and further time, and practice of warnings, as the reference data states it. */
export interface RegimeRecords {
  readonly grounds: readonly SuspensionGround[];
  readonly extensions: readonly ExtensionRule[];
  readonly warnings: readonly WarningShare[];
}

/** Takes in the regimes by their natural keys. What was written into a log or a promise stays as it was. */
export async function loadRegimes(
  tx: Tx,
  { grounds, extensions, warnings }: RegimeRecords,
): Promise<Result<Readonly<Record<keyof RegimeRecords, number>>>> {
  for (const ground of grounds) await saveSuspensionGround(tx, ground);
  for (const rule of extensions) await saveExtensionRule(tx, rule);
  for (const warning of warnings) await saveWarningShare(tx, warning);
  return ok({ grounds: grounds.length, extensions: extensions.length, warnings: warnings.length });
}
