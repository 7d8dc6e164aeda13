import type { CommandContext } from '../../../kernel/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { enqueue } from '../../../platform/enqueue.ts';
import { appendEvents, recordAction } from '../../../platform/journal.ts';
import type { DossierEvent } from '../core/events.ts';
import type { DossierDeps } from './deps.ts';

/**
 * Writes what happened: events behind `lastSeq`, the action with who and from where, and one job per event for each
 * listening task, kept in order per dossier by a queue of its own. Returns the new last sequence number.
 */
export async function record(
  tx: Tx,
  ctx: CommandContext,
  deps: Pick<DossierDeps, 'newId' | 'eventTasks'>,
  what: {
    readonly command: string;
    readonly dossierId: string;
    readonly lastSeq: number;
    readonly events: readonly DossierEvent[];
  },
): Promise<number> {
  const stream = { id: what.dossierId, lastSeq: what.lastSeq };
  const recorded = await appendEvents(tx, ctx, deps.newId, stream, what.events);
  await recordAction(tx, ctx, deps.newId, { command: what.command, subjectId: what.dossierId });
  const jobs = recorded.flatMap((event) =>
    deps.eventTasks.map((task) => ({
      task,
      queue: `dossier:${what.dossierId}`,
      payload: {
        jurisdiction: ctx.jurisdiction,
        eventId: event.eventId,
        dossierId: what.dossierId,
        seq: event.seq,
        type: event.type,
        recordedAt: ctx.now.toISOString(),
        payload: event.payload,
      },
    })),
  );
  await enqueue(tx, ...jobs);
  return what.lastSeq + recorded.length;
}
