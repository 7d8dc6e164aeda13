import { buffer } from 'node:stream/consumers';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BlobStore } from '../../../platform/blob-store.ts';
import { createMemoryBlobStore } from '../../../platform/testing/memory-blob-store.ts';
import { anOfficeFile, aPdf, aPhoto } from '../testing/file-samples.ts';
import { aReceipt, shippedPrinter } from '../testing/letter-samples.ts';
import { admitFile } from './admit-file.ts';
import { renderLetter } from './render-letter.ts';

const cap = 5_000_000;
let blobs: BlobStore;
beforeEach(() => {
  blobs = createMemoryBlobStore(() => new Date('2026-11-20T02:00:00Z'));
});

async function* chunks(content: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += 10_000) yield content.subarray(at, at + 10_000);
}

const admit = (name: string, content: Buffer) => admitFile(blobs, { name, content: chunks(content) }, cap);
/** Contents staged and neither kept nor discarded. */
const leftOver = () => blobs.sweepStaged(new Date('2027-01-01'));

describe('admitFile', () => {
  it('admits a PDF byte for byte', async () => {
    const pdf = aPdf();
    const admitted = await admit('Giấy chứng sinh.PDF', pdf);
    if (!admitted.ok) throw new Error(admitted.refusal.type);
    expect(admitted.value.name).toBe('Giấy chứng sinh.pdf');
    expect(await buffer(admitted.value.blob.read())).toEqual(pdf);
  });

  it('takes the place out of a phone photo and stands it upright', async () => {
    const photo = await aPhoto();
    const before = await sharp(photo).metadata();
    expect(before).toMatchObject({ width: 400, height: 300, orientation: 6 });
    expect(before.exif?.includes('Phone')).toBe(true);
    const admitted = await admit('IMG_2041.jpeg', photo);
    if (!admitted.ok) throw new Error(admitted.refusal.type);
    const kept = await buffer(admitted.value.blob.read());
    const meta = await sharp(kept).metadata();
    expect(admitted.value.name).toBe('IMG_2041.jpg');
    expect(meta).toMatchObject({ format: 'jpeg', width: 300, height: 400 });
    expect(meta.exif).toBeUndefined();
    expect(meta.orientation ?? 1).toBe(1);
    expect(kept.includes('Exif')).toBe(false);
    expect(await leftOver()).toBe(1);
  });

  it('admits the letters we print', async () => {
    const { pdf } = await renderLetter(
      shippedPrinter(),
      'receipt',
      aReceipt(),
      new Date('2026-11-20T02:00:00Z'),
    );
    expect(await admit('Giấy tiếp nhận.pdf', Buffer.from(pdf))).toMatchObject({ ok: true });
  });

  it('leaves a picture without hidden facts as it is', async () => {
    const picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const admitted = await admit('dau.png', picture);
    expect(admitted.ok && (await buffer(admitted.value.blob.read()))).toEqual(picture);
  });

  it.each(['jpeg', 'png'] as const)('takes away what hangs behind a %s', async (format) => {
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#2060a0' } })
      .toFormat(format)
      .toBuffer();
    const admitted = await admit(
      'hai-mat',
      Buffer.concat([picture, Buffer.from('<script>x</script>'), anOfficeFile()]),
    );
    if (!admitted.ok) throw new Error(admitted.refusal.type);
    const kept = await buffer(admitted.value.blob.read());
    expect(kept.includes('<script>')).toBe(false);
    expect(kept.includes('PK')).toBe(false);
    expect(await sharp(kept).metadata()).toMatchObject({ width: 40, height: 30, format });
  });

  it('admits a Word document', async () => {
    expect(await admit('don.docx', anOfficeFile())).toMatchObject({
      ok: true,
      value: { name: 'don.docx', type: { viewable: false } },
    });
  });

  it.each([
    ['documents.type-not-allowed', 'cai.pdf', Buffer.from('MZ\x90\x00'.padEnd(5000, '\0'), 'latin1')],
    ['documents.type-not-allowed', 'trang.pdf', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['documents.type-not-allowed', 'a.jpg', Buffer.from('#!/bin/sh\nrm -rf /\n')],
    [
      'documents.type-not-allowed',
      'hinh.png',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ],
    ['documents.type-not-allowed', 'hinh.png', Buffer.from('GIF89a/*'.padEnd(300, '\0'), 'latin1')],
    ['documents.type-not-allowed', 'hai.pdf', Buffer.concat([Buffer.from('<html><script>'), aPdf()])],
    ['documents.type-not-allowed', 'nen.docx', Buffer.from('PK\x03\x04'.padEnd(300, '\0'), 'latin1')],
    ['documents.mislabelled', 'anh.jpg', aPdf()],
    ['documents.empty', 'rong.pdf', Buffer.alloc(0)],
    ['documents.too-large', 'to.pdf', Buffer.alloc(cap + 1)],
    ['documents.picture-unreadable', 'hong.jpg', Buffer.from('\xff\xd8\xff\xe0'.padEnd(900, 'x'), 'latin1')],
    ['documents.pdf-script', 'ma.pdf', aPdf('9 0 obj << /S /JavaScript /JS (x) >> endobj')],
    ['documents.pdf-encrypted', 'khoa.pdf', aPdf('trailer << /Encrypt 9 0 R >>')],
    [
      'documents.heic',
      'anh.heic',
      Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'.padEnd(200, '\0'), 'latin1'),
    ],
  ])('refuses as %s: %s, and leaves nothing behind', async (type, name, content) => {
    expect(await admit(name, content)).toMatchObject({ ok: false, refusal: { type, params: { name } } });
    expect(await leftOver()).toBe(0);
  });

  it('refuses a PDF whose compressed objects would swell without end', async () => {
    const bomb = deflateSync(Buffer.alloc(80_000_000, 32));
    const objects = Buffer.concat([
      Buffer.from('8 0 obj << /Type /ObjStm /Filter /FlateDecode >>\nstream\n'),
      bomb,
      Buffer.from('\nendstream endobj'),
    ]);
    const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), objects]);
    expect(await admit('bom.pdf', pdf)).toMatchObject({
      ok: false,
      refusal: { type: 'documents.pdf-unreadable' },
    });
  });
});
