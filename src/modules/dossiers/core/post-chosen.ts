import type { DossierEvent } from './events.ts';

/** What is told of things that are to travel by post, or have come by it. */
export function postChosen(
  items: readonly { readonly direction: 'in' | 'out'; readonly came?: unknown }[],
): readonly DossierEvent[] {
  const papers = items.some((item) => item.direction === 'in' && item.came === undefined);
  const result = items.some((item) => item.direction === 'out');
  if (!papers && !result) return [];
  const travels = papers && result ? 'both' : papers ? 'papers' : 'result';
  return [{ type: 'dossiers.postChosen', payload: { travels } }];
}
