import { join } from 'node:path';
import type { Jurisdiction } from '../kernel/id.ts';
import { type Audit, createAudit } from '../modules/audit/public.ts';
import { type Catalogue, createCatalogue } from '../modules/catalogue/public.ts';
import { createDocuments, type Documents } from '../modules/documents/public.ts';
import {
  createDossiers,
  type Dossiers,
  sealedTables as dossiersSealed,
  workInHand,
} from '../modules/dossiers/public.ts';
import { createForms, type Forms } from '../modules/forms/public.ts';
import {
  correctContact,
  createIdentity,
  forgetExpired,
  type Identity,
  sealedTables as identitySealed,
  keptOfPerson,
} from '../modules/identity/public.ts';
import {
  createNotifications,
  eraseMessages,
  keptMessages,
  type Notifications,
  tellSubmitterTask,
} from '../modules/notifications/public.ts';
import { createPayments, type Payments } from '../modules/payments/public.ts';
import { createPrivacy, type Privacy } from '../modules/privacy/public.ts';
import { createProcess, type Processes } from '../modules/process/public.ts';
import { createBlobFolder } from '../platform/blob-folder.ts';
import type { Config } from '../platform/config.ts';
import { createDatabase, type Database } from '../platform/database.ts';
import { checkout } from '../platform/embedded/data-home.ts';
import { forgetRequests } from '../platform/forget-requests.ts';
import type { ReadinessCheck } from '../platform/http/health.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { createSeal } from '../platform/sealed-text.ts';
import type { Schedule, TaskHandler } from '../platform/worker.ts';
import { clamdSimulator } from './clamd-simulator/clamd-routes.ts';
import { clockFrom } from './clock.ts';
import { demoCitizens, demoOfficers } from './demo-people.ts';
import { phoneRoutes } from './identity-simulator/phone-routes.ts';
import {
  identityProviderOptions,
  provinceOptions,
  simulatorRoutes,
} from './identity-simulator/simulator-routes.ts';
import { legalLimitOf } from './legal-limit-of.ts';
import {
  databaseReady,
  headsStamped,
  journalSealed,
  migrationsApplied,
  uploadsScanned,
  workerAlive,
} from './readiness.ts';
import {
  loadGuessedPasswords,
  loadPrivacyRules,
  loadProcessEditing,
  loadProvinces,
  loadPublicationRules,
} from './reference-data/load-reference-data.ts';
import { scanningFrom } from './scanning.ts';
import type { ServedApp } from './server.ts';
import { timestampAnchors, timestampAuthorities } from './timestamp-authority.ts';
import { timestampSimulator } from './timestamp-simulator/timestamp-routes.ts';
import { uploadTarget } from './upload-target.ts';

/** The modules, each built once, in the order of the table in architecture.mjs. */
export interface Modules {
  readonly identity: Identity;
  readonly audit: Audit;
  readonly privacy: Privacy;
  readonly forms: Forms;
  readonly process: Processes;
  readonly catalogue: Catalogue;
  readonly payments: Payments;
  readonly documents: Documents;
  readonly dossiers: Dossiers;
  readonly notifications: Notifications;
}

/** Everything one process is made of; roles (server, worker, command) take from it what they need. */
export interface Product {
  readonly config: Config;
  readonly jurisdiction: Jurisdiction;
  readonly clock: () => Date;
  readonly db: Database;
  readonly modules: Modules;
  /** HTTP routes of the modules besides the pages. */
  readonly routes: ServedApp['routes'];
  /** What the worker does with each kind of job. */
  readonly tasks: Readonly<Record<string, TaskHandler>>;
  /** Jobs that come back by themselves. */
  readonly schedule: Schedule;
  readonly readiness: readonly ReadinessCheck[];
  /** Reads again what modules keep in memory (units, calendars); at start, after a load, and every half minute. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** The tenant of this installation; `platform` has room for more, none is needed yet. */
const jurisdiction = 1 as Jurisdiction;

/** Builds the product on a migrated database, its own connections to it unless others are given. Close it when done. */
export async function compose(config: Config, given?: Database): Promise<Product> {
  const clock = clockFrom(config.clock);
  const newId = newUuidV7;
  const db =
    given ??
    createDatabase({ url: config.databaseUrl, role: 'motcua_app', jurisdiction, maxConnections: 20 });
  const seal = createSeal(config.sealKeys);
  const identity = createIdentity({
    db,
    jurisdiction,
    newId,
    seal,
    mode: config.mode,
    provider: identityProviderOptions(config),
    province: provinceOptions(config),
    baseUrl: config.baseUrl,
    guessedPasswords: await loadGuessedPasswords(join(checkout, 'data')),
    workInHand,
    // Work, numbers and books stand above: asked only once everything is composed.
    isCalendar: (code) => process.calendarNamed(code) !== undefined,
    unitWork: (at, tenant, unitIds, now) => dossiers.queries.unitWork(at, tenant, unitIds, now),
  });
  const forms = createForms({ db, newId, identity, provinces: await loadProvinces(join(checkout, 'data')) });
  const process = createProcess({
    db,
    newId,
    identity,
    ...(await loadProcessEditing(join(checkout, 'data'))),
    // Asked only once everything is composed.
    stepsNobodyCanDo: (tx, steps, procedures, on) =>
      dossiers.queries.stepsNobodyCanDo(tx, jurisdiction, steps, procedures, on),
    legalLimitOf: (at, code, caseKey, on) => legalLimitOf(catalogue, at, jurisdiction, { code, caseKey, on }),
  });
  const documents = createDocuments({
    db,
    newId,
    clock,
    blobs: createBlobFolder({ folder: join(config.dataFolder, 'files'), clock }),
    lettersFolder: join(checkout, 'data', 'letters'),
    fontsFolder: join(checkout, 'assets', 'fonts', 'liberation-serif'),
    upload: { maxBytes: config.uploadBytes, maxFiles: 20 },
    jurisdiction,
    scanning: scanningFrom(config),
    // Dossiers stand above: asked only once everything is composed.
    onInfected: (tx, ctx, fileIds) => dossiers.markInfected(tx, ctx, fileIds),
  });
  const catalogue = createCatalogue({
    db,
    newId,
    forms,
    process,
    identity,
    documents: documents.api.queries,
    // Dossiers stand above the catalogue and are built on it: asked only once both exist.
    dossiers: {
      openOnVersions: (tenant, ids) => dossiers.queries.openOnVersions(tenant, ids),
      codeForOfficer: async (ctx, dossierId) => {
        const view = await dossiers.queries.getOfficeDossier(ctx, dossierId);
        return view.ok ? view.value.code : undefined;
      },
    },
    rules: await loadPublicationRules(join(checkout, 'data')),
  });
  const payments = createPayments({ newId });
  const privacyRules = await loadPrivacyRules(join(checkout, 'data'));
  const dossiers = createDossiers({
    db,
    newId,
    jurisdiction,
    clock,
    seal,
    identity,
    catalogue,
    forms,
    process,
    payments,
    documents: documents.api,
    masking: privacyRules.masking,
    lookUpAddress: (code) => new URL(`/tra-cuu?ma=${encodeURIComponent(code)}`, config.baseUrl).href,
    eventTasks: [tellSubmitterTask],
  });
  const audit = createAudit({
    db,
    jurisdiction,
    newId,
    identity,
    subjects: {
      idsOfOwnDossier: dossiers.queries.idsOfOwnDossier,
      findByCode: dossiers.queries.dossierIdOfCode,
      dossiersAbout: (person, most) => dossiers.personalData.about(person, most),
    },
    authorities: timestampAuthorities(config),
    anchors: timestampAnchors(config),
  });
  const privacy = createPrivacy({
    db,
    newId,
    jurisdiction,
    clock,
    seal,
    identity,
    ...privacyRules,
    sources: [
      dossiers.personalData,
      { collect: (subject, now) => keptOfPerson({ db, seal }, subject, now) },
      { collect: (subject) => keptMessages(db, subject) },
      audit.personalData,
    ],
    ownDossiers: dossiers.personalData,
    kept: dossiers.kept,
    dossierFacts: dossiers.facts,
    correctContact: (tx, ctx, fact) => correctContact({ seal, newId }, tx, ctx, fact),
    erasedWith: [{ eraseOf: eraseMessages }],
    expired: [forgetExpired, forgetRequests],
    sealedTables: [...identitySealed, ...dossiersSealed],
  });
  const notifications = createNotifications({ db, newId, dossiers });
  const fileRoutes = documents.routes({
    readers: {
      mayRead: async (ctx, fileId) =>
        (await catalogue.queries.mayReadFile(ctx, fileId)) ||
        (await dossiers.queries.mayReadFile(ctx, fileId)),
      isClosed: (ctx, fileId, key) => dossiers.queries.isClosedFile(ctx, fileId, key),
    },
    target: uploadTarget(dossiers, catalogue),
  });

  const officers = await demoOfficers(config);
  const refresh = async () => {
    await identity.refreshUnits();
    await process.refreshCalendars();
  };
  await refresh();
  return {
    config,
    jurisdiction,
    clock,
    db,
    modules: {
      identity,
      audit,
      privacy,
      forms,
      process,
      catalogue,
      payments,
      documents: documents.api,
      dossiers,
      notifications,
    },
    routes: [
      identity.registerRoutes,
      catalogue.registerRoutes,
      ...simulatorRoutes(config, { citizens: await demoCitizens(config), officers }),
      ...(config.mode === 'demo' ? [timestampSimulator(config, clock)] : []),
      ...(config.clamd?.address === 'simulator' ? [clamdSimulator(config)] : []),
      ...phoneRoutes(config, { identity, clock }, officers),
      fileRoutes,
    ],
    tasks: { ...documents.tasks, ...dossiers.tasks, ...privacy.tasks, ...notifications.tasks },
    schedule: { ...documents.schedule, ...dossiers.schedule, ...privacy.schedule },
    readiness: [
      databaseReady(db),
      migrationsApplied(db),
      workerAlive(db),
      journalSealed(db),
      headsStamped(audit, clock),
      uploadsScanned(documents.api, clock),
    ],
    refresh,
    close: () => db.destroy(),
  };
}
