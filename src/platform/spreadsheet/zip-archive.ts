import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { UnreadableFile } from './unreadable-file.ts';

/** Bytes all parts read of one archive may unpack to; far above a catalogue of 20,000 procedures. */
const mostUnpacked = 200_000_000;
const mostParts = 2_000;
/** The end record and the longest comment behind it. */
const tailBytes = 22 + 65_535;

interface Part {
  readonly offset: number;
  readonly packed: number;
  readonly method: number;
}

/** The parts of a zip file by name, as text. */
export interface ZipArchive {
  has(name: string): boolean;
  /** A part as it unpacks. What its directory claims of its size is not believed: it is counted. */
  text(name: string): AsyncGenerator<string>;
  close(): Promise<void>;
}

/**
 * Opens a zip file by its directory; what is not listed there is never read. Throws `UnreadableFile` when it is torn,
 * has a password, or unpacks to more than it may, all parts read together.
 */
export async function openArchive(path: string): Promise<ZipArchive> {
  const file = await open(path);
  let left = mostUnpacked;
  try {
    const parts = await listParts(file);
    return {
      has: (name) => parts.has(name),
      async *text(name) {
        const part = parts.get(name);
        if (part === undefined) throw new UnreadableFile('torn');
        const content = await unpack(file, part);
        try {
          // Whole characters: a chunk may end in the middle of one.
          const decoder = new TextDecoder('utf-8');
          for await (const chunk of content) {
            left -= chunk.length;
            if (left < 0) throw new UnreadableFile('unpacks-too-large');
            yield decoder.decode(chunk, { stream: true });
          }
          yield decoder.decode();
        } catch (error) {
          throw error instanceof UnreadableFile ? error : new UnreadableFile('torn');
        } finally {
          content.destroy();
        }
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function unpack(file: FileHandle, part: Part): Promise<Readable> {
  const header = await read(file, part.offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw new UnreadableFile('torn');
  const start = part.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const end = start + Math.max(part.packed, 1) - 1;
  const content = file.createReadStream({ start, end, autoClose: false });
  if (part.method === 0) return content;
  const inflate = createInflateRaw();
  content.on('error', (error) => inflate.destroy(error));
  return content.pipe(inflate);
}

async function listParts(file: FileHandle): Promise<ReadonlyMap<string, Part>> {
  const { size } = await file.stat();
  const tail = await read(file, Math.max(0, size - tailBytes), Math.min(size, tailBytes));
  const at = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (at < 0 || at + 22 > tail.length) throw new UnreadableFile('torn');
  const count = tail.readUInt16LE(at + 10);
  const length = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  if (count > mostParts || start + length > size) throw new UnreadableFile('torn');
  return readDirectory(await read(file, start, length), count);
}

function readDirectory(directory: Buffer, count: number): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50)
      throw new UnreadableFile('torn');
    if ((directory.readUInt16LE(at + 8) & 1) === 1) throw new UnreadableFile('locked');
    const method = directory.readUInt16LE(at + 10);
    if (method !== 0 && method !== 8) throw new UnreadableFile('torn');
    const nameBytes = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, at + 46 + nameBytes);
    parts.set(name, {
      method,
      packed: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return parts;
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
