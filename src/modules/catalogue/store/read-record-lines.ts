import { type FileHandle, open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { UnreadableFile } from '../../../platform/spreadsheet/unreadable-file.ts';
import { longestLine } from '../core/import/parse-line.ts';

/** Characters a packed file may unpack to. */
const mostText = 400_000_000;

/**
 * Lines of a text file, unpacked when it is gzip (by its first bytes, whatever its name). A line too long to be
 * a record is cut just above the limit, so that no file can fill the memory. Throws when unreadable or torn.
 */
export async function* readRecordLines(path: string): AsyncGenerator<string> {
  const opened = await open(path);
  const packed = await isGzip(opened);
  const file = opened.createReadStream({ start: 0 });
  const text = packed ? file.pipe(createGunzip()) : file;
  file.on('error', (error) => text.destroy(error));
  text.setEncoding('utf8');
  let rest = '';
  let left = mostText;
  for await (const chunk of text) {
    left -= chunk.length;
    if (left < 0) throw new UnreadableFile('unpacks-too-large');
    // What is beyond the limit is not gathered: a line without end would be copied again with every chunk.
    if (rest.length > longestLine && !chunk.includes('\n')) continue;
    const lines = `${rest}${chunk}`.split(/\r?\n/);
    rest = (lines.pop() ?? '').slice(0, longestLine + 1);
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function isGzip(file: FileHandle): Promise<boolean> {
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
  return buffer[0] === 0x1f && buffer[1] === 0x8b;
}
