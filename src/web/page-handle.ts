import { useMatches } from 'react-router';

/** What a route file may say about its page: `export const handle: PageHandle = { js: true }`. */
export interface PageHandle {
  /** The page needs its script; without it the page ships no JavaScript at all. */
  readonly js?: boolean;
  /** The page exists in English too, at the same address under `/en`. */
  readonly english?: boolean;
  /** The page draws its own bands from edge to edge instead of standing in the page column. */
  readonly flush?: boolean;
}

/** The handles of the matched routes merged, innermost last. */
export function usePageHandle(): PageHandle {
  return Object.assign({}, ...useMatches().map((match) => match.handle ?? {}));
}
