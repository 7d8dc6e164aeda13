import { pipeline } from 'node:stream/promises';
import sharp, { type Sharp, type SharpOptions } from 'sharp';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { BlobStore, StagedBlob } from '../../../platform/blob-store.ts';

/** More pixels than any camera of today gives: a picture above it is an attack on memory. */
const reading: SharpOptions = { limitInputPixels: 120_000_000, failOn: 'truncated', sequentialRead: true };

/** Pictures in work at once: a decoded one takes memory, and the machine has other work to do. */
const gate = createGate(2);

/** What the last bytes of a picture are, when nothing hangs behind it. */
const ends: Readonly<Record<string, Buffer>> = {
  'image/jpeg': Buffer.from('ffd9', 'hex'),
  'image/png': Buffer.from('49454e44ae426082', 'hex'),
};

/**
 * Takes place, device and other hidden facts out of a picture: when it has any, or something hangs behind it (a film, an
 * archive, a page), it is written anew, upright and without them; any other is kept byte for byte. Refuses one that cannot
 * be read to its end.
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
      const tail = watchTail();
      const [meta] = await Promise.all([probe.metadata(), pipeline(picture.read(), tail.pass, probe)]);
      const isWhole = tail.endsWith(ends[mediaType]);
      if (isWhole && !(meta.exif ?? meta.xmp ?? meta.iptc ?? meta.comments)) return ok(picture);
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

/** Lets a stream pass and remembers its last bytes. */
function watchTail() {
  let tail = Buffer.alloc(0);
  return {
    async *pass(source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        tail = Buffer.concat([tail, chunk.subarray(-8)]).subarray(-8);
        yield chunk;
      }
    },
    endsWith: (end: Buffer | undefined) => end !== undefined && tail.subarray(-end.length).equals(end),
  };
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
