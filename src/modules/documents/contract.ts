/** Wire shapes of documents: uploads and their outcome. The browser may import this file. */
import { z } from 'zod';

/** What keeps a file from being opened: the scanner has not looked yet, found something, or does not take files so large. */
export interface FileHoldView {
  readonly why: 'waiting' | 'infected' | 'unscanned';
  /** Nobody but its sender opens it, and nobody at all what is infected; else it opens, with this said beside it. */
  readonly isShut: boolean;
}

/** A kept file as a screen or an integrator sees it. */
export const fileView = z.strictObject({
  fileId: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.int(),
});
export type FileView = z.infer<typeof fileView>;

export const uploadedFiles = z.strictObject({ files: z.array(fileView) });
export type UploadedFiles = z.infer<typeof uploadedFiles>;

/** For a file field's `accept`; the server looks at the content, not at the name. */
export const acceptedFiles = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx';

/**
 * Fields of the upload form, before its file fields: `requestId` (a UUID made with the page), `tro-ve` (path on
 * this site to come back to), and whatever says what the files belong to, such as a draft and a component.
 */
export const uploadFields = { requestId: 'requestId', backTo: 'tro-ve' } as const;

/** What became of an upload, as it comes back in the address of the page it was sent from. */
export type UploadOutcome =
  | { readonly kind: 'kept'; readonly count: number }
  | { readonly kind: 'refused'; readonly type: string; readonly params: Readonly<Record<string, string>> };

const refusalPrefix = 'loi.';

/** The address to come back to, carrying the outcome. `backTo` is a path on this site. */
export function withUploadOutcome(backTo: string, outcome: UploadOutcome): string {
  const address = new URL(backTo, 'http://site.invalid');
  if (outcome.kind === 'kept') address.searchParams.set('da-tai', String(outcome.count));
  else {
    address.searchParams.set('loi', outcome.type);
    for (const [name, value] of Object.entries(outcome.params))
      address.searchParams.set(`${refusalPrefix}${name}`, value);
  }
  return `${address.pathname}${address.search}${address.hash}`;
}

/** Reads the outcome back; undefined when the page was opened for another reason. */
export function readUploadOutcome(query: URLSearchParams): UploadOutcome | undefined {
  const count = Number(query.get('da-tai') ?? 0);
  if (Number.isSafeInteger(count) && count > 0) return { kind: 'kept', count };
  const type = query.get('loi');
  if (type === null || !/^(catalogue|documents|dossiers|http)\.[a-z-]+$/.test(type)) return undefined;
  const params = [...query]
    .filter(([name]) => name.startsWith(refusalPrefix))
    .map(([name, value]) => [name.slice(refusalPrefix.length), value.slice(0, 200)] as const);
  return { kind: 'refused', type, params: Object.fromEntries(params) };
}
