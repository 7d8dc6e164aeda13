import { create } from 'qrcode';

/** A QR code as one SVG path on a grid of `size` units, quiet zone included. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

const quietZone = 4;

/** The code of an address, legible when a corner of the sheet is torn (level Q). */
export function qrPath(address: string): QrPath {
  const { modules } = create(address, { errorCorrectionLevel: 'Q' });
  const cells: string[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) cells.push(`M${column + quietZone} ${row + quietZone}h1v1h-1z`);
  return { size: modules.size + 2 * quietZone, path: cells.join('') };
}
