import type { Connection } from '../../../platform/database.ts';
import { type BlockSpan, blocksAfter } from '../../../platform/journal-proof.ts';

const blocksAtOnce = 2000;
/** Rows of one part: some hundred milliseconds of work, in little memory. */
const rowsAtOnce = 40_000;

/** The whole chain, some blocks at a time: few long ones or many short ones. */
export async function* chainInParts(
  db: Connection,
  jurisdiction: number,
): AsyncIterable<readonly BlockSpan[]> {
  let after = 0;
  for (;;) {
    const blocks = await blocksAfter(db, jurisdiction, after, blocksAtOnce);
    yield* inParts(blocks);
    const last = blocks.at(-1);
    if (!last || blocks.length < blocksAtOnce) return;
    after = last.block;
  }
}

function* inParts(blocks: readonly BlockSpan[]): Iterable<readonly BlockSpan[]> {
  let part: BlockSpan[] = [];
  let rows = 0;
  for (const block of blocks) {
    part.push(block);
    rows += block.last - block.first + 1;
    if (rows < rowsAtOnce) continue;
    yield part;
    part = [];
    rows = 0;
  }
  if (part.length > 0) yield part;
}
