import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createBlobFolder } from './blob-folder.ts';
import type { BlobStore, StagedBlob } from './blob-store.ts';
import { createMemoryBlobStore } from './testing/memory-blob-store.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

let now = new Date('2026-11-20T09:00:00+07:00');
const clock = () => now;
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'motcua-blobs-'));
  folders.push(folder);
  return folder;
}

const kinds = [
  { kind: 'folder', create: async () => createBlobFolder({ folder: await newFolder(), clock }) },
  { kind: 'memory', create: async () => createMemoryBlobStore(clock) },
];

async function* chunked(content: Buffer, size = 1000): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

async function staged(store: BlobStore, content: Buffer): Promise<StagedBlob> {
  const outcome = await store.stage(chunked(content), 1_000_000);
  if (!outcome.ok) throw new Error(outcome.refusal.type);
  return outcome.value;
}

async function listed(store: BlobStore, before: Date): Promise<string[]> {
  const hashes: string[] = [];
  for await (const sha256 of store.listBefore(before)) hashes.push(sha256);
  return hashes;
}

describe.each(kinds)('blob store ($kind)', ({ create }) => {
  let store: BlobStore;
  beforeEach(async () => {
    now = new Date('2026-11-20T09:00:00+07:00');
    store = await create();
  });

  it('gives content back under its hash once kept, whole or in part', async () => {
    const content = randomBytes(5_000);
    const blob = await staged(store, content);
    expect(blob).toMatchObject({
      sha256: createHash('sha256').update(content).digest('hex'),
      size: content.length,
    });
    expect(await buffer(blob.read())).toEqual(content);
    expect(await store.read(blob.sha256)).toBeUndefined();

    await blob.keep();
    await blob.discard();
    const whole = await store.read(blob.sha256);
    const part = await store.read(blob.sha256, { start: 10, end: 19 });
    expect(whole && (await buffer(whole))).toEqual(content);
    expect(part && (await buffer(part))).toEqual(content.subarray(10, 20));
  });

  it('keeps the same content twice without harm', async () => {
    const content = Buffer.from('bản chụp');
    const first = await staged(store, content);
    const second = await staged(store, content);
    await Promise.all([first.keep(), second.keep()]);
    expect(await listed(store, hours(1))).toEqual([first.sha256]);
  });

  it('stops at the first byte over the limit', async () => {
    let read = 0;
    const source = async function* () {
      for (;;) {
        read += 1000;
        yield Buffer.alloc(1000);
      }
    };
    const outcome = await store.stage(source(), 2500);
    expect(outcome).toMatchObject({ ok: false, refusal: { type: 'platform.blob-too-large' } });
    expect(read).toBe(3000);
    expect(await store.sweepStaged(hours(48))).toBe(0);
  });

  it('leaves nothing when the sender breaks off', async () => {
    const source = async function* () {
      yield Buffer.alloc(1000);
      throw new Error('aborted');
    };
    await expect(store.stage(source(), 10_000)).rejects.toThrow('aborted');
    expect(await store.sweepStaged(hours(48))).toBe(0);
    expect(await listed(store, hours(48))).toEqual([]);
  });

  it('discards what was staged', async () => {
    const blob = await staged(store, Buffer.from('x'));
    await blob.discard();
    expect(await store.sweepStaged(hours(48))).toBe(0);
    expect(await listed(store, hours(48))).toEqual([]);
  });

  it('sweeps old content that nobody names and spares the rest', async () => {
    const orphan = await (await staged(store, Buffer.from('mồ côi'))).keep();
    const named = await (await staged(store, Buffer.from('có chủ'))).keep();
    now = hours(25);
    const fresh = await (await staged(store, Buffer.from('mới'))).keep();
    const dayAgo = hours(-24);

    expect((await listed(store, dayAgo)).sort()).toEqual([orphan.sha256, named.sha256].sort());
    expect(await store.sweep(orphan.sha256, dayAgo, async () => false)).toBe(true);
    expect(await store.sweep(named.sha256, dayAgo, async () => true)).toBe(false);
    expect(await store.sweep(fresh.sha256, dayAgo, async () => false)).toBe(false);
    expect((await listed(store, hours(1))).sort()).toEqual([named.sha256, fresh.sha256].sort());
    expect(await store.sweep(orphan.sha256, dayAgo, async () => false)).toBe(false);
  });

  it('spares an orphan that was kept again since it was listed', async () => {
    const content = Buffer.from('nộp lại');
    const { sha256 } = await (await staged(store, content)).keep();
    now = hours(25);
    await (await staged(store, content)).keep();
    expect(await store.sweep(sha256, hours(-24), async () => false)).toBe(false);
    const kept = await store.read(sha256);
    expect(kept && (await buffer(kept))).toEqual(content);
  });

  it('gives nothing back from quarantine, keeps it there until nobody names it, and takes the same content anew', async () => {
    const content = Buffer.from('có mã độc');
    const { sha256 } = await (await staged(store, content)).keep();
    await store.quarantine(sha256);
    await store.quarantine(sha256);
    expect(await store.read(sha256)).toBeUndefined();
    expect(await listed(store, hours(1))).toEqual([sha256]);
    expect(await store.sweep(sha256, hours(1), async () => true)).toBe(false);
    expect(await listed(store, hours(1))).toEqual([sha256]);

    await (await staged(store, content)).keep();
    const again = await store.read(sha256);
    expect(again && (await buffer(again))).toEqual(content);
    await store.quarantine(sha256);
    expect(await store.read(sha256)).toBeUndefined();
    expect(await store.sweep(sha256, hours(1), async () => false)).toBe(true);
    expect(await listed(store, hours(1))).toEqual([]);
    await store.quarantine('0'.repeat(64));
  });

  it('sweeps content staged long ago and never kept', async () => {
    await staged(store, Buffer.from('bỏ dở'));
    expect(await store.sweepStaged(hours(-24))).toBe(0);
    now = hours(25);
    expect(await store.sweepStaged(hours(-24))).toBe(1);
  });

  it('finds nothing under what is not a hash', async () => {
    expect(await store.read('../../etc/passwd')).toBeUndefined();
    expect(await store.read('0'.repeat(64))).toBeUndefined();
  });
});

describe('blob folder', () => {
  it('fans out over two levels and holds nothing but whole contents', async () => {
    const folder = await newFolder();
    const store = createBlobFolder({ folder, clock });
    const { sha256 } = await (await staged(store, randomBytes(100_000))).keep();
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    expect(files.map((file) => path.relative(folder, path.join(file.parentPath, file.name)))).toEqual([
      path.join(sha256.slice(0, 2), sha256.slice(2, 4), sha256),
    ]);
  });
});
