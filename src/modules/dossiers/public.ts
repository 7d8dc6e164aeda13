/** The only door of dossiers: requests travelling under one code, from draft to result. */

export * from './contract.ts';
export type { CodePatternRecord } from './core/code-pattern-record.ts';
export type { DossierEvent, DossierEventType } from './core/events.ts';
export { createDossiers, type Dossiers } from './module.ts';
export type { Submitter } from './queries/submitter-of.ts';
export { workInHand } from './queries/work-in-hand.ts';
export { sealedTables } from './store/sealed-tables.ts';
