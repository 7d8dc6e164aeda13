import { z } from 'zod';
import { basisKind, type Register } from '../../modules/privacy/public.ts';
import { type TextFile, throwFaults } from './data-fault.ts';
import { parseCsv } from './read-csv.ts';
import { certaintyInModules, legalText, provenance, slug, validity } from './vocabulary.ts';

const processingRow = z.strictObject({
  key: slug,
  name: legalText,
  purpose: legalText,
  basisKind,
  /** The acts it rests on. */
  basis: legalText,
  subjects: legalText,
  data: legalText,
  recipients: legalText,
  kept: legalText,
  ...validity,
  ...provenance,
});

const readRow = z.strictObject({
  /** As the journal names it, or a beginning of it up to a dot. */
  query: z.string().regex(/^[a-z]+(\.[a-z-]+)+$/),
  processing: slug,
});

/** `data/privacy/processing.csv` and `reads.csv`. Throws when a reading falls under no processing. */
export function parseRegister(processings: TextFile, reads: TextFile): Register {
  const rows = parseCsv(processings, processingRow).map(({ row: { certainty, ...row } }) => ({
    ...row,
    certainty: certaintyInModules[certainty],
  }));
  const named = parseCsv(reads, readRow);
  const known = new Set(rows.map(({ key }) => key));
  throwFaults(
    named
      .filter(({ row }) => !known.has(row.processing))
      .map(({ line, row }) => ({
        path: reads.path,
        line,
        message: `processing: "${row.processing}" is no key of ${processings.path}`,
      })),
  );
  return { processings: rows, reads: new Map(named.map(({ row }) => [row.query, row.processing])) };
}
