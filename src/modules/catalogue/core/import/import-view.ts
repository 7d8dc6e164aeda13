import { z } from 'zod';
import { doubt } from '../content.ts';
import { wrongReasons } from './wrong-place.ts';

/** A wrong place as it is kept and shown. */
export const wrongPlace = z.strictObject({
  sheet: z.string().optional(),
  row: z.int(),
  column: z.string().optional(),
  header: z.string().optional(),
  code: z.string().optional(),
  reason: z.enum(wrongReasons),
  detail: z.string().optional(),
});

/** What an import does or would do with its records. */
export const importEffect = z.strictObject({
  created: z.int(),
  replaced: z.int(),
  unchanged: z.int(),
  /** Typed in here: they stay, and differ in these parts. */
  differing: z.array(z.strictObject({ code: z.string(), parts: z.array(z.string()) })),
  quarantined: z.array(z.strictObject({ doubt, facts: z.int(), procedures: z.int() })),
});
export type ImportEffect = z.infer<typeof importEffect>;

/** One import as its page shows it. */
export interface ImportView {
  readonly importId: string;
  readonly fileName: string;
  readonly format: 'excel' | 'json';
  readonly state: 'waiting' | 'applied' | 'discarded';
  readonly stagedAt: Date;
  readonly settledAt?: Date;
  /** Procedures the file speaks of, those that can go in, and the wrong places. */
  readonly read: number;
  readonly ready: number;
  readonly wrongCount: number;
  readonly effect: ImportEffect;
  readonly wrong: readonly z.infer<typeof wrongPlace>[];
}
