import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';
import { enqueue } from '../../../platform/enqueue.ts';
import { type ActionName, appendEvents, recordAction } from '../../../platform/journal.ts';
import type { DossierEvent } from '../core/events.ts';
import { keepDelegatedAct } from './delegated-acts.ts';
import type { DossierDeps } from './deps.ts';

/**
 * Writes what happened, and under whose power where it was lent: events behind `lastSeq`, the action with who and from where, and one job per event for each
 * listening task, kept in order per dossier by a queue of its own. Returns the new last sequence number.
 */
export async function record(
  tx: Tx,
  ctx: CommandContext,
  deps: Pick<DossierDeps, 'newId' | 'eventTasks'>,
  what: {
    readonly command: ActionName;
    readonly dossierId: string;
    readonly lastSeq: number;
    readonly events: readonly DossierEvent[];
    /** The delegation the officer acted under: the events, the journal and its principal's list say so. */
    readonly delegationId?: Id<'delegation'> | undefined;
    /** Who signed on paper what the officer wrote down, and under which delegation where they had no post of their own. */
    readonly signer?: { readonly signerId: Id<'person'>; readonly signedUnder?: Id<'delegation'> };
  },
): Promise<number> {
  const stream = { id: what.dossierId, lastSeq: what.lastSeq };
  const { delegationId } = what;
  const under = delegationId === undefined ? {} : { delegationId };
  const events = what.events.map((event) => ({ ...event, payload: { ...event.payload, ...under } }));
  const recorded = await appendEvents(tx, ctx, deps.newId, stream, events);
  await recordAction(tx, ctx, deps.newId, {
    command: what.command,
    subjectId: what.dossierId,
    facts: under,
  });
  const officer = ctx.actor.kind === 'officer' ? ctx.actor.personId : undefined;
  if (delegationId && officer) await keepDelegatedAct(tx, ctx, deps, { ...what, delegationId, by: officer });
  const { signedUnder, signerId } = what.signer ?? {};
  if (signedUnder && signerId && signedUnder !== delegationId)
    await keepDelegatedAct(tx, ctx, deps, { ...what, delegationId: signedUnder, by: signerId });
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
