import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import sharp from 'sharp';

/** A file as Playwright hands it to a file box. */
export interface SampleFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A real PDF of one scanned A4 page, somewhat larger than `bytes`: noise, which nothing compresses. */
export function aScannedPdf(name: string, bytes = 100_000): SampleFile {
  const side = Math.ceil(Math.sqrt(bytes / 3));
  const pixels = randomBytes(side * side * 3);
  const drawing = Buffer.from('q 595 0 0 842 0 0 cm /Scan Do Q');
  const image = `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceRGB /BitsPerComponent 8`;
  const page = '/MediaBox [0 0 595 842] /Resources << /XObject << /Scan 5 0 R >> >> /Contents 4 0 R';
  return {
    name,
    mimeType: 'application/pdf',
    buffer: pdfOf([
      ['<< /Type /Catalog /Pages 2 0 R >>'],
      ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
      [`<< /Type /Page /Parent 2 0 R ${page} >>`],
      ['', drawing],
      [image, pixels],
    ]),
  };
}

/** Objects 1, 2, … of a PDF: a dictionary, or the entries of one with the stream it describes. */
function pdfOf(objects: readonly (readonly [string, Buffer?])[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  const offsets = objects.map(([dictionary, stream], index) => {
    const offset = length();
    parts.push(Buffer.from(`${index + 1} 0 obj\n`));
    if (stream === undefined) parts.push(Buffer.from(dictionary));
    else {
      parts.push(Buffer.from(`<< ${dictionary} /Length ${stream.length} >>\nstream\n`));
      parts.push(stream, Buffer.from('\nendstream'));
    }
    parts.push(Buffer.from('\nendobj\n'));
    return offset;
  });
  const start = length();
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}`));
  parts.push(Buffer.from(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** A photo as a phone takes it: JPEG, lying on its side, with the place it was taken in its EXIF. */
export async function aPhonePhoto(name: string): Promise<SampleFile> {
  const buffer = await sharp({
    create: { width: 4000, height: 3000, channels: 3, background: { r: 214, g: 204, b: 186 } },
  })
    .withExif({
      IFD0: { Make: 'Phone', Model: 'Camera' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '11/1 18/1 36/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 5/1 54/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}

/** The bytes behind a link to a file, as whoever is signed in on the page gets them. */
export async function fileBehind(page: Page, linkName: string | RegExp): Promise<Buffer> {
  const address = await page.getByRole('link', { name: linkName }).first().getAttribute('href');
  const answer = await page.request.get(address ?? '');
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()}`);
  return answer.body();
}
