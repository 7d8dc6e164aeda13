import { printable } from './printable.ts';

/** Longest name kept, in characters; the extension survives the cut. */
const longest = 150;

/** The extension a name carries, lower case without the dot; empty when it has none. A number is none. */
export function extensionOf(name: string): string {
  return /\.([a-z][a-z0-9]{0,4})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
}

/**
 * A sender's file name made safe to show and to save: NFC, without folders, control and direction characters or
 * signs that a file system refuses, with the given extension.
 */
export function safeFileName(sent: string, extension: string): string {
  const base = printable(sent.replace(/^.*[\\/]/su, ''));
  const own = extensionOf(base);
  const stem = own === '' ? base : base.slice(0, -(own.length + 1));
  const clean = stem
    .replace(/[<>:"|?*]/g, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, longest)
    .trim();
  return `${clean === '' ? 'tep' : clean}.${extension}`;
}

/** RFC 6266 header value: an ASCII name for old readers, the real one beside it. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
