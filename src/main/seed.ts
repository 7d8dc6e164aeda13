import { join } from 'node:path';
import type { CommandContext } from '../kernel/context.ts';
import { plainDateOf } from '../kernel/plain-date.ts';
import type { Result } from '../kernel/result.ts';
import { ok } from '../kernel/result.ts';
import { checkout } from '../platform/embedded/data-home.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { inTransaction } from '../platform/transaction.ts';
import type { Product } from './compose.ts';
import { loadReferenceData } from './reference-data/load-reference-data.ts';
import { toProcedureRecord } from './reference-data/procedure-records.ts';
import { toSuccessionRecords, toUnitRecords } from './reference-data/unit-records.ts';

/** What a load did, one line a kind of fact. */
export type SeedReport = readonly string[];

/**
 * Brings the database to the facts of `data/`: units, forms, procedures. Loading again changes nothing; a row
 * edited in the office is kept. Throws when the shipped data are wrong: that is a fault of the build.
 */
export async function seedReferenceData(product: Product): Promise<SeedReport> {
  const { identity, forms, catalogue } = product.modules;
  const data = await loadReferenceData(join(checkout, 'data'));
  const now = product.clock();
  const units = toUnitRecords(data.units, data.unitTemplates);
  const successions = toSuccessionRecords(data.successions, data.units, data.unitTemplates);
  const unitReport = must('units', await identity.loadUnits(units, successions, now));
  const formReport = must(
    'forms',
    await inTransaction(product.db, async (tx) =>
      ok(await forms.loadFormVersions(tx, product.jurisdiction, data.forms, now)),
    ),
  );
  const procedures = data.procedures.map((file) => toProcedureRecord(file, data));
  const published = must(
    'procedures',
    await catalogue.loadProcedures(systemContext(product, 'seed'), { procedures }),
  );
  return [
    `units on ${plainDateOf(now)}: ${JSON.stringify(unitReport)}`,
    `forms: ${JSON.stringify(formReport)}`,
    `procedures: ${JSON.stringify(published)}`,
  ];
}

/** The context of what the installation itself does, outside any request. */
export function systemContext(product: Product, task: string): CommandContext {
  return {
    jurisdiction: product.jurisdiction,
    actor: { kind: 'system', task },
    now: product.clock(),
    origin: { ip: undefined, userAgent: undefined },
    requestId: newUuidV7(),
  };
}

function must<T>(what: string, result: Result<T>): T {
  if (result.ok) return result.value;
  const { type, params, fields } = result.refusal;
  throw new Error(`data/ (${what}): ${type} ${JSON.stringify({ params, fields })}`);
}
