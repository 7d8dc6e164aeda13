import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { feeFor } from '../../catalogue/public.ts';
import type { PerformedStep, ProcessFacts } from '../../process/public.ts';
import { catalogueChannel } from '../core/catalogue-channel.ts';
import { missingOpinions } from '../core/opinions.ts';
import { metPreconditions } from '../core/preconditions.ts';
import { componentsOf } from '../store/components.ts';
import type { DossierDeps } from '../store/deps.ts';
import { resultFilesOf } from '../store/files.ts';
import { opinionsOf } from '../store/opinions.ts';
import type { LockedTask } from './lock-task.ts';

/** What the process looks at when a step goes forward: case and channel for its choices, what it demands where it does. */
export async function processFacts(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  locked: LockedTask,
  step: PerformedStep,
): Promise<Result<ProcessFacts>> {
  const { dossier } = locked;
  const facts = { case: dossier.case_key, channel: dossier.channel, answers: dossier.answers };
  if (!step.preconditions?.length) return ok(facts);
  const met = await findMet(tx, ctx, deps, locked);
  return met.ok ? ok({ ...facts, met: met.value }) : met;
}

async function findMet(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  { dossier, task }: LockedTask,
): Promise<Result<NonNullable<ProcessFacts['met']>>> {
  const { jurisdiction } = ctx;
  const id = dossier.dossier_id;
  const version = await deps.catalogue.getVersion(tx, jurisdiction, dossier.procedure_version_id);
  if (!version.ok) return version;
  const listed = await componentsOf(tx, jurisdiction, id);
  const receipts = await deps.payments.receiptsOf(tx, jurisdiction, id);
  return ok(
    metPreconditions({
      components: listed.map(({ need, byForm, receivedOriginals }) => ({
        need,
        byForm,
        isChecked: receivedOriginals !== null,
      })),
      fee: {
        due: feeFor(version.value, dossier.case_key, catalogueChannel(dossier.channel)).total,
        collected: receipts.reduce((sum, receipt) => sum + receipt.amount, 0),
      },
      resultFiles: (await resultFilesOf(tx, jurisdiction, id)).length,
      missingOpinions: missingOpinions(await opinionsOf(tx, jurisdiction, id), task.task_id, ctx.now).length,
    }),
  );
}
