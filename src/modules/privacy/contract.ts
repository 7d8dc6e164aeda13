import { z } from 'zod';

/** Wire shapes of privacy; the browser may import this file. */

/** Why the law lets data be processed (Law 91/2025/QH15). */
export const basisKind = z.enum(['legalDuty', 'consent', 'contract', 'emergency']);

/** What a rotation of keys found and did in one table. */
export interface RotatedTable {
  readonly table: string;
  readonly seen: number;
  readonly changed: number;
  /** Rows that stay under an older key. */
  readonly left: number;
}

/** One processing of personal data as everybody may read it: what for, on which basis, whose and which data, who gets them. */
export interface ProcessingView {
  readonly key: string;
  readonly name: string;
  readonly purpose: string;
  readonly basisKind: z.infer<typeof basisKind>;
  readonly basis: string;
  /** Whose. */
  readonly subjects: string;
  /** Which. */
  readonly data: string;
  readonly recipients: string;
  /** For how long. */
  readonly kept: string;
  readonly source: string;
  /** How sure the acts named are; `unchecked` is shown as such. */
  readonly certainty: 'official' | 'reported' | 'unchecked';
}
