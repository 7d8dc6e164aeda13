import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Level, ProcedureContent } from './content.ts';
import type { Listed } from './lists/list-entry.ts';
import type { Routing, ServiceLevel } from './procedure-record.ts';

/**
 * `shipped`: typed in and checked, comes with the product. `edited`: by the procedure-control office.
 * `imported`: taken from the national database as it stood there.
 */
export type VersionOrigin = 'shipped' | 'edited' | 'imported';

/** Immutable published text of a procedure with its days of validity: what a dossier pins. */
export interface ProcedureVersion {
  readonly id: Id<'procedureVersion'>;
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly shortName?: string;
  readonly shortNameEn?: string;
  readonly sector: string;
  readonly sectorEn?: string;
  readonly ministry?: string;
  readonly levels: readonly Level[];
  readonly serviceLevel: ServiceLevel;
  readonly routing: Routing;
  readonly validFrom: PlainDate;
  /** First day no longer in force; absent while open. */
  readonly validTo?: PlainDate;
  readonly origin: VersionOrigin;
  /** 1, 2, 3… within the procedure, in order of validity. */
  readonly number: number;
  readonly contentHash: string;
  readonly publishedAt: Date;
  /** As published; read for a day, as the lists in force on it apply it. */
  readonly content: ProcedureContent;
  /** Lists it was on the day it was read for; absent when it was read as published. */
  readonly lists?: readonly Listed[];
}
