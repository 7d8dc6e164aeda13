import { z } from 'zod';
import type { Page } from '../../../../kernel/page.ts';
import type { UnitLabel } from './unit-label.ts';

/** What the list of late dossiers is narrowed to. */
export const lateFilter = z.strictObject({
  /** The agency that decides. */
  unit: z.uuid().optional(),
  /** The unit whose step caused the delay. */
  cause: z.uuid().optional(),
  /** Only what came in as an essential service. */
  essential: z.literal(true).optional(),
});
export type LateFilter = z.infer<typeof lateFilter>;

/** A dossier whose time has run out, and whose delay it is. */
export interface LateRow {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly ownerName: string;
  /** It came in as an essential service. */
  readonly isEssential: boolean;
  readonly promisedAt: string;
  /** Working minutes since the time ran out: at the promise, or later by what the law has left out. */
  readonly lateMinutes: number;
  /** The agency that decides. */
  readonly unit: UnitLabel;
  /** The step that used most beyond its share; absent when every step kept its share. */
  readonly cause?: { readonly stepName: string; readonly unit: UnitLabel; readonly overMinutes: number };
}

export interface LatePage extends Page<LateRow> {
  /** What the filter offers: units among the longest promised. */
  readonly units: readonly UnitLabel[];
  readonly causes: readonly UnitLabel[];
}
