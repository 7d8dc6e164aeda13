import type { FileHoldView } from '../../../modules/documents/contract.ts';
import { FileHold } from '../../ui/file-hold.tsx';

interface OwnFileProps {
  readonly file: { readonly fileId: string; readonly name: string; readonly hold?: FileHoldView };
}

/** A file for whoever sent it: it opens to them while it waits for the scanner, and not when something was found in it. */
export function OwnFile({ file: { fileId, name, hold } }: OwnFileProps) {
  return (
    <span>
      {hold?.why === 'infected' ? name : <a href={`/tep/${fileId}`}>{name}</a>} <FileHold hold={hold} />
    </span>
  );
}
