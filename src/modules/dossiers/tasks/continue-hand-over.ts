import { z } from 'zod';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { ok } from '../../../kernel/result.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { continueHandOverTask } from '../commands/hand-over.ts';
import { moveHeld } from '../commands/move-held.ts';
import type { DossierDeps } from '../store/deps.ts';
import { lockHandOver } from '../store/hand-overs.ts';

const payloadShape = z.object({ jurisdiction: z.int(), handOverId: z.uuid(), requestId: z.uuid() });

/**
 * Goes on with a hand-over, one transaction a hundred dossiers, until nothing is left. Broken off, it is run again and
 * finds what is left: nothing moves twice.
 */
export async function continueHandOver(deps: DossierDeps, now: Date, payload: unknown): Promise<void> {
  const { jurisdiction, handOverId, requestId } = payloadShape.parse(payload);
  const ctx: CommandContext = {
    jurisdiction: jurisdiction as Jurisdiction,
    actor: { kind: 'system', task: continueHandOverTask },
    now,
    origin: { ip: undefined, userAgent: undefined },
    requestId,
  };
  for (;;) {
    const step = await inTransaction(deps.db, async (tx) => {
      const row = await lockHandOver(tx, jurisdiction, handOverId);
      return ok(!row || row.finished_at ? true : (await moveHeld(tx, ctx, deps, row)).isFinished);
    });
    if (!step.ok || step.value) return;
  }
}
