import type { CommandContext } from '../../../../kernel/context.ts';
import { plainDateOf } from '../../../../kernel/plain-date.ts';
import type { Tx } from '../../../../platform/database.ts';
import { checkPeople, type PlannedPerson } from '../../core/people/import/check-people.ts';
import type { ColumnPlaces } from '../../core/people/import/find-table.ts';
import type { PeopleRow } from '../../core/people/import/read-people-row.ts';
import type { WrongCell } from '../../core/people/import/wrong-cell.ts';
import { postPlace } from '../../core/people/post-rules.ts';
import type { FoundInFile } from '../../store/people/import-store.ts';
import { officersOfLogins } from '../../store/people/open-many.ts';
import type { PeopleDeps } from '../../store/people/people-deps.ts';
import type { Administration } from './run-people-command.ts';

/** What is known of the file besides the rows that may go in. */
export interface FileSoFar {
  readonly rows: readonly PeopleRow[];
  readonly places: ColumnPlaces;
  /** What was wrong with rows that are not among them. */
  readonly wrong: readonly WrongCell[];
}

/** What taking the rows in would do today; `forUpdate` holds the accounts they name. */
export async function assessPeople(
  deps: PeopleDeps,
  tx: Tx,
  ctx: CommandContext,
  { actor, reach }: Administration,
  file: FileSoFar,
  forUpdate: boolean,
): Promise<FoundInFile & { readonly people: readonly PlannedPerson[] }> {
  const logins = [...new Set(file.rows.map(({ login }) => login))];
  const { people, wrong: found } = checkPeople(file.rows, file.places, {
    officers: await officersOfLogins(tx, deps.jurisdiction, logins, forUpdate),
    unitsOn: (day) => deps.units.unitsOn(day),
    placeOn: (unitId, day) => postPlace(deps.units, unitId, day),
    reach,
    self: actor.accountId,
    today: plainDateOf(ctx.now),
  });
  const wrong = [...file.wrong, ...found].toSorted((one, other) => one.row - other.row);
  const rows = people.flatMap(({ posts }) => posts.map(({ row }) => row));
  const accounts = people.filter(({ known }) => known === undefined).length;
  return {
    people,
    rows,
    wrong,
    wrongRows: new Set(wrong.map(({ row }) => row)).size,
    effect: { accounts, known: people.length - accounts, posts: rows.length },
  };
}
