import type { CommandContext } from '../../../kernel/context.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/database.ts';
import type { ActionName } from '../../../platform/journal.ts';
import type { KeptDossiers, KeptKind } from '../../privacy/public.ts';
import type { DossierEvent } from '../core/events.ts';
import type { DossierDeps } from '../store/deps.ts';
import { findDossierByCode, lockDossier } from '../store/dossier-row.ts';
import { endedProcedures, endedUntil, lockEnded } from '../store/ended-dossiers.ts';
import { eraseFacts, filesToErase, markErased } from '../store/erase-dossier.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { dropDrafts, lockUntouched } from '../store/untouched-drafts.ts';

/** What retention does with dossiers: privacy decides which and when, and asks inside its own transaction. */
export function createKeptDossiers(deps: DossierDeps): KeptDossiers {
  return {
    endedProcedures,
    endedUntil,
    lockEnded,
    async findByCode(connection, jurisdiction, code) {
      const dossier = await findDossierByCode(connection, jurisdiction, code);
      if (!dossier) return undefined;
      const { dossier_id: dossierId, competent_unit_id: unitId, erased_kinds: erased } = dossier;
      return { dossierId, code: dossier.code, unitId, erased };
    },
    async dropDrafts(tx, jurisdiction, before, now, limit) {
      const draftIds = await lockUntouched(tx, jurisdiction, before, limit);
      await dropDrafts(tx, deps, jurisdiction, draftIds, now);
      return draftIds.length;
    },
    warnOwner: (tx, ctx, dossierId, dueOn) => warnOwner(deps, tx, ctx, dossierId, dueOn),
    erase: (tx, ctx, dossierId, kinds) => eraseDossier(deps, tx, ctx, dossierId, kinds),
  };
}

async function warnOwner(
  deps: DossierDeps,
  tx: Tx,
  ctx: CommandContext,
  dossierId: string,
  dueOn: PlainDate,
): Promise<void> {
  await append(deps, tx, ctx, 'dossiers.warn-of-erasing', dossierId, {
    type: 'dossiers.erasingAnnounced',
    payload: { dueOn },
  });
}

/** Files go before the facts: the draft that named some of them goes with these. */
async function eraseDossier(
  deps: DossierDeps,
  tx: Tx,
  ctx: CommandContext,
  dossierId: string,
  kinds: readonly KeptKind[],
): Promise<void> {
  for (const kind of kinds) {
    if (kind === 'facts') continue;
    const files = await filesToErase(tx, ctx.jurisdiction, dossierId, kind);
    await deps.documents.commands.eraseFiles(tx, ctx.jurisdiction, files, ctx.now);
    await markErased(tx, ctx.jurisdiction, dossierId, kind);
  }
  if (kinds.includes('facts')) await eraseFacts(tx, ctx.jurisdiction, dossierId, ctx.now);
  await append(deps, tx, ctx, 'dossiers.erase', dossierId, { type: 'dossiers.erased', payload: { kinds } });
}

async function append(
  deps: DossierDeps,
  tx: Tx,
  ctx: CommandContext,
  command: ActionName,
  dossierId: string,
  event: DossierEvent,
): Promise<void> {
  const dossier = await lockDossier(tx, ctx.jurisdiction, dossierId);
  if (!dossier) throw new Error(`no dossier ${dossierId}`);
  const lastSeq = await record(tx, ctx, deps, {
    command,
    dossierId,
    lastSeq: dossier.last_seq,
    events: [event],
  });
  await saveDossier(tx, ctx.jurisdiction, dossier, {}, lastSeq);
}
