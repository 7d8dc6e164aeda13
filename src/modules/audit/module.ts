import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import type { Page } from '../../kernel/page.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Result } from '../../kernel/result.ts';
import { pruneOldReads } from './commands/prune-reads.ts';
import { sealCommitted, stampHeads } from './commands/seal-journal.ts';
import type { AccessLine, HeadView, JournalLine, OwnReading } from './contract.ts';
import type { ReadPerson } from './core/audit-subjects.ts';
import type { ExportLine } from './core/export-lines.ts';
import type { Verdict } from './core/verdict.ts';
import type { KnownElsewhere } from './core/verify-options.ts';
import { accesses } from './queries/accesses.ts';
import { exportJournal } from './queries/export-journal.ts';
import { publishedHead, publishedHeads, waitingDays } from './queries/heads.ts';
import { keptReadings } from './queries/kept-readings.ts';
import { myReadings } from './queries/my-readings.ts';
import { searchJournalPage } from './queries/search-journal.ts';
import { verifyJournal } from './queries/verify-journal.ts';
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
    /** Reads the whole journal against its seals and against heads kept elsewhere; says nothing of what is explained. */
    verify(now: Date, known?: KnownElsewhere): Promise<Verdict>;
    /** Seals of days, newest first; `before` is the `next` of the page before. Public. */
    heads(before?: string): Promise<Page<HeadView>>;
    /** The seal of one day. Public. */
    head(day: PlainDate): Promise<HeadView | undefined>;
    /** Finished days without a seal: the authority could not be reached yet. Public. */
    waitingDays(now: Date): Promise<readonly PlainDate[]>;
    /** Certificates (PEM) in which the chains of timestamps end; empty where no timestamp authority is used. Public. */
    anchors(): string;
    /** Who read the caller's dossier. */
    accesses(ctx: QueryContext, dossierId: string, cursor?: string): Promise<Result<Page<AccessLine>>>;
    /** Who read anything kept of the caller: their record, dossiers of theirs and those that name them. */
    myReadings(ctx: QueryContext, cursor?: string): Promise<Result<Page<OwnReading>>>;
    /** `journalSearchInput`. Needs `audit.search`. */
    search(ctx: QueryContext, input: unknown, cursor?: string): Promise<Result<Page<JournalLine>>>;
    /** `journalSearchInput`. Needs `audit.search`. Lines that prove themselves; at most 10,000 rows. */
    export(ctx: QueryContext, input: unknown): Promise<Result<AsyncIterable<ExportLine>>>;
  };
  /** Who read what is kept of somebody, for a copy of their data. */
  readonly personalData: { collect(subject: ReadPerson): ReturnType<typeof keptReadings> };
}

/** Builds audit. */
export function createAudit(deps: AuditDeps): Audit {
  const { db, jurisdiction, authorities } = deps;
  return {
    commands: {
      seal: (now) => sealCommitted(db, now),
      stampHeads: (now) => stampHeads(db, jurisdiction, authorities[0], now),
      pruneReads: (ctx, before) => pruneOldReads(deps, ctx, before),
    },
    queries: {
      verify: (now, known) => verifyJournal(db, { ...known, jurisdiction, now, authorities }),
      heads: (before) => publishedHeads(deps, before),
      head: (day) => publishedHead(deps, day),
      waitingDays: (now) => waitingDays(deps, now),
      anchors: () => deps.anchors,
      accesses: (ctx, dossierId, cursor) => accesses(deps, ctx, dossierId, cursor),
      myReadings: (ctx, cursor) => myReadings(deps, ctx, cursor),
      search: (ctx, input, cursor) => searchJournalPage(deps, ctx, input, cursor),
      export: (ctx, input) => exportJournal(deps, ctx, input),
    },
    personalData: { collect: (subject) => keptReadings(deps, subject) },
  };
}
