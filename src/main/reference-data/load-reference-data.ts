import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { type PublicationRules, publicationRules } from '../../modules/catalogue/public.ts';
import { parseCalendarDays, parseCalendarYears, parseOfficeHours } from './calendars.ts';
import {
  parseEssentialServices,
  parseLifeEvents,
  parseResultTypes,
  parseSearchSynonyms,
  parseSectors,
} from './catalogue-lists.ts';
import { parseCodePatterns } from './code-patterns.ts';
import type { TextFile } from './data-fault.ts';
import { parseDemoCitizens, parseDemoOfficers } from './demo-people.ts';
import { parseForm } from './form-definitions.ts';
import { parsePerformers, toPerformerPhrase } from './performers.ts';
import {
  parseCorrectedElsewhere,
  parseDeadlines,
  parseMasking,
  parseRegister,
  parseRetention,
  parseSensitive,
} from './privacy.ts';
import { parseProcedure } from './procedures.ts';
import { parseProcessTemplate } from './process-templates.ts';
import { parseProcess } from './processes.ts';
import { type ProvinceRow, parseProvinces } from './provinces.ts';
import type { Located } from './read-csv.ts';
import { parseYaml } from './read-yaml.ts';
import { parseExtensions, parseSuspensionGrounds, parseWarningShares } from './regimes.ts';
import { parseSuccessions, parseUnits, parseUnitTemplates } from './units.ts';

/** Reads and parses everything below `data/` except the demo, row by row. Throws `ReferenceDataError` at the first file with faults. */
export async function loadReferenceData(folder: string) {
  const read = (path: string) => readText(folder, path);
  return {
    units: rows(parseUnits(await read('units/units.csv'))),
    unitTemplates: rows(parseUnitTemplates(await read('units/unit-templates.csv'))),
    successions: rows(parseSuccessions(await read('units/successions.csv'))),
    officeHours: rows(parseOfficeHours(await read('calendars/office-hours.csv'))),
    calendarDays: rows(parseCalendarDays(await read('calendars/days.csv'))),
    calendarYears: rows(parseCalendarYears(await read('calendars/years.csv'))),
    suspensionGrounds: rows(parseSuspensionGrounds(await read('regimes/suspension-grounds.csv'))),
    extensions: rows(parseExtensions(await read('regimes/extensions.csv'))),
    warningShares: rows(parseWarningShares(await read('regimes/warning-shares.csv'))),
    codePatterns: rows(parseCodePatterns(await read('units/code-patterns.csv'))),
    sectors: rows(parseSectors(await read('catalogue/sectors.csv'))),
    resultTypes: rows(parseResultTypes(await read('catalogue/result-types.csv'))),
    searchSynonyms: rows(parseSearchSynonyms(await read('catalogue/search-synonyms.csv'))),
    lifeEvents: rows(parseLifeEvents(await read('catalogue/life-events.csv'))),
    essentialServices: rows(parseEssentialServices(await read('catalogue/essential-services.csv'))),
    procedures: (await readFolder(folder, 'procedures')).map(parseProcedure),
    forms: (await readFolder(folder, 'forms')).map(parseForm),
    processes: (await readFolder(folder, 'processes')).map(parseProcess),
  };
}

/** Reads the provinces of the country, for addresses. */
export async function loadProvinces(folder: string): Promise<readonly ProvinceRow[]> {
  return rows(parseProvinces(await readText(folder, 'units/provinces.csv')));
}

/** Reads what the editor of processes offers: tables to begin from, and the words by which decisions name performers. */
export async function loadProcessEditing(folder: string) {
  return {
    templates: (await readFolder(folder, 'process/templates')).map(parseProcessTemplate),
    phrases: rows(parsePerformers(await readText(folder, 'process/performers.csv'))).map(toPerformerPhrase),
  };
}

/** Reads how texts of procedures come to be published here. */
export async function loadPublicationRules(folder: string): Promise<PublicationRules> {
  return parseYaml(await readText(folder, 'catalogue/publication-rules.yaml'), publicationRules);
}

/** Reads what is done with personal data, what each recorded reading is for, who sees what of it whole, and the law's times. */
export async function loadPrivacyRules(folder: string) {
  const read = (path: string) => readText(folder, `privacy/${path}`);
  return {
    register: parseRegister(await read('processing.csv'), await read('reads.csv')),
    deadlines: parseDeadlines(await read('deadlines.csv')),
    retention: parseRetention(await read('retention.csv')),
    elsewhere: parseCorrectedElsewhere(await read('corrected-elsewhere.csv')),
    masking: parseMasking(
      await read('masking.csv'),
      await read('unmask-reasons.csv'),
      parseSensitive(await read('sensitive-answers.csv'), await read('sensitive-kinds.csv')),
    ),
  };
}

/** Reads what is refused as a new password. */
export async function loadGuessedPasswords(folder: string) {
  const read = async (name: string) =>
    (await readText(folder, `passwords/${name}`)).text.split('\n').filter(Boolean);
  return {
    breached: new Set(await read('breached.txt')),
    words: new Set(await read('words.txt')),
    context: await read('context.txt'),
  };
}

/** Reads the fictional people of the demo. */
export async function loadDemoPeople(folder: string) {
  return {
    officers: rows(parseDemoOfficers(await readText(folder, 'demo/officers.csv'))),
    citizens: rows(parseDemoCitizens(await readText(folder, 'demo/citizens.csv'))),
  };
}

async function readFolder(folder: string, name: string): Promise<readonly TextFile[]> {
  const entries = (await readdir(join(folder, name))).filter((entry) => entry.endsWith('.yaml')).sort();
  return Promise.all(entries.map((entry) => readText(folder, posix.join(name, entry))));
}

async function readText(folder: string, path: string): Promise<TextFile> {
  return { path: posix.join('data', path), text: await readFile(join(folder, path), 'utf8') };
}

function rows<T>(located: readonly Located<T>[]): readonly T[] {
  return located.map(({ row }) => row);
}
