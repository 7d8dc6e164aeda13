import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { type ProcedureVersion, paperlessBy } from '../../catalogue/public.ts';
import { can, type Unit } from '../../identity/public.ts';
import type { CounterView, UnitLabel } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { offeredGroup } from '../store/parts.ts';
import { competentUnits } from '../store/pinned.ts';
import { signersIn } from './signers-in.ts';

const counterInput = z.strictObject({
  procedureCode: z.string().max(20),
  competentUnitId: z.string().max(40).optional(),
});

/**
 * Where an officer at a counter may receive a procedure and for whom. Refuses `dossiers.not-allowed` for those who
 * hold no receiving post, and what the catalogue refuses about the procedure.
 */
export async function counterView(
  deps: DossierDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<CounterView>> {
  const parsed = parseInput(counterInput, input);
  if (!parsed.ok) return parsed;
  const today = plainDateOf(ctx.now);
  const counters = deps.identity.units
    .unitsOn(today, { kind: 'oneStop' })
    .filter((unit) => can(ctx.actor, 'dossiers.accept', [unit.id]));
  if (ctx.actor.kind !== 'officer' || counters.length === 0)
    return refuse('forbidden', 'dossiers.not-allowed');
  const { procedureCode, competentUnitId } = parsed.value;
  const version = await deps.catalogue.getVersionInForce(deps.db, ctx.jurisdiction, procedureCode, today);
  if (!version.ok) return version;
  const competent = competentUnits(deps, version.value, today);
  const above = counters.flatMap((counter) => deps.identity.units.ancestorsOn(counter.id, today));
  const chosen =
    competent.find((unit) => unit.id === competentUnitId) ??
    competent.find((unit) => above.some((ancestor) => ancestor.id === unit.id)) ??
    (competent.length === 1 ? competent[0] : undefined);
  const result = { act: 'result', procedure: procedureCode, sector: version.value.sector } as const;
  const group = await offeredGroup(deps.db, ctx, deps, version.value);
  const paperless = paperlessBy(version.value, today);
  const obstacle = await obstacleOf(deps, version.value, competent, today);
  return ok({
    ...(obstacle && { obstacle }),
    ...(group && { group }),
    ...(paperless !== undefined && { paperlessBy: paperless }),
    receivedAt: counters.map(label),
    competent: competent.map(label),
    ...(chosen && { chosenId: chosen.id }),
    finishes: counters.some(({ id }) => can(ctx.actor, 'dossiers.work', [id])),
    signers: chosen ? await signersIn(deps, ctx, [{ unitId: chosen.id, role: 'leader' }], [result]) : [],
  });
}

async function obstacleOf(
  deps: DossierDeps,
  version: ProcedureVersion,
  competent: readonly Unit[],
  today: PlainDate,
): Promise<CounterView['obstacle']> {
  if (version.routing.kind !== 'here') return 'elsewhere';
  if (competent.length === 0) return 'no-agency';
  // A process may serve one case only; which case it is, is asked on the page.
  for (const { key } of version.content.cases) {
    const process = await deps.process.getProcessInForce(deps.db, version.code, today, key);
    if (process.ok) return undefined;
  }
  return 'no-process';
}

function label({ id, name }: Unit): UnitLabel {
  return { unitId: id, name };
}
