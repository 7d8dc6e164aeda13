import type { DraftPaper } from './draft-papers.ts';

/** Where a paper of a draft stands: a file to be taken away, given, or what it is asked for as. */
export function paperState({
  kind,
  files,
}: Pick<DraftPaper, 'kind' | 'files'>): 'infected' | 'given' | DraftPaper['kind'] {
  if (files.some(({ hold }) => hold?.why === 'infected')) return 'infected';
  return files.length > 0 ? 'given' : kind;
}

/** True when the dossier cannot be handed in before a file is uploaded, or one with malware taken away. */
export function isMissing(paper: Pick<DraftPaper, 'kind' | 'files'>): boolean {
  return ['upload', 'infected'].includes(paperState(paper));
}
