import { z } from 'zod';
import type { ExtensionRule, SuspensionGround, WarningShare } from '../../modules/process/public.ts';
import type { SectorRow } from './catalogue-lists.ts';
import type { TextFile } from './data-fault.ts';
import { parseCsv } from './read-csv.ts';
import { certaintyInModules, legalText, procedureCode, provenance, slug, validity } from './vocabulary.ts';

const suspensionGroundRow = z.strictObject({
  ground: slug,
  /** Empty: every sector, every procedure. */
  sector: slug.optional(),
  procedure: procedureCode.optional(),
  /** `continue` counts on, `restart` counts anew, `none` is logged and stops nothing. */
  effect: z.enum(['continue', 'restart', 'none']),
  /** National status shown meanwhile. */
  status: z
    .enum(['5', '6'])
    .transform((text) => (text === '5' ? (5 as const) : (6 as const)))
    .optional(),
  name: legalText,
  nameEn: legalText,
  ...validity,
  ...provenance,
});

/** `data/regimes/suspension-grounds.csv`. */
export const parseSuspensionGrounds = (file: TextFile) => parseCsv(file, suspensionGroundRow);

/** The same as process takes them. */
export function toSuspensionGrounds(
  rows: readonly z.infer<typeof suspensionGroundRow>[],
  sectors: readonly SectorRow[],
): readonly SuspensionGround[] {
  return rows.map(({ procedure, certainty, sector, ...row }) => ({
    ...row,
    sector: sectorName(sector, sectors),
    procedureCode: procedure,
    certainty: certaintyInModules[certainty],
  }));
}

const warningShareRow = z.strictObject({
  sector: slug.optional(),
  procedure: procedureCode.optional(),
  /** Of the hours of a step: above 0, below 1. */
  share: z.coerce.number().gt(0).lt(1),
  ...validity,
  ...provenance,
});

/** `data/regimes/warning-shares.csv`. */
export const parseWarningShares = (file: TextFile) => parseCsv(file, warningShareRow);

/** The same as process takes them. */
export function toWarningShares(
  rows: readonly z.infer<typeof warningShareRow>[],
  sectors: readonly SectorRow[],
): readonly WarningShare[] {
  return rows.map(({ procedure, certainty, sector, ...row }) => ({
    ...row,
    sector: sectorName(sector, sectors),
    procedureCode: procedure,
    certainty: certaintyInModules[certainty],
  }));
}

const extensionRow = z.strictObject({
  sector: slug.optional(),
  procedure: procedureCode.optional(),
  unit: z.enum(['working-days', 'calendar-days']),
  /** At most so much at a time, and so often. */
  most: z.coerce.number().int().min(1).max(365),
  times: z.coerce.number().int().min(1).max(9),
  /** `yes`: what ends within the further time is in time. */
  moves: z.enum(['yes', 'no']).transform((text) => text === 'yes'),
  name: legalText,
  nameEn: legalText,
  ...validity,
  ...provenance,
});

/** `data/regimes/extensions.csv`. */
export const parseExtensions = (file: TextFile) => parseCsv(file, extensionRow);

/** The same as process takes them. */
export function toExtensionRules(
  rows: readonly z.infer<typeof extensionRow>[],
  sectors: readonly SectorRow[],
): readonly ExtensionRule[] {
  return rows.map(({ procedure, certainty, sector, ...row }) => ({
    ...row,
    sector: sectorName(sector, sectors),
    procedureCode: procedure,
    certainty: certaintyInModules[certainty],
  }));
}

/** A procedure names its sector in words. Throws when the file names one that the data do not know. */
function sectorName(key: string | undefined, sectors: readonly SectorRow[]): string | undefined {
  if (key === undefined) return undefined;
  const sector = sectors.find((row) => row.key === key);
  if (!sector) throw new Error(`regimes: no sector ${key}`);
  return sector.name;
}
