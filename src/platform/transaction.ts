import type { Result } from '../kernel/result.ts';
import type { Database, Tx } from './database.ts';

/** Carries a refusal out of the transaction callback so that the driver rolls back. */
class RolledBack extends Error {
  readonly outcome: { readonly ok: false };
  constructor(outcome: { readonly ok: false }) {
    super('refused');
    this.outcome = outcome;
  }
}

/**
 * Runs one use case in one transaction. A refused result rolls everything back and is returned; a throw rolls
 * back and is thrown on.
 */
export async function inTransaction<T>(
  db: Database,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  let refused: Result<T> | undefined;
  try {
    return await db.transaction().execute(async (tx) => {
      const outcome = await work(tx);
      if (outcome.ok) return outcome;
      refused = outcome;
      throw new RolledBack(outcome);
    });
  } catch (error) {
    if (error instanceof RolledBack && refused !== undefined) return refused;
    throw error;
  }
}
