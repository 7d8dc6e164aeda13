import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createPdfScanner, dangerIn } from './pdf-dangers.ts';

function scan(pdf: Buffer, chunkSize = pdf.length): string | undefined {
  const scanner = createPdfScanner((compressed) => {
    try {
      return inflateSync(compressed);
    } catch {
      return undefined;
    }
  });
  let found: string | undefined;
  for (let at = 0; at < pdf.length; at += chunkSize) found = scanner.add(pdf.subarray(at, at + chunkSize));
  return found;
}

const stream = (dictionary: string, body: Buffer) =>
  Buffer.concat([
    Buffer.from(`7 0 obj\n<< ${dictionary} /Length ${body.length} >>\nstream\n`),
    body,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
const pdf = (...parts: (string | Buffer)[]) =>
  Buffer.concat(
    ['%PDF-1.7\n', ...parts, 'trailer\n<< /Root 1 0 R >>\n%%EOF'].map((part) => Buffer.from(part)),
  );
const objects = (text: string) =>
  stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', deflateSync(text));

describe('dangers of a PDF', () => {
  it.each([
    ['script', '1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >> endobj\n'],
    ['script', '1 0 obj << /S /J#61vaScript >> endobj\n'],
    ['launch', '1 0 obj << /S /Launch /F (cmd.exe) >> endobj\n'],
    ['encrypted', 'trailer << /Encrypt 9 0 R >>\n'],
  ])('finds %s in %s', (danger, syntax) => {
    expect(scan(pdf(syntax))).toBe(danger);
    expect(scan(pdf(syntax), 3)).toBe(danger);
  });

  it('looks into compressed object streams', () => {
    expect(scan(pdf(objects('1 0 << /S /JavaScript >>')))).toBe('script');
    expect(scan(pdf(objects('1 0 << /S /JavaScript >>')), 5)).toBe('script');
    expect(scan(pdf(objects('1 0 << /Type /Catalog >>')))).toBeUndefined();
  });

  it('looks into object streams without compression', () => {
    expect(scan(pdf(stream('/Type/ObjStm', Buffer.from('1 0 << /S /Launch >>'))))).toBe('launch');
  });

  it('does not trust an object stream it cannot read', () => {
    expect(scan(pdf(stream('/Type /ObjStm /Filter /LZWDecode', Buffer.from('????'))))).toBe('unreadable');
  });

  it('ignores what pictures and fonts happen to contain', () => {
    const picture = stream('/Subtype /Image', Buffer.from('..../JS /JavaScript /Launch /Encrypt 1 0 R....'));
    expect(scan(pdf(picture, picture), 100)).toBeUndefined();
  });

  it('takes longer names for what they are', () => {
    expect(dangerIn('<< /JSON 1 /LaunchPad 2 /EncryptMetadata true >>')).toBeUndefined();
  });
});
