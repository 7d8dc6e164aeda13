import type { Reorganisation } from '../../core/reorganisation/reorganisation.ts';
import type { ReorganisationDeps } from '../../store/reorganisation-deps.ts';
import { carryOutReorganisation } from './carry-out.ts';
import { correctUnit } from './correct-unit.ts';
import { createReorganisation, discardReorganisation, editReorganisation, saveHead } from './draft.ts';
import { undoReorganisation } from './undo.ts';

/** What changes the unit tree, over the one the module keeps in memory. */
export function reorganisationCommands(
  deps: ReorganisationDeps,
): Omit<Reorganisation, 'list' | 'view' | 'unit'> {
  return {
    create: (ctx, input) => createReorganisation(deps, ctx, input),
    saveHead: (ctx, input) => saveHead(deps, ctx, input),
    edit: (ctx, input) => editReorganisation(deps, ctx, input),
    discard: (ctx, input) => discardReorganisation(deps, ctx, input),
    carryOut: (ctx, input) => carryOutReorganisation(deps, ctx, input),
    undo: (ctx, input) => undoReorganisation(deps, ctx, input),
    correctUnit: (ctx, input) => correctUnit(deps, ctx, input),
  };
}
