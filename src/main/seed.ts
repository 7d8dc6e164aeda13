import { join } from 'node:path';
import type { Result } from '../kernel/result.ts';
import { ok } from '../kernel/result.ts';
import type { Tx } from '../platform/database.ts';
import { checkout } from '../platform/embedded/data-home.ts';
import { inTransaction } from '../platform/transaction.ts';
import type { Product } from './compose.ts';
import { toCalendarRecords } from './reference-data/calendar-definitions.ts';
import { toCodePatternRecords } from './reference-data/code-patterns.ts';
import { loadReferenceData } from './reference-data/load-reference-data.ts';
import { toProcedureRecord } from './reference-data/procedure-records.ts';
import { toProcessTable } from './reference-data/process-tables.ts';
import { toExtensionRules, toSuspensionGrounds, toWarningShares } from './reference-data/regimes.ts';
import { toSuccessionRecords, toUnitRecords } from './reference-data/unit-records.ts';
import { systemContext } from './system-context.ts';

/** What a load did, one line a kind of fact. */
export type SeedReport = readonly string[];

/**
 * Brings the database to the facts of `data/`: units, forms, procedures. Loading again changes nothing; a row
 * edited in the office is kept. Throws when the shipped data are wrong: that is a fault of the build.
 */
export async function seedReferenceData(product: Product): Promise<SeedReport> {
  const { identity, forms, process, catalogue, dossiers } = product.modules;
  const data = await loadReferenceData(join(checkout, 'data'));
  const now = product.clock();
  const inTx = <T>(load: (tx: Tx) => Promise<Result<T>>) => inTransaction(product.db, load);

  const units = toUnitRecords(data.units, data.unitTemplates);
  const successions = toSuccessionRecords(data.successions, data.units, data.unitTemplates);
  const calendars = toCalendarRecords(data.officeHours, data.calendarDays, data.calendarYears);
  const regimes = {
    grounds: toSuspensionGrounds(data.suspensionGrounds, data.sectors),
    extensions: toExtensionRules(data.extensions, data.sectors),
    warnings: toWarningShares(data.warningShares, data.sectors),
  };
  const processes = data.processes.map(({ steps, ...file }) => ({
    ...file,
    table: toProcessTable({ steps, ...file }),
  }));
  const procedures = data.procedures.map((file) => toProcedureRecord(file, data));
  const synonyms = data.searchSynonyms.map(({ phrase, means }) => ({ phrase, means }));
  const lifeEvents = data.lifeEvents.map(({ key, name, nameEn }) => ({
    key,
    name,
    nameEn,
    procedures: data.procedures.filter((file) => file.lifeEvents.includes(key)).map((file) => file.code),
  }));
  // Decision 06/QĐ-TTg of 06/01/2022 names the services; which procedure provides one is a fact of `data/`.
  const essential = data.essentialServices.flatMap(({ procedure, name, source }) =>
    procedure === undefined
      ? []
      : [{ code: procedure, facts: { list: 'essential' as const, name }, from: '2022-01-06', source }],
  );
  // One procedure may provide several of the services.
  const listings = [...new Map(essential.map((listing) => [listing.code, listing])).values()];
  const report = [
    told('units', await identity.loadUnits(units, successions, now)),
    told('calendars', await inTx((tx) => process.loadCalendars(tx, calendars, now))),
    told('regimes', await inTx((tx) => process.loadRegimes(tx, regimes))),
    told('processes', await inTx((tx) => process.loadProcesses(tx, processes, now))),
    told(
      'forms',
      await inTx(async (tx) => ok(await forms.loadFormVersions(tx, product.jurisdiction, data.forms, now))),
    ),
    told(
      'procedures',
      await catalogue.loadProcedures(systemContext(product, 'seed'), {
        procedures,
        synonyms,
        lifeEvents,
        listings,
      }),
    ),
  ];
  const codePatterns = toCodePatternRecords(data.codePatterns);
  await inTx(async (tx) =>
    ok(await dossiers.commands.loadCodePatterns(tx, product.jurisdiction, codePatterns)),
  );
  await product.refresh();
  // Calendars may have changed: what is open counts by them from now on.
  await product.tasks['dossiers.recount-clocks']?.({});
  return report;
}

function told(what: string, result: Result<unknown>): string {
  if (result.ok) return `${what}: ${JSON.stringify(result.value)}`;
  const { type, params, fields } = result.refusal;
  throw new Error(`data/ (${what}): ${type} ${JSON.stringify({ params, fields })}`);
}
