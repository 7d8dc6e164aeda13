import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { extensionOf } from './file-name.ts';

/** A kind of file people may send. */
export interface FileType {
  readonly mediaType: string;
  /** Extensions it may come under; the first is the one it is kept under. */
  readonly extensions: readonly [string, ...string[]];
  readonly family: 'pdf' | 'image' | 'office';
  /** Shown inside the page; anything else is only offered for saving. */
  readonly viewable: boolean;
}

const office = 'application/vnd.openxmlformats-officedocument';

/** The allow-list. HEIC is missing: no free decoder for it can be shipped, and offices could not open it. */
export const fileTypes: readonly FileType[] = [
  { mediaType: 'application/pdf', extensions: ['pdf'], family: 'pdf', viewable: true },
  { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'], family: 'image', viewable: true },
  { mediaType: 'image/png', extensions: ['png'], family: 'image', viewable: true },
  {
    mediaType: `${office}.wordprocessingml.document`,
    extensions: ['docx'],
    family: 'office',
    viewable: false,
  },
  { mediaType: `${office}.spreadsheetml.sheet`, extensions: ['xlsx'], family: 'office', viewable: false },
];

export function fileTypeOf(mediaType: string): FileType | undefined {
  return fileTypes.find((type) => type.mediaType === mediaType);
}

/**
 * Decides whether content found to be `found` (undefined: unknown) may come in under the name. An image under
 * another image's extension is let through and renamed; any other disagreement is refused, because what a name
 * promises is what the officer will believe.
 */
export function admitType(name: string, found: string | undefined): Result<FileType> {
  const params = { name };
  if (found === 'image/heic' || found === 'image/heif')
    return refuse('invalid', 'documents.heic', { params });
  const type = found === undefined ? undefined : fileTypeOf(found);
  if (type === undefined) return refuse('invalid', 'documents.type-not-allowed', { params });
  const extension = extensionOf(name);
  if (extension === '' || type.extensions.includes(extension)) return ok(type);
  const claimed = fileTypes.find((candidate) => candidate.extensions.includes(extension));
  if (claimed?.family === 'image' && type.family === 'image') return ok(type);
  return refuse('invalid', 'documents.mislabelled', {
    params: { name, extension, actual: type.extensions[0].toUpperCase() },
  });
}
