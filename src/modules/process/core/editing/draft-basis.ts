import type { LintContext } from '../lint/finding.ts';

/** What a draft is held against, as its page carries it to the browser; what is left out is not judged. */
export interface DraftBasis {
  /** The legal limit of the procedure, and whether somebody compared it with the decision; null: there is none. */
  readonly limit?: NonNullable<LintContext['limit']> | null;
  /** Legal grounds on which a clock may stop. */
  readonly grounds?: readonly string[];
  /** Keys of the version it was begun from. */
  readonly keysBefore?: readonly string[];
}

/** The same as the linter takes it. */
export function lintContext({ limit, grounds, keysBefore }: DraftBasis): LintContext {
  return {
    ...(limit !== undefined && { limit }),
    ...(grounds && { grounds: new Set(grounds) }),
    ...(keysBefore && { keysBefore }),
  };
}
