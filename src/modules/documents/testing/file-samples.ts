import sharp from 'sharp';

/** A small PDF with one picture-like stream, and more syntax when given. */
export function aPdf(syntax = ''): Buffer {
  return Buffer.from(
    [
      '%PDF-1.7',
      '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
      '2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj',
      '3 0 obj << /Subtype /Image /Length 4 >>\nstream\n/JS \nendstream endobj',
      syntax,
      'trailer << /Root 1 0 R >>',
      '%%EOF',
    ].join('\n'),
    'latin1',
  );
}

/** A photo lying on its side (400 × 300, orientation 6), with a place and a device in its EXIF block. */
export function aPhoto(): Promise<Buffer> {
  return sharp({ create: { width: 400, height: 300, channels: 3, background: '#a02020' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Phone' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '11/1 18/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 6/1 0/1',
      },
    })
    .jpeg()
    .toBuffer();
}

/** The parts of a Word document by which it is known: a stored zip with its list of content types. */
export function anOfficeFile(): Buffer {
  const types =
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
  return storedZip([
    ['[Content_Types].xml', types],
    ['word/document.xml', '<w:document/>'],
  ]);
}

function storedZip(entries: readonly (readonly [string, string])[]): Buffer {
  return Buffer.concat(
    entries.map(([name, text]) => {
      const header = Buffer.alloc(30);
      header.writeUInt32LE(0x04034b50, 0);
      header.writeUInt16LE(20, 4);
      header.writeUInt32LE(text.length, 18);
      header.writeUInt32LE(text.length, 22);
      header.writeUInt16LE(name.length, 26);
      return Buffer.concat([header, Buffer.from(name), Buffer.from(text)]);
    }),
  );
}
