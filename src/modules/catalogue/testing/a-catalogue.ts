import { type Result, refuse } from '../../../kernel/result.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { type Catalogue, createCatalogue } from '../module.ts';

const none = async (): Promise<Result<never>> => refuse('not-found', 'testing.nothing-in-force');

/** The catalogue on a test database, where no procedure has a form or a process. */
export function aCatalogue(test: TestDatabase): Catalogue {
  return createCatalogue({
    db: test.db,
    newId: newUuidV7,
    forms: { getFormInForce: none },
    process: { getProcessInForce: none },
  });
}
