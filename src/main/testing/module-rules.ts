import { newUuidV7 } from '../../platform/ids.ts';
import type { GuardedFunction } from './guarded-function.ts';
import { peopleRules } from './people-rules.ts';
import { privacyRules } from './privacy-rules.ts';
import { unitRules } from './unit-rules.ts';

const id = newUuidV7();
const draft = { draftId: id, expectedVersion: 1, requestId: id };

/** The editor of processes. */
const process: Readonly<Record<string, GuardedFunction>> = {
  'process.listCalendars': { needs: ['process.calendars'], ask: (m, ctx) => m.process.listCalendars(ctx) },
  'process.calendarHistory': {
    needs: ['process.calendars'],
    ask: (m, ctx) => m.process.calendarHistory(ctx, 'tay-ninh'),
  },
  'process.editing.createDraft': edit((m, ctx) => m.process.editing.createDraft(ctx, {})),
  'process.editing.saveDraft': edit((m, ctx) => m.process.editing.saveDraft(ctx, {})),
  'process.editing.discardDraft': edit((m, ctx) => m.process.editing.discardDraft(ctx, {})),
  'process.editing.saveDiagram': edit((m, ctx) => m.process.editing.saveDiagram(ctx, {})),
  'process.editing.dropDiagram': edit((m, ctx) => m.process.editing.dropDiagram(ctx, {})),
  'process.editing.publishDraft': {
    needs: ['process.publish'],
    ask: (m, ctx) => m.process.editing.publishDraft(ctx, {}),
  },
  'process.editing.getDraft': edit((m, ctx) => m.process.editing.getDraft(ctx, id)),
  'process.editing.drawDraft': edit((m, ctx) => m.process.editing.drawDraft(ctx, id)),
  'process.editing.drawVersion': edit((m, ctx) => m.process.editing.drawVersion(ctx, id)),
  'process.editing.listDrafts': edit((m, ctx) => m.process.editing.listDrafts(ctx)),
  'process.editing.listInForce': edit((m, ctx) => m.process.editing.listInForce(ctx, {})),
  'process.editing.getVersion': edit((m, ctx) => m.process.editing.getVersion(ctx, id)),
  'process.editing.simulate': edit((m, ctx) =>
    m.process.editing.simulate(ctx, {
      draftId: id,
      calendar: 'tay-ninh',
      startAt: ctx.now,
      choices: {},
      waits: {},
    }),
  ),
};

/** Drafts, decisions, lists and imports of the catalogue. */
const catalogue: Readonly<Record<string, GuardedFunction>> = {
  // What ships with the product and a file on the server's disk: a fault in them is thrown, past the door.
  'catalogue.loadProcedures': keep((m, ctx) => m.catalogue.loadProcedures(ctx, []).catch(String)),
  'catalogue.importProcedures': keep((m, ctx) =>
    m.catalogue.importProcedures(ctx, '/no/such.xlsx').catch(String),
  ),
  'catalogue.imports.get': keep((m, ctx) => m.catalogue.imports.get(ctx, id)),
  'catalogue.imports.list': keep((m, ctx) => m.catalogue.imports.list(ctx)),
  'catalogue.imports.settle': keep((m, ctx) =>
    m.catalogue.imports.settle(ctx, { importId: id, choice: 'nothing' }),
  ),
  'catalogue.exportRecords': keep((m, ctx) => m.catalogue.exportRecords(ctx, { code: '0' })),
  'catalogue.commands.createDraft': write((m, ctx) => m.catalogue.commands.createDraft(ctx, {})),
  'catalogue.commands.keepListColumns': write((m, ctx) => m.catalogue.commands.keepListColumns(ctx, {})),
  'catalogue.commands.saveDraft': write((m, ctx) => m.catalogue.commands.saveDraft(ctx, draft)),
  'catalogue.commands.commentDraft': write((m, ctx) => m.catalogue.commands.commentDraft(ctx, draft)),
  'catalogue.commands.submitDraftForReview': write((m, ctx) =>
    m.catalogue.commands.submitDraftForReview(ctx, draft),
  ),
  'catalogue.commands.discardDraft': write((m, ctx) => m.catalogue.commands.discardDraft(ctx, draft)),
  'catalogue.commands.recordStanding': write((m, ctx) => m.catalogue.commands.recordStanding(ctx, {})),
  'catalogue.commands.returnDraft': approve((m, ctx) => m.catalogue.commands.returnDraft(ctx, draft)),
  'catalogue.commands.approveDraft': approve((m, ctx) => m.catalogue.commands.approveDraft(ctx, draft)),
  'catalogue.commands.applyBulkEdit': {
    ...publish((m, ctx) => m.catalogue.commands.applyBulkEdit(ctx, {})),
    also: 'catalogue.edit',
  },
  'catalogue.commands.recordDecision': publish((m, ctx) => m.catalogue.commands.recordDecision(ctx, {})),
  'catalogue.commands.changeDecision': publish((m, ctx) => m.catalogue.commands.changeDecision(ctx, {})),
  'catalogue.commands.changeDecisionLines': publish((m, ctx) =>
    m.catalogue.commands.changeDecisionLines(ctx, {}),
  ),
  'catalogue.commands.changeDecisionLists': publish((m, ctx) =>
    m.catalogue.commands.changeDecisionLists(ctx, {}),
  ),
  'catalogue.commands.attachDecisionFile': publish((m, ctx) =>
    m.catalogue.commands.attachDecisionFile(ctx, {}),
  ),
  'catalogue.commands.abolishProcedure': publish((m, ctx) => m.catalogue.commands.abolishProcedure(ctx, {})),
  'catalogue.commands.recordPublicity': publish((m, ctx) => m.catalogue.commands.recordPublicity(ctx, {})),
  'catalogue.commands.publishDecision': publish((m, ctx) => m.catalogue.commands.publishDecision(ctx, {})),
  'catalogue.commands.undoDecision': publish((m, ctx) => m.catalogue.commands.undoDecision(ctx, {})),
  'catalogue.queries.listDrafts': write((m, ctx) => m.catalogue.queries.listDrafts(ctx, {})),
  'catalogue.queries.getDraft': write((m, ctx) => m.catalogue.queries.getDraft(ctx, id)),
  'catalogue.queries.draftHistory': write((m, ctx) => m.catalogue.queries.draftHistory(ctx, {})),
  'catalogue.queries.listDecisions': write((m, ctx) => m.catalogue.queries.listDecisions(ctx, {})),
  'catalogue.queries.getDecision': write((m, ctx) => m.catalogue.queries.getDecision(ctx, id)),
  'catalogue.queries.decisionsOf': write((m, ctx) => m.catalogue.queries.decisionsOf(ctx, '1.001193')),
  'catalogue.queries.effectOf': write((m, ctx) => m.catalogue.queries.effectOf(ctx, {})),
  'catalogue.queries.compareTexts': write((m, ctx) =>
    m.catalogue.queries.compareTexts(ctx, { before: { draftId: id }, after: { draftId: id } }),
  ),
  'catalogue.queries.impactOf': write((m, ctx) => m.catalogue.queries.impactOf(ctx, {})),
  'catalogue.queries.lint': write((m, ctx) => m.catalogue.queries.lint(ctx, {})),
  'catalogue.queries.listGaps': write((m, ctx) => m.catalogue.queries.listGaps(ctx, { gap: 'fee' })),
  'catalogue.queries.listForOffice': write((m, ctx) => m.catalogue.queries.listForOffice(ctx, {})),
  'catalogue.queries.previewBulkEdit': write((m, ctx) => m.catalogue.queries.previewBulkEdit(ctx, {})),
  'catalogue.queries.sectorWork': write((m, ctx) => m.catalogue.queries.sectorWork(ctx)),
  'catalogue.queries.standingsOf': write((m, ctx) => m.catalogue.queries.standingsOf(ctx, '1.001193')),
  'catalogue.queries.standingTable': write((m, ctx) => m.catalogue.queries.standingTable(ctx, {})),
  'catalogue.queries.standingList': write((m, ctx) => m.catalogue.queries.standingList(ctx, {})),
  'catalogue.wrongLists.answer': write((m, ctx) => m.catalogue.wrongLists.answer(ctx, {})),
  'catalogue.wrongLists.correct': write((m, ctx) => m.catalogue.wrongLists.correct(ctx, {})),
  'catalogue.wrongLists.list': write((m, ctx) => m.catalogue.wrongLists.list(ctx, {})),
  'catalogue.wrongLists.counts': write((m, ctx) => m.catalogue.wrongLists.counts(ctx)),
};

/** The journal, and people's powers. */
const administration: Readonly<Record<string, GuardedFunction>> = {
  'audit.commands.pruneReads': {
    needs: ['audit.prune'],
    ask: (m, ctx) => m.audit.commands.pruneReads(ctx, new Date('2016-01-01T00:00:00Z')),
  },
  'audit.queries.search': { needs: ['audit.search'], ask: (m, ctx) => m.audit.queries.search(ctx, {}) },
  'audit.queries.export': { needs: ['audit.search'], ask: (m, ctx) => m.audit.queries.export(ctx, {}) },
  'identity.powers.give': administer((m, ctx) => m.identity.powers.give(ctx, {})),
  'identity.powers.end': administer((m, ctx) => m.identity.powers.end(ctx, {})),
  'identity.reorganisation.create': administer((m, ctx) => m.identity.reorganisation.create(ctx, {})),
  'identity.reorganisation.saveHead': administer((m, ctx) => m.identity.reorganisation.saveHead(ctx, {})),
  'identity.reorganisation.edit': administer((m, ctx) => m.identity.reorganisation.edit(ctx, {})),
  'identity.reorganisation.discard': administer((m, ctx) => m.identity.reorganisation.discard(ctx, {})),
  'identity.reorganisation.carryOut': administer((m, ctx) => m.identity.reorganisation.carryOut(ctx, {})),
  'identity.reorganisation.undo': administer((m, ctx) => m.identity.reorganisation.undo(ctx, {})),
  'identity.reorganisation.correctUnit': administer((m, ctx) =>
    m.identity.reorganisation.correctUnit(ctx, {}),
  ),
  'identity.reorganisation.list': administer((m, ctx) => m.identity.reorganisation.list(ctx)),
  'identity.reorganisation.view': administer((m, ctx) => m.identity.reorganisation.view(ctx, id)),
  'identity.powers.officerOf': administer((m, ctx) => m.identity.powers.officerOf(ctx, 'không có')),
  'identity.powers.list': administer((m, ctx) => m.identity.powers.list(ctx, {})),
};

/** Records of citizens, in the hands of administrators. */
const citizens: Readonly<Record<string, GuardedFunction>> = {
  'identity.citizens.findCitizens': {
    needs: ['identity.manage'],
    ask: (m, ctx) => m.identity.citizens.findCitizens(ctx, { text: 'Không Ai Cả' }),
  },
  'identity.citizens.mergePeople': {
    needs: ['identity.manage'],
    ask: (m, ctx) =>
      m.identity.citizens.mergePeople(ctx, { personIds: [id, newUuidV7()], reason: 'Người dân đề nghị' }),
  },
};

/** Every function that asks for a permission, outside dossiers. */
export const guardedFunctions = {
  ...process,
  ...catalogue,
  ...administration,
  ...peopleRules,
  ...unitRules,
  ...citizens,
  ...privacyRules,
};

/**
 * The rest, by what it rests on. `public`: facts everybody reads. `own`: what is the caller's own, checked by tests of its own.
 * `inside`: called by modules, jobs and pages for what has authorised, and tells or does nothing by itself. `dossiers`: the
 * tables of dossiers. A name ending in a dot stands for everything below it.
 */
export const otherFunctions = {
  public: [
    'audit.queries.heads',
    'audit.queries.head',
    'audit.queries.waitingDays',
    'audit.queries.anchors',
    'catalogue.browseProcedures',
    'catalogue.findProcedures',
    'catalogue.findSectors',
    'catalogue.getProcedurePage',
    'catalogue.queries.listAddresses',
    'catalogue.queries.listVersions',
    'catalogue.queries.mayReadFile',
    'catalogue.readVersion',
    'catalogue.wrongLists.report',
    'catalogue.wrongLists.byLink',
    'forms.queries.formVersion',
    'forms.queries.formInForce',
    'privacy.register.',
    'process.editing.coveredProcedures',
  ],
  own: [
    'audit.queries.accesses',
    'audit.queries.myReadings',
    'catalogue.wrongLists.get',
    'catalogue.wrongLists.own',
    'documents.queries.readFiles',
    'forms.queries.claims',
    'identity.activation.',
    'identity.citizens.',
    'identity.confirmLink',
    'identity.delegations.',
    'identity.findPendingLink',
    'identity.finishCitizenSignIn',
    'identity.powers.own',
    'identity.province.',
    'identity.resolveSession',
    'identity.security.',
    'identity.securityOverview',
    'identity.signInOfficer',
    'identity.signOut',
    'identity.startCitizenSignIn',
    'privacy.commands.askExport',
    'privacy.commands.takeExport',
    'privacy.commands.askCorrection',
    'privacy.queries.myExports',
    'privacy.queries.myCorrections',
    'notifications.commands.',
    'notifications.queries.',
  ],
  inside: [
    'audit.commands.seal',
    'audit.commands.stampHeads',
    'audit.personalData.collect',
    'audit.queries.verify',
    'catalogue.getVersion',
    'catalogue.getVersionInForce',
    'catalogue.registerRoutes',
    'documents.commands.',
    'documents.queries.describeFiles',
    'documents.queries.listResults',
    'documents.queries.runningBooks',
    'documents.queries.scanTrouble',
    'forms.addressBook.',
    'forms.getFormVersion',
    'forms.getFormInForce',
    'forms.loadFormVersions',
    'identity.accountOfLogin',
    'identity.citizenProfile',
    'identity.recordsOf',
    'identity.demoCode',
    'identity.describeAccounts',
    'identity.describePeople',
    'identity.hasPerformer',
    'identity.holdersOf',
    'identity.loadUnits',
    'identity.performersOf',
    'identity.refreshUnits',
    'identity.registerRoutes',
    'identity.seedDemoPeople',
    'identity.staffing',
    'identity.tiesBetween',
    'identity.units.',
    'identity.unitsWithoutPerformer',
    'notifications.tasks.',
    'payments.',
    'privacy.commands.rotateKeys',
    'privacy.retention.tracesOf',
    'privacy.tasks.',
    'process.calendarNamed',
    'process.calendarOf',
    'process.calendarVersion',
    'process.findExtensionRule',
    'process.findWarningShare',
    'process.findSuspensionGround',
    'process.getProcessInForce',
    'process.getProcessVersion',
    'process.listServedProcedures',
    'process.loadCalendars',
    'process.loadProcesses',
    'process.loadRegimes',
    'process.promise',
    'process.refreshCalendars',
    'process.saveCalendar',
  ],
  dossiers: ['dossiers.'],
} as const;

function administer(ask: GuardedFunction['ask']): GuardedFunction {
  return { needs: ['identity.manage'], ask };
}

function edit(ask: GuardedFunction['ask']): GuardedFunction {
  return { needs: ['process.edit'], ask };
}

function keep(ask: GuardedFunction['ask']): GuardedFunction {
  return { needs: ['catalogue.manage'], ask };
}

function write(ask: GuardedFunction['ask']): GuardedFunction {
  return { needs: ['catalogue.edit'], ask };
}

function approve(ask: GuardedFunction['ask']): GuardedFunction {
  return { needs: ['catalogue.approve'], ask };
}

function publish(ask: GuardedFunction['ask']): GuardedFunction {
  return { needs: ['catalogue.publish'], ask };
}
