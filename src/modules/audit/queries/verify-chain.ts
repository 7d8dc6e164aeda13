import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';
import {
  type BlockSpan,
  firstBrokenBlock,
  firstFaults,
  type JournalFault,
} from '../../../platform/journal-proof.ts';
import { type Explained, isPositionExplained } from '../core/explained.ts';
import { earliestRecorded, isSetBack, runOf, type SealingRun } from '../core/sealing-clock.ts';
import type { Finding, Notice } from '../core/verdict.ts';
import { chainInParts } from './chain-in-parts.ts';

interface ReadChain {
  readonly findings: readonly Finding[];
  /** The first of each kind. */
  readonly notices: readonly Notice[];
}

/** The first row and the first block that do not stand; what follows them proves nothing more. */
export async function verifyChain(
  tx: Tx,
  jurisdiction: Jurisdiction,
  explained: Explained,
): Promise<ReadChain> {
  const notices: Notice[] = [];
  let run: SealingRun | undefined;
  for await (const blocks of chainInParts(tx, jurisdiction)) {
    const told: Notice[] = [];
    const spans = blocks.map((block) => {
      const before = run;
      run = runOf(block.sealedAt, before);
      if (run !== before && isSetBack(run)) told.push(...setBackAt(block, explained));
      return { first: block.first, last: block.last, earliest: earliestRecorded(run) };
    });
    const faults = await firstFaults(tx, jurisdiction, spans, explained.positions);
    const broken = await firstBrokenBlock(tx, jurisdiction, blocks);
    for (const notice of [...told, ...faults.flatMap(backdatedOf)])
      if (!notices.some(({ kind }) => kind === notice.kind)) notices.push(notice);
    const findings = [
      ...faults
        .flatMap(rowFindingOf)
        .sort((one, other) => one.position - other.position)
        .slice(0, 1),
      ...(broken ? [{ kind: 'block' as const, ...broken }] : []),
    ];
    if (findings.length > 0) return { findings, notices };
  }
  return { findings: [], notices };
}

function setBackAt({ block, first }: BlockSpan, explained: Explained): readonly Notice[] {
  return isPositionExplained(explained, first) ? [] : [{ kind: 'clock-back', block, position: first }];
}

function rowFindingOf({ fault, ...row }: JournalFault) {
  return fault === 'backdated' ? [] : [{ kind: 'row' as const, fault, ...row }];
}

function backdatedOf({ fault, ...row }: JournalFault): Notice[] {
  return fault === 'backdated' ? [{ kind: 'backdated', ...row }] : [];
}
