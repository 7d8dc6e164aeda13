import { Readable } from 'node:stream';
import { inflateSync } from 'node:zlib';
import { fileTypeFromStream } from 'file-type';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { BlobStore, StagedBlob } from '../../../platform/blob-store.ts';
import { safeFileName } from '../core/file-name.ts';
import { admitType, type FileType } from '../core/file-types.ts';
import { createPdfScanner, type PdfDanger } from '../core/pdf-dangers.ts';
import { printable } from '../core/printable.ts';
import { cleanImage } from './clean-image.ts';

export interface SentFile {
  /** As the sender named it. */
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A file that may come in, staged and clean, not yet kept. */
export interface AdmittedFile {
  readonly name: string;
  readonly type: FileType;
  readonly blob: StagedBlob;
}

/**
 * Takes one sent file in as it arrives: size, type by content, dangers of a PDF, hidden facts of a picture. A
 * refusal names the file and leaves nothing behind.
 */
export async function admitFile(
  blobs: BlobStore,
  sent: SentFile,
  maxBytes: number,
): Promise<Result<AdmittedFile>> {
  const name = printable(sent.name).slice(0, 150);
  const staged = await blobs.stage(sent.content, maxBytes);
  if (!staged.ok) return tooLarge(name, maxBytes);
  const admitted = await inspect(blobs, staged.value, name, maxBytes);
  if (!admitted.ok) await staged.value.discard();
  return admitted;
}

async function inspect(
  blobs: BlobStore,
  blob: StagedBlob,
  name: string,
  maxBytes: number,
): Promise<Result<AdmittedFile>> {
  const params = { name };
  if (blob.size === 0) return refuse('invalid', 'documents.empty', { params });
  const admitted = admitType(name, await contentType(blob));
  if (!admitted.ok) return admitted;
  const type = admitted.value;
  const file = { name: safeFileName(name, type.extensions[0]), type };

  if (type.family === 'pdf') {
    const danger = await pdfDanger(blob);
    return danger === undefined
      ? ok({ ...file, blob })
      : refuse('invalid', `documents.pdf-${danger}`, { params });
  }
  if (type.family === 'office') return ok({ ...file, blob });
  const clean = await cleanImage(blobs, blob, type.mediaType, name, maxBytes);
  if (clean.ok) return ok({ ...file, blob: clean.value });
  return clean.refusal.kind === 'too-large' ? tooLarge(name, maxBytes) : clean;
}

function tooLarge(name: string, maxBytes: number) {
  const megabytes = Math.floor(maxBytes / 1_000_000);
  return refuse('too-large', 'documents.too-large', { params: { name, megabytes } });
}

async function contentType(blob: StagedBlob): Promise<string | undefined> {
  const content = blob.read();
  try {
    return (await fileTypeFromStream(Readable.toWeb(content)))?.mime;
  } finally {
    content.destroy();
  }
}

async function pdfDanger(blob: StagedBlob): Promise<PdfDanger | undefined> {
  const scanner = createPdfScanner(inflate);
  for await (const chunk of blob.read()) {
    const danger = scanner.add(chunk);
    if (danger !== undefined) return danger;
  }
  return undefined;
}

function inflate(compressed: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(compressed, { maxOutputLength: 64_000_000 });
  } catch {
    return undefined;
  }
}
