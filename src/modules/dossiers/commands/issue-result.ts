import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuseField } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { resultTypes } from '../../catalogue/public.ts';
import type { CompleteTaskInput, ResultInput } from '../contract.ts';
import type { DossierEvent } from '../core/events.ts';
import { isRunOut } from '../core/new-date.ts';
import { checkSettled } from '../core/parts.ts';
import { findClock } from '../store/clock-row.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { resultFilesOf } from '../store/files.ts';
import { partsOf } from '../store/parts.ts';
import { standingUnit } from '../store/standing-unit.ts';
import { tasksOf } from '../store/tasks.ts';
import type { LockedTask } from './lock-task.ts';

/** The result that a step of kind `issue` leaves behind; nothing for other steps. Takes the book's number lock: last. */
export async function issueResult(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  { dossier, task }: LockedTask,
  wanted: CompleteTaskInput,
): Promise<Result<readonly DossierEvent[]>> {
  if (task.kind !== 'issue' || wanted.outcome === 'back') return ok([]);
  if (!wanted.result) {
    return refuseField('/result/typeCode', 'dossiers.result-missing');
  }
  const signed = (await tasksOf(tx, ctx.jurisdiction, dossier.dossier_id)).findLast(
    (other) => other.kind === 'sign' && other.outcome === 'forward',
  );
  const signerLines = Array.isArray(signed?.facts.signerLines) ? signed.facts.signerLines.map(String) : [];
  const signerId = signed?.closed_by_person ?? undefined;
  return registerResult(tx, ctx, deps, dossier, wanted.result, { signerLines, signerId });
}

/** Enters the result of a dossier in the register and says so; refuses a type its procedure does not have, and while one of
 * the procedures it carries is open. */
export async function registerResult(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  result: ResultInput,
  signer: { readonly signerLines: readonly string[]; readonly signerId: Id<'person'> | undefined },
): Promise<Result<readonly DossierEvent[]>> {
  const settled = checkSettled(await partsOf(tx, ctx.jurisdiction, dossier.dossier_id));
  if (!settled.ok) return settled;
  const version = await deps.catalogue.getVersion(tx, ctx.jurisdiction, dossier.procedure_version_id);
  if (!version.ok) return version;
  if (!resultTypes(version.value).some((each) => each.code === result.typeCode)) {
    return refuseField('/result/typeCode', 'dossiers.result-type-unknown');
  }
  const today = plainDateOf(ctx.now);
  if (result.issuedOn > today) return refuseField('/result/issuedOn', 'dossiers.result-in-future');
  if (dossier.accepted_at && result.issuedOn < plainDateOf(dossier.accepted_at)) {
    return refuseField('/result/issuedOn', 'dossiers.result-before-intake');
  }
  if (result.fileId !== undefined) {
    const scans = await resultFilesOf(tx, ctx.jurisdiction, dossier.dossier_id);
    if (!scans.includes(result.fileId)) return refuseField('/result/fileId', 'dossiers.file-not-found');
  }
  const registered = await deps.documents.commands.registerResult(tx, ctx, {
    subjectId: dossier.dossier_id,
    typeCode: result.typeCode,
    unitId: standingUnit(deps.identity.units, dossier.competent_unit_id, today),
    book: result.book,
    issuedOn: result.issuedOn as PlainDate,
    number: result.number || undefined,
    fileId: result.fileId as Id<'file'> | undefined,
    ...signer,
  });
  if (!registered.ok) return registered;
  const { resultId, typeCode, number } = registered.value;
  const clock = await findClock(tx, ctx.jurisdiction, dossier.dossier_id);
  const onTime =
    dossier.promised_at && clock
      ? !isRunOut({ forecastAt: clock.forecast_at, remaining: clock.remaining?.amount ?? null }, ctx.now)
      : null;
  return ok([{ type: 'dossiers.completed', payload: { resultId, typeCode, number, onTime } }]);
}
