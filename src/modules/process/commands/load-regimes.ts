import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import type { ExtensionRule } from '../core/clock/extension.ts';
import type { SuspensionGround } from '../core/clock/suspension-ground.ts';
import { saveExtensionRule } from '../store/extension-rules.ts';
import { saveSuspensionGround } from '../store/suspension-grounds.ts';

/** What legal regimes say of stops and further time, as the reference data states it. */
export interface RegimeRecords {
  readonly grounds: readonly SuspensionGround[];
  readonly extensions: readonly ExtensionRule[];
}

/** Takes in the regimes by their natural keys. What was written into a log or a promise stays as it was. */
export async function loadRegimes(
  tx: Tx,
  { grounds, extensions }: RegimeRecords,
): Promise<Result<{ readonly grounds: number; readonly extensions: number }>> {
  for (const ground of grounds) await saveSuspensionGround(tx, ground);
  for (const rule of extensions) await saveExtensionRule(tx, rule);
  return ok({ grounds: grounds.length, extensions: extensions.length });
}
