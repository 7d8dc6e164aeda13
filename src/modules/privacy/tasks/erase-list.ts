import { z } from 'zod';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/database.ts';
import { recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { eraseListTask } from '../commands/settle-erasure.ts';
import type { KeptKind, LeftBecause } from '../contract.ts';
import { firstDue } from '../core/retention.ts';
import { eraseCorrectionsOf, hasOpenCorrection } from '../store/corrections.ts';
import {
  closeItem,
  type ErasureItemRow,
  finishErasure,
  lockOpenItem,
  runningErasures,
} from '../store/erasures.ts';
import { eraseHoldTexts, isDossierHeld, retentionLock } from '../store/holds.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';
import { dropDue } from '../store/retention-due.ts';

const payloadShape = z.object({ jurisdiction: z.int(), erasureId: z.uuid() });

/**
 * Erases what stands in a confirmed list, each dossier in a transaction of its own: killed in the middle it goes on with what
 * is left, and what is done is not done twice. Each is looked at once more: one that is held by now, of which a correction is
 * asked, or that the law of today keeps longer, is left and the list says why.
 */
export async function eraseList(deps: PrivacyDeps, now: Date, payload: unknown): Promise<void> {
  const { erasureId, ...given } = payloadShape.parse(payload);
  const jurisdiction = given.jurisdiction as Jurisdiction;
  const running = await runningErasures(deps.db, jurisdiction);
  if (!running.includes(erasureId)) return;
  const ctx = {
    jurisdiction,
    actor: { kind: 'system' as const, task: eraseListTask },
    now,
    origin: { ip: undefined, userAgent: undefined },
  };
  let isLeft = true;
  while (isLeft) {
    isLeft = await deps.db.transaction().execute(async (tx) => {
      const item = await lockOpenItem(tx, jurisdiction, erasureId);
      if (item) await settleItem(deps, tx, { ...ctx, requestId: deps.newId<'request'>() }, erasureId, item);
      else await finishErasure(tx, jurisdiction, erasureId, now);
      return item !== undefined;
    });
  }
}

async function settleItem(
  deps: PrivacyDeps,
  tx: Tx,
  ctx: CommandContext,
  erasureId: string,
  item: ErasureItemRow,
): Promise<void> {
  const { dossier_id: dossierId } = item;
  await retentionLock(tx, dossierId);
  const judged = await judge(deps, tx, ctx, item);
  if ('left' in judged) {
    await closeItem(tx, ctx.jurisdiction, erasureId, dossierId, judged);
    return;
  }
  const { kinds } = judged;
  // Why the rest was held meanwhile is said about people whose facts are gone already.
  if (kinds.includes('facts') || judged.erased.includes('facts'))
    await eraseHoldTexts(tx, ctx.jurisdiction, dossierId);
  if (kinds.includes('facts')) {
    await eraseCorrectionsOf(tx, deps.seal, ctx.jurisdiction, dossierId);
    for (const other of deps.erasedWith) await other.eraseOf(tx, ctx.jurisdiction, dossierId);
  }
  await deps.kept.erase(tx, ctx, dossierId, kinds);
  await closeItem(tx, ctx.jurisdiction, erasureId, dossierId, { erasedAt: ctx.now, kinds });
  await dropDue(tx, ctx.jurisdiction, dossierId);
  await recordAction(tx, ctx, deps.newId, {
    command: 'privacy.erase-dossier',
    subjectId: dossierId,
    facts: { erasureId: journalKey(erasureId), kinds },
  });
}

/** What of it may go now, or why nothing. */
async function judge(
  deps: PrivacyDeps,
  tx: Tx,
  ctx: CommandContext,
  item: ErasureItemRow,
): Promise<
  | { readonly kinds: readonly KeptKind[]; readonly erased: readonly KeptKind[] }
  | { readonly left: LeftBecause }
> {
  const { dossier_id: dossierId } = item;
  const today = plainDateOf(ctx.now);
  const dossier = await deps.kept.lockEnded(tx, ctx.jurisdiction, dossierId);
  if (!dossier) return { left: 'gone' };
  if (await isDossierHeld(tx, ctx.jurisdiction, dossierId, today)) return { left: 'held' };
  if (await hasOpenCorrection(tx, ctx.jurisdiction, dossierId)) return { left: 'correction' };
  const due = firstDue(deps.retention, dossier, today, today);
  const kinds = due?.certain ? item.kinds.filter((kind) => due.kinds.includes(kind)) : [];
  return kinds.length === 0 ? { left: 'rule' } : { kinds, erased: dossier.erased };
}
