import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Database, Tx } from '../../../platform/database.ts';
import {
  entriesOutside,
  firstStrayRow,
  pendingRows,
  unwatchedTables,
} from '../../../platform/journal-proof.ts';
import { readingsGone, unrecordedPruning } from '../../../platform/journal-pruning.ts';
import { chainEnd, daysWithoutHead } from '../../../platform/journal-seal.ts';
import { nothingExplained } from '../core/explained.ts';
import type { Finding, PruningFinding, Verdict } from '../core/verdict.ts';
import type { VerifyOptions } from '../core/verify-options.ts';
import { verifyChain } from './verify-chain.ts';
import { allHeads, headFindings, headNotices } from './verify-heads.ts';

/**
 * Reads the whole journal against its seals, in one snapshot: rows against entries, entries against blocks, blocks against stamped
 * heads. Names the first row that was changed, taken away or slipped in. Tells of every head that does not stand.
 */
export function verifyJournal(db: Database, options: VerifyOptions): Promise<Verdict> {
  const { jurisdiction, now, explained = nothingExplained } = options;
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      // Whoever owns the database may also name a schema that is searched before PostgreSQL's own.
      await sql`set local search_path to pg_catalog, pg_temp`.execute(tx);
      const last = (await chainEnd(tx, jurisdiction))?.position ?? 0;
      const heads = await allHeads(tx, jurisdiction);
      const sealed = heads.at(0);
      const chain = await verifyChain(tx, jurisdiction, explained);
      const findings = [
        ...chain.findings,
        ...(await looseFindings(tx, jurisdiction, last)),
        ...(await pruningFindings(tx, jurisdiction)),
        ...(await headFindings(tx, options, heads)),
      ];
      return {
        findings,
        notices: [...chain.notices, ...headNotices(options, heads, explained)],
        sealedRows: last,
        heads: heads.length,
        lastHead: sealed?.day,
        openRows: Math.max(0, last - (sealed?.position ?? 0)),
        waitingDays: (await daysWithoutHead(tx, jurisdiction, plainDateOf(now))).map(({ day }) => day),
        waitingRows: await pendingRows(tx, jurisdiction),
      };
    });
}

async function looseFindings(tx: Tx, jurisdiction: Jurisdiction, last: number): Promise<readonly Finding[]> {
  const stray = await firstStrayRow(tx, jurisdiction);
  const entries = await entriesOutside(tx, jurisdiction, last);
  const unwatched = await unwatchedTables(tx);
  return [
    ...unwatched.map((source) => ({ kind: 'unwatched' as const, source })),
    ...(stray ? [{ kind: 'inserted' as const, ...stray }] : []),
    ...(entries > 0 ? [{ kind: 'unchained' as const, entries, after: last }] : []),
  ];
}

/** Readings are forgotten by a command that is in the journal, and no more of them than it says. */
async function pruningFindings(tx: Tx, jurisdiction: Jurisdiction): Promise<readonly PruningFinding[]> {
  const pruningId = await unrecordedPruning(tx, jurisdiction);
  const { gone, pruned } = await readingsGone(tx, jurisdiction);
  return [
    ...(pruningId === undefined ? [] : [{ kind: 'pruning', fault: 'unrecorded', pruningId } as const]),
    ...(gone > pruned ? [{ kind: 'pruning', fault: 'more', readings: gone - pruned } as const] : []),
  ];
}
