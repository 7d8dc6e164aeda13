import type { CommandContext } from '../../../kernel/context.ts';
import { type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { type AcceptDossierInput, type AcceptedDossier, acceptDossierInput } from '../contract.ts';
import { checkIntake } from '../core/intake.ts';
import { phaseAfter } from '../core/life-cycle.ts';
import { componentsOf, saveChecks } from '../store/components.ts';
import type { DossierDeps } from '../store/deps.ts';
import { findRepresentation, markRepresentationChecked } from '../store/representations.ts';
import { type TaskRow, tasksOf } from '../store/tasks.ts';
import { finishIntake } from './finish-intake.ts';
import { lockForIntake } from './lock-for-office.ts';

/**
 * Formal acceptance of a submitted dossier (status 2): papers held against the published list, fee recorded, promise
 * issued with its explanation, register serial taken, receipt letter ordered, first step opened.
 */
export function acceptDossier(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<AcceptedDossier>> {
  return runCommand(deps, ctx, 'dossiers.accept', acceptDossierInput, input, (tx, wanted) =>
    accept(tx, ctx, deps, wanted),
  );
}

async function accept(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  wanted: AcceptDossierInput,
): Promise<Result<AcceptedDossier>> {
  const dossier = await lockForIntake(tx, ctx, deps, 'dossiers.accept', wanted);
  if (!dossier.ok) return dossier;
  const phase = phaseAfter(dossier.value.phase, 'accept');
  if (!phase.ok) return phase;
  const intake = openIntake(await tasksOf(tx, ctx.jurisdiction, wanted.dossierId));
  if (intake.waiting !== null) return refuse('conflict', 'dossiers.supplement-open');
  const representation = await findRepresentation(tx, ctx.jurisdiction, wanted.dossierId);
  if (representation?.document !== undefined && wanted.representationChecked !== true) {
    return refuseField('/representationChecked', 'dossiers.representation-unchecked');
  }
  const listed = await componentsOf(tx, ctx.jurisdiction, wanted.dossierId);
  const uploaded = new Set(listed.filter((paper) => paper.fileIds.length > 0).map((paper) => paper.key));
  const checked = checkIntake(listed, wanted.components, {
    uploaded,
    hasForm: dossier.value.form_version_id !== null,
  });
  if (!checked.ok) return checked;
  await saveChecks(tx, ctx, dossier.value.dossier_id, wanted.components);
  if (representation?.document !== undefined)
    await markRepresentationChecked(tx, ctx, dossier.value.dossier_id);
  return finishIntake(tx, ctx, deps, dossier.value, intake, { fee: wanted.fee, letter: true });
}

function openIntake(tasks: readonly TaskRow[]): TaskRow {
  const intake = tasks.find((task) => task.kind === 'intake' && task.closed_at === null);
  if (!intake) throw new Error('a submitted dossier has an open intake task');
  return intake;
}
