import type { Jurisdiction } from '../../../kernel/id.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import type { Database, Tx } from '../../../platform/database.ts';
import {
  blockHash,
  entriesBehind,
  firstBrokenBlock,
  firstFaults,
  firstStrayRow,
  type JournalFault,
  pendingRows,
  unwatchedTables,
} from '../../../platform/journal-proof.ts';
import { chainEnd, daysWithoutHead, type Head, headsBefore } from '../../../platform/journal-seal.ts';
import { headText } from '../core/head-text.ts';
import { judgeHead, lateNotice, ownKeyNotice } from '../core/judge-head.ts';
import { earliestRecorded, runOf, type SealingRun } from '../core/sealing-clock.ts';
import type { TimestampAuthority } from '../core/timestamp-authority.ts';
import type { Finding, HeadFinding, Notice, Verdict } from '../core/verdict.ts';
import { chainInParts } from './chain-in-parts.ts';

/** A head as it was published, kept by somebody else. */
export interface PublishedHead {
  readonly day: PlainDate;
  readonly position: number;
  readonly hash: string;
}

export interface VerifyOptions {
  readonly jurisdiction: Jurisdiction;
  readonly now: Date;
  readonly authorities: readonly TimestampAuthority[];
  /** Heads kept outside; each must be a head of this journal too. */
  readonly published?: readonly PublishedHead[];
}

/**
 * Reads the whole journal against its seals, in one snapshot: rows against entries, entries against blocks, blocks against stamped
 * heads. Names the first row that was changed, taken away or slipped in. Tells of every head that does not stand.
 */
export function verifyJournal(db: Database, options: VerifyOptions): Promise<Verdict> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const end = await chainEnd(tx, options.jurisdiction);
      const last = end?.position ?? 0;
      const heads = await allHeads(tx, options.jurisdiction);
      const sealed = heads.at(0);
      const chain = await readChain(tx, options);
      return {
        findings: [
          ...chain.findings,
          ...(await looseFindings(tx, options.jurisdiction, last)),
          ...(await headFindings(tx, options, heads)),
        ],
        notices: [
          ...chain.notices,
          ...[...heads.map(lateNotice), ownKeyNotice(stampedByKey(options, heads))].flatMap(
            (notice) => notice ?? [],
          ),
        ],
        sealedRows: last,
        heads: heads.length,
        lastHead: sealed?.day,
        openRows: Math.max(0, last - (sealed?.position ?? 0)),
        waitingDays: (await daysWithoutHead(tx, options.jurisdiction, plainDateOf(options.now))).map(
          ({ day }) => day,
        ),
        waitingRows: await pendingRows(tx, options.jurisdiction),
      };
    });
}

/** The first row and the first block that do not stand; what follows them proves nothing more. */
async function readChain(
  tx: Tx,
  { jurisdiction }: VerifyOptions,
): Promise<{ readonly findings: readonly Finding[]; readonly notices: readonly Notice[] }> {
  const notices: Notice[] = [];
  let run: SealingRun | undefined;
  for await (const blocks of chainInParts(tx, jurisdiction)) {
    const spans = blocks.map(({ first, last, sealedAt }) => {
      run = runOf(sealedAt, run);
      return { first, last, earliest: earliestRecorded(run) };
    });
    const faults = (await firstFaults(tx, jurisdiction, spans)).toSorted((a, b) => a.position - b.position);
    const broken = await firstBrokenBlock(tx, jurisdiction, blocks);
    if (notices.length === 0) notices.push(...faults.flatMap(backdatedOf));
    const findings = [
      ...faults.flatMap(rowFindingOf).slice(0, 1),
      ...(broken ? [{ kind: 'block' as const, ...broken }] : []),
    ];
    if (findings.length > 0) return { findings, notices };
  }
  return { findings: [], notices };
}

function rowFindingOf({ fault, ...row }: JournalFault): Finding[] {
  return fault === 'backdated' ? [] : [{ kind: 'row', fault, ...row }];
}

function backdatedOf({ fault, ...row }: JournalFault): Notice[] {
  return fault === 'backdated' ? [{ kind: 'backdated', ...row }] : [];
}

async function looseFindings(tx: Tx, jurisdiction: Jurisdiction, last: number): Promise<readonly Finding[]> {
  const stray = await firstStrayRow(tx, jurisdiction);
  const entries = await entriesBehind(tx, jurisdiction, last);
  const unwatched = await unwatchedTables(tx);
  return [
    ...unwatched.map((source) => ({ kind: 'unwatched' as const, source })),
    ...(stray ? [{ kind: 'inserted' as const, ...stray }] : []),
    ...(entries > 0 ? [{ kind: 'unchained' as const, entries, after: last }] : []),
  ];
}

async function allHeads(tx: Tx, jurisdiction: Jurisdiction): Promise<readonly Head[]> {
  const heads: Head[] = [];
  for (;;) {
    const page = await headsBefore(tx, jurisdiction, heads.at(-1)?.day, 500);
    heads.push(...page);
    if (page.length < 500) return heads;
  }
}

/** Days whose heads the installation's own key has stamped, where an authority stamps now. */
function stampedByKey({ authorities }: VerifyOptions, heads: readonly Head[]): readonly PlainDate[] {
  if (authorities[0]?.kind !== 'token') return [];
  const tokens = new Set(authorities.flatMap(({ kind, name }) => (kind === 'token' ? [name] : [])));
  return heads.flatMap(({ authority, day }) => (tokens.has(authority) ? [] : [day]));
}

async function headFindings(
  tx: Tx,
  { jurisdiction, authorities, published = [] }: VerifyOptions,
  heads: readonly Head[],
): Promise<readonly HeadFinding[]> {
  const findings: HeadFinding[] = [];
  for (const [index, head] of heads.entries()) {
    const authority = authorities.find(({ name }) => name === head.authority);
    const finding = judgeHead(head, {
      chain: await blockHash(tx, jurisdiction, head.block),
      stampedAt: authority?.verify(headText({ jurisdiction, ...head }), head.stamp),
      before: heads[index + 1],
    });
    if (finding) findings.push(finding);
  }
  const known = new Map(heads.map((head) => [head.day, head]));
  for (const kept of published) {
    const head = known.get(kept.day);
    const same = head?.hash === kept.hash && head.position === kept.position;
    if (same) continue;
    const fault = head ? 'rewritten' : 'not-recorded';
    findings.push({ kind: 'head', fault, day: kept.day, position: kept.position });
  }
  return findings;
}
