import type { QueryContext } from '../../../kernel/context.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { recordRead } from '../../../platform/journal.ts';
import {
  type BlockLink,
  chainLinks,
  digestsOf,
  type SealedRow,
  sealedRows,
} from '../../../platform/journal-export.ts';
import { chainEnd, type Head, headAt } from '../../../platform/journal-seal.ts';
import { type JournalFilter, searchJournal } from '../../../platform/journal-search.ts';
import type { ExportHeader, ExportLine } from '../core/export-lines.ts';
import type { AuditDeps } from '../store/audit-deps.ts';
import { journalFilter, shownSubjects } from './search-journal.ts';

/** More rows than anybody reads; that there are more is said by the page that offers the export and by its first line. */
export const mostExported = 10_000;
const atOnce = 500;

/**
 * What a search finds, as lines of JSON that prove themselves: each row in the words that were sealed, the digests of its block, and
 * the chain from there to the next stamped head; the first says what was asked for and how many rows that gave. Rows not sealed yet are
 * left out: ask again two seconds later.
 */
export async function exportJournal(
  deps: AuditDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<AsyncIterable<ExportLine>>> {
  const filter = await journalFilter(deps, ctx, input);
  if (!filter.ok) return filter;
  return ok(exportLines(deps, ctx, filter.value));
}

async function* exportLines(
  deps: AuditDeps,
  ctx: QueryContext,
  filter: JournalFilter,
): AsyncIterable<ExportLine> {
  const { rows, cut } = await foundRows(deps, ctx, filter);
  const first = rows[0];
  const last = rows.at(-1);
  const head = last && (await headAt(deps.db, ctx.jurisdiction, last.position));
  yield headerOf(ctx, head, { asked: wordsOf(filter), rows: rows.length, cut });
  if (!first || !last) return;
  for (const { position, text } of rows) yield { kind: 'row', position, text };
  const end = head ?? (await chainEnd(deps.db, ctx.jurisdiction));
  if (!end) return;
  const wanted = new Set(rows.map((row) => row.position));
  let after = 0;
  for (;;) {
    const range = { position: first.position, lastBlock: end.block, after };
    const links = await chainLinks(deps.db, ctx.jurisdiction, range, atOnce);
    for (const link of links) {
      const holds = hasAny(wanted, link.firstPosition, link.lastPosition);
      const digests = holds ? await digestsOf(deps.db, ctx.jurisdiction, link) : undefined;
      yield { kind: 'block', ...proofOf(link), ...(digests && { digests: [...digests] }) };
    }
    const lastLink = links.at(-1);
    if (links.length < atOnce || !lastLink) return;
    after = lastLink.block;
  }
}

async function foundRows(
  deps: AuditDeps,
  ctx: QueryContext,
  filter: JournalFilter,
): Promise<{ readonly rows: readonly SealedRow[]; readonly cut: boolean }> {
  const sealed: SealedRow[] = [];
  let after: readonly [string, string] | undefined;
  let left = mostExported;
  let cut = false;
  do {
    // One row beyond the last tells that there are more.
    const found = await searchJournal(deps.db, ctx.jurisdiction, filter, after, Math.min(atOnce, left) + 1);
    const page = found.slice(0, Math.min(atOnce, left));
    await recordRead(deps.db, ctx, deps.newId, { query: 'audit.export', subjectIds: shownSubjects(page) });
    const rowIds = page.map((row) => row.rowId);
    sealed.push(...(await sealedRows(deps.db, ctx.jurisdiction, rowIds)));
    left -= page.length;
    cut = found.length > page.length;
    const end = page.at(-1);
    after = end && [end.sortKey, end.rowId];
  } while (cut && left > 0);
  return { rows: sealed.sort((one, other) => one.position - other.position), cut };
}

type Found = Pick<Extract<ExportHeader, { readonly version: 2 }>, 'asked' | 'rows' | 'cut'>;

function wordsOf({ source, name, actorId, subjectIds, from, to }: JournalFilter): Found['asked'] {
  return {
    ...(source && { source }),
    ...(name !== undefined && { name }),
    ...(actorId !== undefined && { actorId }),
    ...(subjectIds && { subjectIds: [...subjectIds] }),
    ...(from && { from: from.toISOString() }),
    ...(to && { to: to.toISOString() }),
  };
}

function headerOf(ctx: QueryContext, head: Head | undefined, found: Found): ExportHeader {
  return {
    kind: 'motcua-journal-export',
    version: 2,
    ...found,
    jurisdiction: ctx.jurisdiction,
    exportedAt: ctx.now.toISOString(),
    head: head
      ? {
          day: head.day,
          position: head.position,
          hash: head.hash,
          authority: head.authority,
          stamp: head.stamp,
        }
      : null,
  };
}

/** What a block's hash is made from: what it does not prove is left out. */
function proofOf({ format, sealedAt, ...link }: BlockLink) {
  return format === 1 ? link : { ...link, format, sealedAt };
}

function hasAny(positions: ReadonlySet<number>, from: number, to: number): boolean {
  for (let position = from; position <= to; position++) if (positions.has(position)) return true;
  return false;
}
