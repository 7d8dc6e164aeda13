/** Names of functions, by where they stand in what compose builds. */
export type Areas = Readonly<Record<string, string>>;

/**
 * Functions without a state of something behind them, by why. Together with the matrices and `elsewhere` they are all there are;
 * `authorisation-things.db.test.ts` fails for one that stands nowhere.
 */
export const stateless: Readonly<Record<string, Areas>> = {
  // Reads: tells of any state what stands there; whom it tells is asked in `authorisation-queries` and `-modules`.
  reads: {
    'identity.units': `
      unitOn latest byKey byAgencyCode unitsOn successorsOn successorOn partOf splitUnits heirFor scopeOf heirsOf continuedFrom
      findSubUnit nearestSubUnit subtreeOn ancestorsOn
    `,
    'identity.reorganisation': 'list view unit',
    'identity.delegations':
      'list get pressing lendable describe signatureOf signers unitsLosingDeputies lastEnded',
    'identity.powers': 'list officerOf own',
    'identity.citizens': `
      findReturnPath organisation ownFacts listOwnAccounts findPendingMerge findCitizens listConsents
      listMerges
    `,
    'identity.people.queries': 'list person listImports getImport openResets',
    identity: `
      securityOverview findPendingLink describePeople describeAccounts tiesBetween accountOfLogin
      citizenProfile recordsOf hasPerformer performersOf holdersOf staffing unitsWithoutPerformer demoCode
    `,
    'identity.activation': 'check',
    'identity.province': 'findFlow pendingLink',
    'audit.personalData': 'collect',
    'audit.queries': 'verify heads head waitingDays anchors accesses myReadings search export',
    'privacy.queries': 'myExports myCorrections openCorrections',
    'privacy.retention': 'due holds erasures erasure tracesOf',
    'privacy.register': 'processings purposeOf retentionOf',
    'forms.addressBook': 'provinces communes after',
    forms: 'getFormVersion getFormInForce',
    'forms.queries': 'formVersion formInForce claims',
    process: `
      calendarOf calendarNamed calendarVersion promise getProcessVersion getProcessInForce
      listServedProcedures listCalendars calendarHistory findSuspensionGround findExtensionRule
      findWarningShare
    `,
    'process.editing': `
      getDraft drawDraft drawVersion listDrafts listInForce coveredProcedures getVersion simulate
    `,
    catalogue: `
      getVersion getVersionInForce readVersion findProcedures getProcedurePage findSectors
      browseProcedures exportRecords
    `,
    'catalogue.queries': `
      listDrafts getDraft draftHistory listDecisions getDecision decisionsOf mayReadFile effectOf
      compareTexts listAddresses impactOf lint listGaps listForOffice previewBulkEdit sectorWork
      standingsOf standingTable standingList listVersions
    `,
    'catalogue.wrongLists': 'list counts get own byLink',
    'catalogue.imports': 'get list',
    payments: 'receiptsOf',
    'documents.queries': 'describeFiles readFiles listResults runningBooks scanTrouble',
    'dossiers.personalData': 'collect placeOf about',
    'dossiers.kept': 'endedUntil endedProcedures findByCode',
    'dossiers.queries': `
      idsOfOwnDossier dossierIdOfCode listHelped listHelpedDrafts postalDesk postalList competentUnits
      getDraft listDrafts listMyDossiers getMyDossier lookUp inbox queueCounts queueFacets queueChoice
      taskAssignments ledUnits handOverPreview listSubstitutions delegatedActs stepsNobodyCanDo
      unlistedAsks performerGaps unitGaps previewCalendar clockPage lateDossiers counter search
      submitterOf unitWork openOnVersions openUnderVersion mayReadFile isClosedFile
    `,
    'dossiers.splits': 'undecided',
    'notifications.queries': 'inbox unreadCount',
  },
  // Begins something new, or keeps what is the caller's own: nothing stands before it that it depends on.
  begins: {
    'identity.reorganisation': 'create',
    'identity.delegations': 'give',
    'identity.powers': 'give',
    'identity.people.commands': 'openAccount stagePeople',
    'privacy.commands': 'askCorrection',
    'process.editing': 'createDraft',
    'catalogue.commands': 'createDraft applyBulkEdit recordDecision recordStanding keepListColumns',
    'catalogue.wrongLists': 'report',
    'dossiers.commands': 'startDraft registerWalkIn settleAtCounter substitute saveQueueChoice',
    'notifications.commands': 'markInboxRead',
  },
  // Called by commands and jobs inside their transaction, which authorised and locked before.
  inside: {
    'identity.delegations': 'hold',
    'identity.citizens': 'actUnderConsent',
    'privacy.tasks.privacy': 'make-export erase-exports forget-untouched find-due erase-list',
    payments: 'recordCounterReceipt',
    dossiers: 'markInfected',
    'documents.commands': 'storeLetter nextNumber registerResult eraseFiles',
    'dossiers.kept': 'lockEnded dropDrafts warnOwner erase',
    'dossiers.facts': 'lockForCorrection correct note',
    'dossiers.tasks.dossiers': `
      render-letter check-performers recount-clocks follow-splits sweep-timers continue-hand-over
    `,
    'notifications.tasks.notifications': 'tell-submitter',
  },
  // What ships, or what the installation does by itself: the content decides, not a state.
  loads: {
    identity: 'loadUnits seedDemoPeople refreshUnits registerRoutes',
    'audit.commands': 'seal stampHeads pruneReads',
    'privacy.commands': 'rotateKeys',
    forms: 'loadFormVersions',
    process: 'refreshCalendars loadCalendars saveCalendar loadRegimes loadProcesses',
    catalogue: 'loadProcedures importProcedures registerRoutes',
    'dossiers.commands': 'loadCodePatterns',
  },
};

/**
 * Functions that nobody signed in calls: they open a session or end it, and who asks is told by a secret (a password, an issuer's
 * answer, a cookie). Whose secret it is, also somebody else's, spent or too old, is asked by these tests.
 */
export const elsewhere: Readonly<Record<string, Areas>> = {
  'src/modules/identity/commands/sign-in-officer.db.test.ts': { identity: 'signInOfficer signOut' },
  'src/main/identity-simulator/citizen-sign-in.db.test.ts': {
    identity: 'startCitizenSignIn finishCitizenSignIn confirmLink',
  },
  'src/main/identity-simulator/province-sign-in.db.test.ts': {
    'identity.province': 'start finish signOutAddress',
  },
};
