import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { type ReceiveSupplementInput, receiveSupplementInput } from '../contract.ts';
import { paperTaken } from '../core/intake.ts';
import { checkAnswer, unlistedPaper } from '../core/supplement.ts';
import { componentsOf, saveChecks } from '../store/components.ts';
import type { DossierDeps } from '../store/deps.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { supplementItemsOf } from '../store/supplements.ts';
import { type LockedSupplement, lockOfficeSupplement } from './lock-supplement.ts';
import { resumeAfterSupplement } from './resume-after-supplement.ts';

/** Papers that came over the counter, as the officer found them: the dossier goes on where it stood. */
export function receiveSupplement(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  return runCommand(
    deps,
    ctx,
    'dossiers.receive-supplement',
    receiveSupplementInput,
    input,
    async (tx, wanted) => {
      const locked = await lockOfficeSupplement(tx, ctx, deps, wanted);
      if (!locked.ok) return locked;
      const whole = await checkReceived(tx, ctx, locked.value, wanted);
      if (!whole.ok) return whole;
      const { dossier, request } = locked.value;
      await saveChecks(tx, ctx, dossier.dossier_id, wanted.components);
      const closing = { as: 'counter', note: wanted.note } as const;
      const resumed = await resumeAfterSupplement(tx, ctx, deps, dossier, request, closing);
      if (!resumed.ok) return resumed;
      const payload = { requestId: request.request_id, channel: 'counter' } as const;
      const lastSeq = await record(tx, ctx, deps, {
        delegationId: locked.value.delegationId,
        command: 'dossiers.receive-supplement',
        dossierId: dossier.dossier_id,
        lastSeq: dossier.last_seq,
        events: [{ type: 'dossiers.supplementAnswered', payload }, ...resumed.value],
      });
      await saveDossier(tx, ctx.jurisdiction, dossier, {}, lastSeq);
      return ok(null);
    },
  );
}

/** Only papers that were asked for are received here, and every one of them or a word why not. */
async function checkReceived(
  tx: Tx,
  ctx: CommandContext,
  { dossier, request }: LockedSupplement,
  { components, note }: ReceiveSupplementInput,
): Promise<Result<null>> {
  const items = (await supplementItemsOf(tx, ctx.jurisdiction, dossier.dossier_id)).filter(
    (item) => item.request_id === request.request_id,
  );
  const outside = components.find((check) => !items.some((item) => item.key === check.key));
  if (outside) return refuse('invalid', unlistedPaper, { params: { component: outside.key } });
  const listed = await componentsOf(tx, ctx.jurisdiction, dossier.dossier_id);
  const paper = listed.flatMap((component) => paperTaken(component, components));
  if (paper.length > 0) return refuse('invalid', 'dossiers.intake-incomplete', { fields: paper });
  const isThere = new Set(
    components
      .filter((check) => check.receivedOriginals + check.receivedCopies > 0 || check.comparedWithOriginal)
      .map((check) => check.key),
  );
  const uploaded = items.filter((item) => item.fileIds.length > 0).map((item) => item.key);
  return checkAnswer(items, new Set([...isThere, ...uploaded]), note);
}
