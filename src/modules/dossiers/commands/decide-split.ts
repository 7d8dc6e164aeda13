import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { can } from '../../identity/public.ts';
import { decideSplitInput } from '../contract.ts';
import { isSplit } from '../core/split-moves.ts';
import type { DossierDeps } from '../store/deps.ts';
import { type DossierRow, lockDossier } from '../store/dossier-row.ts';
import { followSplit } from '../store/follow-split.ts';
import { tasksOf } from '../store/tasks.ts';

/**
 * Gives open dossiers of a split unit to one of its successors: what the reorganisation left to be chosen one by one. All or
 * none. Refuses a dossier that is no split unit's (any more), a unit that did not take over, and who leads neither successor.
 */
export function decideSplit(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly moved: number }>> {
  return runCommand(deps, ctx, 'dossiers.decide-split', decideSplitInput, input, async (tx, wanted) => {
    const ids = [...new Set(wanted.dossierIds)].sort();
    for (const id of ids) {
      const done = await decide(tx, ctx, deps, id, wanted.toUnitId as Id<'unit'>);
      if (!done.ok) return done;
    }
    return ok({ moved: ids.length });
  });
}

async function decide(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossierId: string,
  toUnitId: Id<'unit'>,
): Promise<Result<null>> {
  const { units } = deps.identity;
  const today = plainDateOf(ctx.now);
  const dossier = await lockDossier(tx, ctx.jurisdiction, dossierId);
  const at = dossier && (await splitPlace(tx, ctx, deps, dossier));
  if (ctx.actor.kind !== 'officer' || !dossier || !mayChoose(ctx, at ?? dossier.competent_unit_id))
    return refuse('forbidden', 'dossiers.not-assigning');
  if (!at) return refuse('conflict', 'dossiers.split-decided', { params: { code: dossier.code } });
  if (!units.successorsOn(at, today).some(({ id }) => id === toUnitId))
    return refuseField('/toUnitId', 'dossiers.not-a-successor');
  await followSplit(tx, ctx, deps, dossier, toUnitId);
  return ok(null);
}

function mayChoose(ctx: CommandContext, unitId: Id<'unit'>): boolean {
  return can(ctx.actor, 'identity.manage') || can(ctx.actor, 'dossiers.assign', [unitId]);
}

/** The split unit the dossier rests on: who decides it first of all. */
async function splitPlace(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
): Promise<Id<'unit'> | undefined> {
  const tasks = await tasksOf(tx, ctx.jurisdiction, dossier.dossier_id);
  const open = tasks.filter((task) => task.closed_at === null).map((task) => task.unit_id);
  const places = [dossier.competent_unit_id, dossier.received_unit_id, dossier.return_unit_id, ...open];
  const today = plainDateOf(ctx.now);
  return places.find((place) => isSplit(deps.identity.units, place, today));
}
