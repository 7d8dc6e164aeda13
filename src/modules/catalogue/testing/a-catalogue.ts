import type { Id } from '../../../kernel/id.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import type { PublicationRules } from '../core/publication-rules.ts';
import { type Catalogue, createCatalogue } from '../module.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';

const none = async (): Promise<Result<never>> => refuse('not-found', 'testing.nothing-in-force');

/** Nothing is demanded and what hangs together with form and process only warns. */
export const lenientRules: PublicationRules = {
  ownApproval: false,
  requiredParts: [],
  warnOnly: [
    'time-limit-missing',
    'agency-only-named',
    'online-without-form',
    'component-form-unknown',
    'process-missing',
  ],
  answeringUnit: 'van-phong-ubnd-tinh',
};

/** No calendars: what is counted by them is tested on the whole product. */
export const noClock = {
  calendarOf: (): never => {
    throw new Error('no calendars here');
  },
  promise: () => refuse('not-found', 'testing.nothing-in-force'),
};

/** People called by their account, none of whom made another's. */
export const strangers: CatalogueDeps['identity'] = {
  units: { byKey: () => undefined, successorOn: () => undefined, latest: () => undefined },
  tiesBetween: async () => 'none',
  describeAccounts: async (_db, accounts) =>
    new Map(
      accounts.map((account) => [
        account,
        { personId: account as string as Id<'person'>, name: `Cán bộ ${account.slice(-2)}`, posts: [] },
      ]),
    ),
};

/** The catalogue on a test database, where no procedure has a form or a process and people are called by their account. */
export function aCatalogue(test: TestDatabase, more: Partial<CatalogueDeps> = {}): Catalogue {
  return createCatalogue({
    db: test.db,
    newId: newUuidV7,
    forms: { getFormInForce: none },
    process: {
      ...noClock,
      getProcessInForce: none,
      listServedProcedures: async () => [],
      editing: { coveredProcedures: async () => new Set() },
    },
    identity: strangers,
    documents: { describeFiles: async () => [] },
    dossiers: { openOnVersions: async () => new Map(), codeForOfficer: async () => undefined },
    rules: lenientRules,
    ...more,
  });
}
