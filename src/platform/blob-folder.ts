import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { Blob, BlobStore, StagedBlob } from './blob-store.ts';

export interface BlobFolderOptions {
  /** Absolute folder; made when missing. Kept contents lie in `ab/cd/<hash>`, unfinished ones in `staged/`, infected ones in `quarantine/`. */
  readonly folder: string;
  /** Stamps contents, so that sweeping follows the product's clock rather than the disk's. */
  readonly clock: () => Date;
}

const hash = /^[0-9a-f]{64}$/;

/** A blob store in a folder: temporary file, fsync of file and folder, rename. */
export function createBlobFolder({ folder, clock }: BlobFolderOptions): BlobStore {
  const stagedFolder = path.join(folder, 'staged');
  const quarantineFolder = path.join(folder, 'quarantine');
  const shutPlaceOf = (sha256: string) => path.join(quarantineFolder, sha256);
  const placeOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  return {
    async stage(source, maxBytes) {
      await mkdir(stagedFolder, { recursive: true });
      const file = path.join(stagedFolder, randomUUID());
      try {
        const written = await writeDurably(file, source, maxBytes);
        if (!written.ok) {
          await rm(file, { force: true });
          return written;
        }
        await stamp(file, clock());
        return ok(stagedBlob(file, written.value, placeOf(written.value.sha256), clock));
      } catch (error) {
        await rm(file, { force: true });
        throw error;
      }
    },

    async read(sha256, range) {
      if (!hash.test(sha256)) return undefined;
      const handle = await openIfThere(placeOf(sha256));
      return handle?.createReadStream({ ...range });
    },

    async quarantine(sha256) {
      await mkdir(quarantineFolder, { recursive: true, mode: 0o700 });
      if (await renameIfThere(placeOf(sha256), shutPlaceOf(sha256))) await syncFolder(quarantineFolder);
    },

    async *listBefore(instant) {
      for (const name of await entries(quarantineFolder)) {
        if (hash.test(name) && (await isOlder(shutPlaceOf(name), instant))) yield name;
      }
      for (const outer of await entries(folder)) {
        if (outer.length !== 2) continue;
        for (const inner of await entries(path.join(folder, outer))) {
          for (const name of await entries(path.join(folder, outer, inner))) {
            if (hash.test(name) && (await isOlder(placeOf(name), instant))) yield name;
          }
        }
      }
    },

    async sweep(sha256, before, isNamed) {
      await mkdir(stagedFolder, { recursive: true });
      let removed = false;
      for (const place of [placeOf(sha256), shutPlaceOf(sha256)]) {
        const aside = path.join(stagedFolder, `swept-${sha256}-${randomUUID()}`);
        if (!(await renameIfThere(place, aside))) continue;
        // Kept again since it was listed: `keep` always puts a new file in place, with its own time.
        const wanted = !(await isOlder(aside, before)) || (await isNamed());
        if (wanted) await rename(aside, place);
        else await rm(aside);
        removed ||= !wanted;
      }
      return removed;
    },

    async sweepStaged(before) {
      let removed = 0;
      for (const name of await entries(stagedFolder)) {
        const file = path.join(stagedFolder, name);
        if (!(await isOlder(file, before))) continue;
        await rm(file, { force: true });
        removed += 1;
      }
      return removed;
    },
  };
}

function stagedBlob(file: string, blob: Blob, place: string, clock: () => Date): StagedBlob {
  return {
    ...blob,
    read: () => createReadStream(file),
    async keep() {
      await mkdir(path.dirname(place), { recursive: true });
      await stamp(file, clock());
      await rename(file, place);
      await syncFolder(path.dirname(place));
      await syncFolder(path.dirname(path.dirname(place)));
      return blob;
    },
    discard: () => rm(file, { force: true }),
  };
}

async function writeDurably(
  file: string,
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Result<Blob>> {
  const digest = createHash('sha256');
  let size = 0;
  const handle = await open(file, 'wx', 0o640);
  try {
    for await (const chunk of source) {
      size += chunk.byteLength;
      if (size > maxBytes) return refuse('too-large', 'platform.blob-too-large', { params: { maxBytes } });
      digest.update(chunk);
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return ok({ sha256: digest.digest('hex'), size });
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openIfThere(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** False when there is nothing to move. */
async function renameIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function stamp(file: string, at: Date): Promise<void> {
  return utimes(file, at, at);
}

async function isOlder(file: string, instant: Date): Promise<boolean> {
  try {
    return (await stat(file)).mtimeMs < instant.getTime();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function entries(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
