/** The only door of audit: sealing, proving, searching and exporting the journal that the platform writes. */
export { checkExport } from './commands/check-export.ts';
export type { AuditSubjects } from './core/audit-subjects.ts';
export { type Explained, nothingExplained, parseExplained } from './core/explained.ts';
export type { TimestampAuthority } from './core/timestamp-authority.ts';
export type { Finding, Notice, Verdict } from './core/verdict.ts';
export type { PublishedHead } from './core/verify-options.ts';
export { type Audit, createAudit } from './module.ts';
