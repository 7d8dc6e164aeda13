import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ok, refuse } from '../../kernel/result.ts';
import type { BlobStore } from '../blob-store.ts';

/** A blob store in memory for tests of callers; it passes the tests of the folder. */
export function createMemoryBlobStore(clock: () => Date): BlobStore {
  const kept = new Map<string, { content: Buffer; keptAt: Date }>();
  const shut: typeof kept = new Map();
  const staged = new Map<symbol, Date>();

  return {
    async stage(source, maxBytes) {
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of source) {
        size += chunk.byteLength;
        if (size > maxBytes) return refuse('too-large', 'platform.blob-too-large', { params: { maxBytes } });
        chunks.push(chunk);
      }
      const content = Buffer.concat(chunks);
      const blob = { sha256: createHash('sha256').update(content).digest('hex'), size };
      const key = Symbol(blob.sha256);
      staged.set(key, clock());
      return ok({
        ...blob,
        read: () => Readable.from([content]),
        async keep() {
          staged.delete(key);
          kept.set(blob.sha256, { content, keptAt: clock() });
          return blob;
        },
        async discard() {
          staged.delete(key);
        },
      });
    },

    async read(sha256, range) {
      const content = kept.get(sha256)?.content;
      return content && Readable.from([range ? content.subarray(range.start, range.end + 1) : content]);
    },

    async quarantine(sha256) {
      const content = kept.get(sha256);
      if (content) shut.set(sha256, content);
      kept.delete(sha256);
    },

    async *listBefore(instant) {
      for (const [sha256, { keptAt }] of [...kept, ...shut]) if (keptAt < instant) yield sha256;
    },

    async sweep(sha256, before, isNamed) {
      let removed = false;
      for (const place of [kept, shut]) {
        const content = place.get(sha256);
        if (content === undefined || content.keptAt >= before || (await isNamed())) continue;
        removed = place.delete(sha256);
      }
      return removed;
    },

    async sweepStaged(before) {
      const old = [...staged].filter(([, stagedAt]) => stagedAt < before);
      for (const [key] of old) staged.delete(key);
      return old.length;
    },
  };
}
