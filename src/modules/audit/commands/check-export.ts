import { createHash } from 'node:crypto';
import { parsePlainDate } from '../../../kernel/plain-date.ts';
import {
  type ExportBlock,
  type ExportHeader,
  type ExportLine,
  type ExportRow,
  exportLine,
} from '../core/export-lines.ts';
import { headText } from '../core/head-text.ts';
import type { TimestampAuthority } from '../core/timestamp-authority.ts';

/** What an export proves by itself, without the database it came from. */
export interface ExportVerdict {
  readonly rows: number;
  /** More was found than the export holds. */
  readonly cut: boolean;
  /** The day whose stamped head covers the rows; undefined while they are under none. */
  readonly provenBy: string | undefined;
  /** Sentences-to-be: the first line or position that does not hold. */
  readonly fault:
    | undefined
    | {
        readonly kind: 'unreadable' | 'count' | 'row' | 'block' | 'gap' | 'head' | 'stamp';
        /** Line of the file for `unreadable`, rows there should be for `count`, else position in the journal. */
        readonly at: number;
      };
}

/**
 * Checks the lines of an export: each row against its block, each block against the one before, the last against the head; and that it has
 * as many rows as its first line says, which finds a file that lost some on its way, not one whose first line was changed with them.
 */
export async function checkExport(
  lines: AsyncIterable<string>,
  authorities: readonly Pick<TimestampAuthority, 'name' | 'verify'>[],
): Promise<ExportVerdict> {
  const read = await readExport(lines);
  if ('fault' in read) return { rows: 0, cut: false, provenBy: undefined, fault: read.fault };
  const { header, rows, blocks } = read;
  const fault =
    wrongCount(header, rows) ??
    firstWrongBlock(header, blocks) ??
    firstWrongRow(rows, blocks) ??
    wrongHead(header, blocks, authorities);
  return {
    rows: rows.length,
    cut: header.version === 2 && header.cut,
    provenBy: fault ? undefined : header.head?.day,
    fault,
  };
}

interface Read {
  readonly header: ExportHeader;
  readonly rows: readonly ExportRow[];
  readonly blocks: readonly ExportBlock[];
}

async function readExport(
  lines: AsyncIterable<string>,
): Promise<Read | { readonly fault: ExportVerdict['fault'] }> {
  let header: ExportHeader | undefined;
  const rows: ExportRow[] = [];
  const blocks: ExportBlock[] = [];
  let at = 0;
  for await (const text of lines) {
    at += 1;
    if (text.trim() === '') continue;
    const line = parseLine(text);
    if (!line || (header === undefined) !== (line.kind === 'motcua-journal-export')) {
      return { fault: { kind: 'unreadable', at } };
    }
    if (line.kind === 'row') rows.push(line);
    else if (line.kind === 'block') blocks.push(line);
    else header = line;
  }
  return header ? { header, rows, blocks } : { fault: { kind: 'unreadable', at } };
}

function parseLine(text: string): ExportLine | undefined {
  try {
    return exportLine.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function wrongCount(header: ExportHeader, rows: readonly ExportRow[]): ExportVerdict['fault'] {
  if (header.version === 1 || header.rows === rows.length) return undefined;
  return { kind: 'count', at: header.rows };
}

function firstWrongBlock(header: ExportHeader, blocks: readonly ExportBlock[]): ExportVerdict['fault'] {
  let before: ExportBlock | undefined;
  for (const block of blocks) {
    const follows =
      before === undefined ||
      (block.previous === before.hash &&
        (before.format ?? 1) <= (block.format ?? 1) &&
        block.firstPosition === before.lastPosition + 1 &&
        block.block === before.block + 1);
    if (!follows) return { kind: 'gap', at: block.firstPosition };
    const root = block.digests ? sha256(...block.digests.map(bytes)) : block.root;
    if (root !== block.root || blockHash(header, block) !== block.hash)
      return { kind: 'block', at: block.firstPosition };
    before = block;
  }
  return undefined;
}

function firstWrongRow(rows: readonly ExportRow[], blocks: readonly ExportBlock[]): ExportVerdict['fault'] {
  const wrong = rows.find((row, index) => {
    const before = rows[index - 1];
    if (before && before.position >= row.position) return true;
    const holder = blocks.find(
      (block) => block.firstPosition <= row.position && row.position <= block.lastPosition,
    );
    const sealed = holder?.digests?.[row.position - holder.firstPosition];
    return sealed !== sha256(Buffer.from(row.text));
  });
  return wrong && { kind: 'row', at: wrong.position };
}

function wrongHead(
  { jurisdiction, head }: ExportHeader,
  blocks: readonly ExportBlock[],
  authorities: readonly Pick<TimestampAuthority, 'name' | 'verify'>[],
): ExportVerdict['fault'] {
  const last = blocks.at(-1);
  const day = head && parsePlainDate(head.day);
  if (!head || !day || !last) return undefined;
  if (last.hash !== head.hash || last.lastPosition !== head.position)
    return { kind: 'head', at: head.position };
  const authority = authorities.find(({ name }) => name === head.authority);
  const stampedAt = authority?.verify(headText({ jurisdiction, ...head, day }), head.stamp);
  return stampedAt ? undefined : { kind: 'stamp', at: head.position };
}

/** Twin of `platform.block_hash`. */
function blockHash({ jurisdiction }: ExportHeader, block: ExportBlock): string {
  const { firstPosition, lastPosition, previous, root, format, sealedAt } = block;
  if (format === 2) {
    const said = [jurisdiction, block.block, firstPosition, lastPosition, sealedAt, previous || '-', root];
    return sha256(Buffer.from(`motcua-journal-block 2 ${said.join(' ')}`));
  }
  const first = Buffer.alloc(8);
  first.writeBigInt64BE(BigInt(firstPosition));
  return sha256(bytes(previous), first, bytes(root));
}

function sha256(...parts: readonly Buffer[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

function bytes(hexText: string): Buffer {
  return Buffer.from(hexText, 'hex');
}
