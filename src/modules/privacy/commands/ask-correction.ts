import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { once, recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { askCorrectionInput } from '../contract.ts';
import { dueOn } from '../core/deadlines.ts';
import { ownAccountsAlone } from '../core/own-accounts-alone.ts';
import { correctionsOf } from '../store/corrections.ts';
import { tracesOf } from '../store/erasures.ts';
import { retentionLock } from '../store/holds.ts';
import { oneAtATime } from '../store/one-at-a-time.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';
import { correctionContext } from '../store/sealed-tables.ts';

/** More open requests of one person than this are a nuisance, not a right. */
const mostOpen = 10;

/**
 * Asks for a fact to be put right (Law 91/2025/QH15). About a dossier it goes to the agency that decides on it, else to
 * whoever answers for the whole jurisdiction; the clock is the law's of the day it was asked.
 */
export async function askCorrection(
  deps: PrivacyDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly correctionId: string; readonly dueOn: string }>> {
  const parsed = parseInput(askCorrectionInput, input);
  if (!parsed.ok) return parsed;
  const { field, dossierId, text } = parsed.value;
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return refuse('unauthenticated', 'privacy.sign-in-first');
  const place = dossierId === undefined ? undefined : await deps.ownDossiers.placeOf(ctx, dossierId);
  if (place && !place.ok) return place;
  return inTransaction(deps.db, (tx) =>
    once(tx, ctx, 'privacy.ask-correction', parsed.value, async () => {
      await oneAtATime(tx, actor.personId);
      // What is asked about a dossier goes with it: nothing is written once it is gone, or while it goes.
      if (dossierId !== undefined) {
        await retentionLock(tx, dossierId);
        const erased = await tracesOf(tx, ctx.jurisdiction, dossierId);
        if (erased.some(({ kinds }) => kinds.includes('facts'))) return refuse('conflict', 'dossiers.erased');
      }
      const earlier = await correctionsOf(tx, ctx.jurisdiction, actor.personId, ownAccountsAlone(actor), 50);
      if (earlier.filter((each) => each.answered_at === null).length >= mostOpen)
        return refuse('too-many', 'privacy.corrections-open');
      const due = dueOn(deps.deadlines, 'correction', plainDateOf(ctx.now));
      const correctionId = deps.newId<'correction'>();
      await sql`
        insert into privacy.correction (jurisdiction, correction_id, person_id, account_id, field, dossier_id,
          dossier_code, unit_id, asked_sealed, asked_at, due_on, due_source)
        values (${ctx.jurisdiction}, ${correctionId}, ${actor.personId}, ${actor.accountId}, ${field},
          ${dossierId ?? null}, ${place?.value.code ?? null}, ${place?.value.unitId ?? null},
          ${deps.seal.seal(text, correctionContext)}, ${ctx.now}, ${due.on}, ${due.source})`.execute(tx);
      await recordAction(tx, ctx, deps.newId, {
        command: 'privacy.ask-correction',
        subjectId: correctionId,
        facts: { field, ...(dossierId !== undefined && { dossierId: journalKey(dossierId) }) },
      });
      return ok({ correctionId, dueOn: due.on });
    }),
  );
}
