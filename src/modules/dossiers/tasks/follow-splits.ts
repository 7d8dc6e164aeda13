import type { CommandContext } from '../../../kernel/context.ts';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok } from '../../../kernel/result.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import type { DossierDeps } from '../store/deps.ts';
import { lockDossier } from '../store/dossier-row.ts';
import { followSplit } from '../store/follow-split.ts';
import { openAtSplitUnits, type SplitDossier } from '../store/split-dossiers.ts';

/** Moves open work of split units to the successors that the rules name; every five minutes. */
export const followSplitsTask = 'dossiers.follow-splits';

const page = 200;

/**
 * Walks the open dossiers of split units and moves those a rule decides, each in a transaction of its own: broken off, it
 * goes on with what is left. An officer who is faster moves the dossier by working on it. Returns how many moved.
 */
export async function followSplits(
  deps: DossierDeps,
  jurisdiction: Jurisdiction,
  now: Date,
): Promise<number> {
  const { units } = deps.identity;
  const today = plainDateOf(now);
  const split = units.splitUnits(today);
  if (split.length === 0) return 0;
  const ctx: Omit<CommandContext, 'requestId'> = {
    jurisdiction,
    actor: { kind: 'system', task: followSplitsTask },
    now,
    origin: { ip: undefined, userAgent: undefined },
  };
  let moved = 0;
  let after: { submittedAt: string; dossierId: string } | undefined;
  let rows: readonly SplitDossier[];
  do {
    rows = await openAtSplitUnits(deps.db, jurisdiction, split, { after, limit: page });
    for (const row of rows) {
      const work = { procedure: row.procedure_code, sector: row.sector };
      if (!split.some((unitId) => units.heirFor(unitId, today, work) !== undefined)) continue;
      await inTransaction(deps.db, async (tx) => {
        const dossier = await lockDossier(tx, jurisdiction, row.dossier_id);
        if (!dossier) return ok(null);
        const then = await followSplit(tx, { ...ctx, requestId: deps.newId<'request'>() }, deps, dossier);
        if (then !== dossier) moved++;
        return ok(null);
      });
    }
    const last = rows.at(-1);
    after = last && { submittedAt: last.submitted_text, dossierId: last.dossier_id };
  } while (rows.length === page);
  return moved;
}
