import type { ClosedFiles, OfficeDossierView } from '../../../modules/dossiers/contract.ts';

/** Where a file of the dossier is opened; none while it shows what is masked for the reader. */
export function fileAddress(
  { closed, fileKey }: Pick<OfficeDossierView, 'closed' | 'fileKey'>,
  kind: keyof ClosedFiles,
  fileId: string,
): string | undefined {
  if (closed[kind]) return undefined;
  return fileKey === undefined ? `/tep/${fileId}` : `/tep/${fileId}?mo=${fileKey}`;
}

/** A kind of files may be closed where there is none: then nothing is hidden, and to ask for it would show nothing more. */
export function hasClosedFile({
  closed,
  files,
  letters,
}: Pick<OfficeDossierView, 'closed' | 'files' | 'letters'>): boolean {
  return ((closed.papers || closed.results) && files.length > 0) || (closed.letters && letters.length > 0);
}
