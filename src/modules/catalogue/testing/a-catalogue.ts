import type { Id } from '../../../kernel/id.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { type Catalogue, createCatalogue } from '../module.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';

const none = async (): Promise<Result<never>> => refuse('not-found', 'testing.nothing-in-force');

/** The catalogue on a test database, where no procedure has a form or a process and people are called by their account. */
export function aCatalogue(test: TestDatabase, more: Partial<CatalogueDeps> = {}): Catalogue {
  return createCatalogue({
    db: test.db,
    newId: newUuidV7,
    forms: { getFormInForce: none },
    process: { getProcessInForce: none },
    identity: {
      describeAccounts: async (_db, accounts) =>
        new Map(
          accounts.map((account) => [
            account,
            { personId: account as string as Id<'person'>, name: `Cán bộ ${account.slice(-2)}`, posts: [] },
          ]),
        ),
    },
    rules: { ownApproval: false },
    ...more,
  });
}
