import sharp from 'sharp';

/** A file as Playwright hands it to a file box. */
export interface SampleFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A scanned paper of about so many bytes: a PDF of one page whose content is padding. */
export function aScannedPdf(name: string, bytes: number): SampleFile {
  const objects = [
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj',
    `4 0 obj<</Length ${bytes}>>stream\n`,
  ];
  const buffer = Buffer.concat([
    Buffer.from(`%PDF-1.4\n${objects.join('\n')}`),
    Buffer.alloc(bytes, ' '),
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ]);
  return { name, mimeType: 'application/pdf', buffer };
}

/** A picture as a phone takes it. */
export async function aPhonePhoto(name: string): Promise<SampleFile> {
  const picture = sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#8a6a4a' } });
  return { name, mimeType: 'image/jpeg', buffer: await picture.jpeg().toBuffer() };
}
