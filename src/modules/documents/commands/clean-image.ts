import { pipeline } from 'node:stream/promises';
import sharp, { type Sharp, type SharpOptions } from 'sharp';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { BlobStore, StagedBlob } from '../../../platform/blob-store.ts';

/** More pixels than any camera of today gives: a picture above it is an attack on memory. */
const reading: SharpOptions = { limitInputPixels: 120_000_000, failOn: 'truncated', sequentialRead: true };

/** Pictures in work at once: a decoded one takes memory, and the machine has other work to do. */
const gate = createGate(2);

/**
 * Takes place, device and other hidden facts out of a picture: when it has any it is written anew, upright and
 * without them; a picture without is kept byte for byte. Refuses one that cannot be read to its end.
 */
export function cleanImage(
  blobs: BlobStore,
  picture: StagedBlob,
  mediaType: string,
  name: string,
  maxBytes: number,
): Promise<Result<StagedBlob>> {
  return gate(async () => {
    try {
      const probe = sharp(reading);
      const [meta] = await Promise.all([probe.metadata(), pipeline(picture.read(), probe)]);
      if (!(meta.exif ?? meta.xmp ?? meta.iptc ?? meta.comments)) return ok(picture);
      const upright = sharp(reading).autoOrient();
      const clean = mediaType === 'image/png' ? upright.png() : asJpeg(upright);
      const [staged] = await Promise.all([blobs.stage(clean, maxBytes), pipeline(picture.read(), upright)]);
      if (staged.ok) await picture.discard();
      return staged;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return refuse('invalid', 'documents.picture-unreadable', { params: { name } });
    }
  });
}

/** Full colour resolution keeps small red stamps and thin letters legible. */
function asJpeg(image: Sharp): Sharp {
  return image.keepIccProfile().jpeg({ quality: 90, chromaSubsampling: '4:4:4' });
}

function createGate(places: number) {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy >= places) await new Promise<void>((enter) => waiting.push(enter));
    busy += 1;
    try {
      return await work();
    } finally {
      busy -= 1;
      waiting.shift()?.();
    }
  };
}
