import { newUuidV7 } from '../../platform/ids.ts';
import type { GuardedFunction } from './guarded-function.ts';

const id = newUuidV7();

/** What people asked about their data, and what falls due. */
export const privacyRules: Readonly<Record<string, GuardedFunction>> = {
  'privacy.commands.answerCorrection': {
    needs: ['privacy.answer'],
    ask: (m, ctx) => m.privacy.commands.answerCorrection(ctx, {}),
  },
  'privacy.retention.due': keepRecords((m, ctx) => m.privacy.retention.due(ctx, {})),
  'privacy.retention.holds': keepRecords((m, ctx) => m.privacy.retention.holds(ctx)),
  'privacy.retention.erasures': keepRecords((m, ctx) => m.privacy.retention.erasures(ctx)),
  'privacy.retention.erasure': keepRecords((m, ctx) => m.privacy.retention.erasure(ctx, id)),
  'privacy.retention.putHold': keepRecords((m, ctx) => m.privacy.retention.putHold(ctx, {})),
  'privacy.retention.liftHold': keepRecords((m, ctx) => m.privacy.retention.liftHold(ctx, {})),
  'privacy.retention.fixErasure': keepRecords((m, ctx) => m.privacy.retention.fixErasure(ctx, {})),
  'privacy.retention.confirmErasure': keepRecords((m, ctx) => m.privacy.retention.confirmErasure(ctx, {})),
  'privacy.retention.dropErasure': keepRecords((m, ctx) => m.privacy.retention.dropErasure(ctx, {})),
  'privacy.queries.openCorrections': {
    needs: ['privacy.answer'],
    ask: (m, ctx) => m.privacy.queries.openCorrections(ctx),
  },
};

function keepRecords(ask: GuardedFunction['ask']): GuardedFunction {
  return { needs: ['privacy.keep'], ask };
}
