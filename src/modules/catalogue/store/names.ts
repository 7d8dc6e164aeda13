import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Connection } from '../../../platform/database.ts';
import type { Done } from '../core/drafts/draft-views.ts';
import type { CatalogueDeps } from './catalogue-deps.ts';

/** Says who did what when; names are looked up once for a page. */
export type Sign = (at: Date, by: Id<'account'> | null) => Done;

/** The names of these accounts as they stand today; the system stays nameless. */
export async function signerFor(
  deps: Pick<CatalogueDeps, 'identity'>,
  db: Connection,
  now: Date,
  accounts: readonly (Id<'account'> | null)[],
): Promise<Sign> {
  const known = [...new Set(accounts.filter((account) => account !== null))];
  const people =
    known.length === 0 ? undefined : await deps.identity.describeAccounts(db, known, plainDateOf(now));
  return (at, by) => {
    const name = by === null ? undefined : people?.get(by)?.name;
    return { at: at.toISOString(), ...(name === undefined ? {} : { by: name }) };
  };
}
