import type { QueryContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { can } from '../../identity/public.ts';
import type { OpenSplit, Phase } from '../contract.ts';
import { isSplit } from '../core/split-moves.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { successorLabels, unitLabel } from './unit-label.ts';

const running: readonly Phase[] = ['submitted', 'accepted', 'inProcess', 'completed'];

/**
 * What holds an open dossier up after its agency was split: nobody has chosen yet who goes on, so that no step is taken
 * (`dossiers.split-undecided`). Undefined where a rule of the reorganisation moves it.
 */
export function openSplit(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: Pick<DossierRow, 'phase' | 'competent_unit_id' | 'procedure_code' | 'sector'>,
): OpenSplit | undefined {
  const { units } = deps.identity;
  const { competent_unit_id: unitId, procedure_code: procedure, sector } = dossier;
  const today = plainDateOf(ctx.now);
  if (!running.includes(dossier.phase) || !isSplit(units, unitId, today)) return undefined;
  if (units.heirFor(unitId, today, { procedure, sector })) return undefined;
  return {
    unit: unitLabel(deps, ctx, unitId),
    choices: successorLabels(deps, ctx, unitId),
    mayChoose: can(ctx.actor, 'identity.manage') || can(ctx.actor, 'dossiers.assign', [unitId]),
  };
}
