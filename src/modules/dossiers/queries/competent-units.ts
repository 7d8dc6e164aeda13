import type { QueryContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { UnitLabel } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { competentUnits } from '../store/pinned.ts';

/** The agencies a citizen may send a procedure to today, by their short names; empty where only words are known. */
export async function listCompetentUnits(
  deps: DossierDeps,
  ctx: QueryContext,
  procedureCode: string,
): Promise<Result<readonly UnitLabel[]>> {
  const today = plainDateOf(ctx.now);
  const version = await deps.catalogue.getVersionInForce(deps.db, ctx.jurisdiction, procedureCode, today);
  if (!version.ok) return version;
  const units = competentUnits(deps, version.value, today);
  return ok(units.map((unit) => ({ unitId: unit.id, name: unit.shortName ?? unit.name })));
}
