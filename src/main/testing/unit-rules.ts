import { newUuidV7 } from '../../platform/ids.ts';
import type { GuardedFunction } from './guarded-function.ts';

const id = newUuidV7();

/** The unit tree, for administrators; carrying out and undoing want a fresh proof, which everybody here has just given. */
export const unitRules: Readonly<Record<string, GuardedFunction>> = {
  'identity.reorganisation.list': administer((m, ctx) => m.identity.reorganisation.list(ctx)),
  'identity.reorganisation.view': administer((m, ctx) => m.identity.reorganisation.view(ctx, id)),
  'identity.reorganisation.unit': administer((m, ctx) => m.identity.reorganisation.unit(ctx, id)),
  'identity.reorganisation.create': administer((m, ctx) => m.identity.reorganisation.create(ctx, {})),
  'identity.reorganisation.saveHead': administer((m, ctx) => m.identity.reorganisation.saveHead(ctx, {})),
  'identity.reorganisation.edit': administer((m, ctx) => m.identity.reorganisation.edit(ctx, {})),
  'identity.reorganisation.discard': administer((m, ctx) => m.identity.reorganisation.discard(ctx, {})),
  'identity.reorganisation.carryOut': administer((m, ctx) => m.identity.reorganisation.carryOut(ctx, {})),
  'identity.reorganisation.undo': administer((m, ctx) => m.identity.reorganisation.undo(ctx, {})),
  'identity.reorganisation.correctUnit': administer((m, ctx) =>
    m.identity.reorganisation.correctUnit(ctx, {}),
  ),
};

function administer(ask: GuardedFunction['ask']): GuardedFunction {
  return { needs: ['identity.manage'], ask };
}
