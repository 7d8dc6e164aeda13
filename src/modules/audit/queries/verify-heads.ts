import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';
import { blockHash } from '../../../platform/journal-proof.ts';
import { type Head, headsBefore } from '../../../platform/journal-seal.ts';
import { type Explained, isDayExplained } from '../core/explained.ts';
import { headText } from '../core/head-text.ts';
import { judgeHead, lateNotice, ownKeyNotice } from '../core/judge-head.ts';
import type { HeadFinding, Notice } from '../core/verdict.ts';
import type { VerifyOptions } from '../core/verify-options.ts';

/** All heads, newest first. */
export async function allHeads(tx: Tx, jurisdiction: Jurisdiction): Promise<readonly Head[]> {
  const heads: Head[] = [];
  for (;;) {
    const page = await headsBefore(tx, jurisdiction, heads.at(-1)?.day, 500);
    heads.push(...page);
    if (page.length < 500) return heads;
  }
}

/** What heads leave to be explained: stamped late, or by the installation's own key where an authority stamps now. */
export function headNotices(
  { authorities }: Pick<VerifyOptions, 'authorities'>,
  heads: readonly Head[],
  explained: Explained,
): readonly Notice[] {
  const wanted = heads.filter(({ day }) => !isDayExplained(explained, day));
  const tokens = new Set(authorities.flatMap(({ kind, name }) => (kind === 'token' ? [name] : [])));
  const byKey = wanted.flatMap(({ authority, day }) => (tokens.has(authority) ? [] : [day]));
  const notices = [
    ...wanted.map(lateNotice),
    authorities[0]?.kind === 'token' ? ownKeyNotice(byKey) : undefined,
  ];
  return notices.flatMap((notice) => notice ?? []);
}

/** Heads that do not stand, and those that others have kept and that are none of this journal. */
export async function headFindings(
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
