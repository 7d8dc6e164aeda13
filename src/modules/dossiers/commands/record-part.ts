import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { recordPartInput } from '../contract.ts';
import { checkPartChange } from '../core/parts.ts';
import type { DossierDeps } from '../store/deps.ts';
import { partsOf, savePart } from '../store/parts.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { lockWork } from './lock-task.ts';

/** How far one of the other procedures of a dossier is, by whoever holds one of its open steps. */
export function recordPart(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly dossierId: string }>> {
  return runCommand(deps, ctx, 'dossiers.record-part', recordPartInput, input, async (tx, wanted) => {
    const locked = await lockWork(tx, ctx, deps, wanted.taskId);
    if (!locked.ok) return locked;
    const { dossier, officer } = locked.value;
    const id = dossier.dossier_id;
    const part = (await partsOf(tx, ctx.jurisdiction, id)).find(({ code }) => code === wanted.code);
    if (!part) return refuse('not-found', 'dossiers.part-not-found');
    const changed = checkPartChange(part.state, wanted.state);
    if (!changed.ok) return changed;
    if (wanted.state === 'done' && wanted.on > plainDateOf(ctx.now)) {
      return refuseField('/on', 'dossiers.result-in-future');
    }
    await savePart(tx, ctx, id, wanted, officer.accountId);
    const lastSeq = await record(tx, ctx, deps, {
      delegationId: locked.value.delegationId,
      command: 'dossiers.record-part',
      dossierId: id,
      lastSeq: dossier.last_seq,
      events: [
        {
          type: 'dossiers.partChanged',
          payload: {
            part: wanted.code,
            as: wanted.state,
            ...(wanted.state === 'done' && { number: wanted.number }),
          },
        },
      ],
    });
    await saveDossier(tx, ctx.jurisdiction, dossier, {}, lastSeq);
    return ok({ dossierId: id });
  });
}
