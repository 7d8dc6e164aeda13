/** The only door of the catalogue: what may be asked of the state, in the version in force on a day. */
import type { Kysely } from 'kysely';
import type { Id, Jurisdiction } from '../../kernel/id.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Result } from '../../kernel/result.ts';
import type { ProcedureVersion } from './core/procedure-version.ts';

export type { Answers } from './core/applies.ts';
export { caseFor } from './core/case-for.ts';
export { type ComponentNeed, componentsFor, type NeededComponent } from './core/components-for.ts';
export type {
  Channel,
  CompetentAgency,
  Component,
  Fee,
  ProcedureCase,
  ProcedureContent,
  TimeLimit,
  TimeRule,
} from './core/content.ts';
export { type FeeLine, type FeePart, type FeeQuote, feeFor, type Quantities } from './core/fee-for.ts';
export type { FeeRule, FeeUnit } from './core/fee-rule.ts';
export { type ProcedureRecord, type ProcedureRecordInput, procedureRecord } from './core/procedure-record.ts';
export type { ProcedureVersion } from './core/procedure-version.ts';
export { timeLimitFor } from './core/time-limit-for.ts';

/** What the other modules see of the catalogue. `db` is a connection or the caller's transaction. */
export interface Catalogue {
  /** The version a dossier is pinned to; refuses `catalogue.version-not-found`. */
  getVersion(
    db: Kysely<unknown>,
    jurisdiction: Jurisdiction,
    id: Id<'procedureVersion'>,
  ): Promise<Result<ProcedureVersion>>;
  /**
   * The version in force on the day; refuses `catalogue.procedure-not-found` (no such code) or
   * `catalogue.not-in-force` (known, but none in force that day).
   */
  getVersionInForce(
    db: Kysely<unknown>,
    jurisdiction: Jurisdiction,
    code: string,
    on: PlainDate,
  ): Promise<Result<ProcedureVersion>>;
}
