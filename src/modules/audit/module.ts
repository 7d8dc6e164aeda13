import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import type { Page } from '../../kernel/page.ts';
import type { Result } from '../../kernel/result.ts';
import { pruneOldReads } from './commands/prune-reads.ts';
import { sealCommitted, stampHeads } from './commands/seal-journal.ts';
import type { AccessLine, HeadView, JournalLine } from './contract.ts';
import type { ExportLine } from './core/export-lines.ts';
import type { Verdict } from './core/verdict.ts';
import { accesses } from './queries/accesses.ts';
import { exportJournal } from './queries/export-journal.ts';
import { publishedHeads } from './queries/heads.ts';
import { searchJournalPage } from './queries/search-journal.ts';
import { type PublishedHead, verifyJournal } from './queries/verify-journal.ts';
import type { AuditDeps } from './store/audit-deps.ts';

/** The journal's guardian: seals what the platform wrote, proves it, and shows it to those it concerns. */
export interface Audit {
  readonly commands: {
    /** Seals what has been committed; answers how many rows. */
    seal(now: Date): Promise<number>;
    /** Has finished days stamped; answers how many. Throws while the authority cannot be reached. */
    stampHeads(now: Date): Promise<number>;
    /** Deletes old rows about readings. Needs `audit.prune`; refuses `audit.too-young`. */
    pruneReads(ctx: CommandContext, before: Date): Promise<Result<{ readonly pruned: number }>>;
  };
  readonly queries: {
    /** Reads the whole journal against its seals and against heads kept elsewhere. */
    verify(published?: readonly PublishedHead[], progress?: (position: number) => void): Promise<Verdict>;
    /** Seals of days, newest first; `before` is the `next` of the page before. Public. */
    heads(before?: string): Promise<Page<HeadView>>;
    /** Who read the caller's dossier. */
    accesses(ctx: QueryContext, dossierId: string, cursor?: string): Promise<Result<Page<AccessLine>>>;
    /** `journalSearchInput`. Needs `audit.search`. */
    search(ctx: QueryContext, input: unknown, cursor?: string): Promise<Result<Page<JournalLine>>>;
    /** `journalSearchInput`. Needs `audit.search`. Lines that prove themselves; at most 10,000 rows. */
    export(ctx: QueryContext, input: unknown): Promise<Result<AsyncIterable<ExportLine>>>;
  };
}

/** Builds audit. */
export function createAudit(deps: AuditDeps): Audit {
  const { db, jurisdiction, authority } = deps;
  return {
    commands: {
      seal: (now) => sealCommitted(db, now),
      stampHeads: (now) => stampHeads(db, jurisdiction, authority, now),
      pruneReads: (ctx, before) => pruneOldReads(deps, ctx, before),
    },
    queries: {
      verify: (published, progress) =>
        verifyJournal(db, {
          jurisdiction,
          authorities: [authority],
          ...(published && { published }),
          ...(progress && { progress }),
        }),
      heads: (before) => publishedHeads(db, jurisdiction, before),
      accesses: (ctx, dossierId, cursor) => accesses(deps, ctx, dossierId, cursor),
      search: (ctx, input, cursor) => searchJournalPage(deps, ctx, input, cursor),
      export: (ctx, input) => exportJournal(deps, ctx, input),
    },
  };
}
