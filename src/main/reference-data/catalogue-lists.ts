import { z } from 'zod';
import type { TextFile } from './data-fault.ts';
import { parseCsv } from './read-csv.ts';
import { legalText, provenance, slug } from './vocabulary.ts';

const sectorRow = z.strictObject({
  key: slug,
  name: legalText,
  nameEn: legalText,
  ministry: legalText,
  /** National code (`G15-TP02`), only where known. */
  code: legalText.optional(),
  ...provenance,
});
export type SectorRow = z.infer<typeof sectorRow>;

const resultTypeRow = z.strictObject({
  code: z.string().regex(/^KQ\.[A-Z]\d{2}\.\d{6}$/),
  name: legalText,
  nameEn: legalText,
  ...provenance,
});

const lifeEventRow = z.strictObject({ key: slug, name: legalText, nameEn: legalText, ...provenance });

const essentialServiceRow = z.strictObject({
  number: z.coerce.number().int().min(1).max(25),
  name: legalText,
  nameEn: legalText,
  ministry: legalText,
  /** Procedure of this catalogue that provides it, when there is one. */
  procedure: z.string().optional(),
  ...provenance,
  note: legalText.optional(),
  /** Why no procedure here provides it. */
  absentBecause: legalText.optional(),
});

const searchSynonymRow = z.strictObject({ phrase: legalText, means: legalText, ...provenance });

/** `data/catalogue/search-synonyms.csv`: everyday words and what the law calls it. */
export const parseSearchSynonyms = (file: TextFile) => parseCsv(file, searchSynonymRow);
/** `data/catalogue/sectors.csv`: lĩnh vực. */
export const parseSectors = (file: TextFile) => parseCsv(file, sectorRow);
/** `data/catalogue/result-types.csv`: national type codes of results. */
export const parseResultTypes = (file: TextFile) => parseCsv(file, resultTypeRow);
/** `data/catalogue/life-events.csv`: the events by which citizens look for procedures. */
export const parseLifeEvents = (file: TextFile) => parseCsv(file, lifeEventRow);
/** `data/catalogue/essential-services.csv`: the 25 services of Decision 06/QĐ-TTg (2022). */
export const parseEssentialServices = (file: TextFile) => parseCsv(file, essentialServiceRow);
