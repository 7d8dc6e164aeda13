import type { DossierDeps } from '../store/deps.ts';
import { createHelpedReads, type HelpedReads } from './helped-reads.ts';
import { createPostalReads, type PostalReads } from './postal-reads.ts';

/** What is read beside the work on dossiers: of the public post, and of helpers. */
export type FurtherReads = HelpedReads & PostalReads;

export function createFurtherReads(deps: DossierDeps): FurtherReads {
  return { ...createHelpedReads(deps), ...createPostalReads(deps) };
}
