import { type Role, roles } from '../../../../kernel/actor.ts';
import type { CommandContext } from '../../../../kernel/context.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { searchText } from '../../../../kernel/search-text.ts';
import { once, recordAction } from '../../../../platform/journal.ts';
import { sentFileName } from '../../../../platform/spreadsheet/sent-file-name.ts';
import { inTransaction } from '../../../../platform/transaction.ts';
import { translate } from '../../../../texts/translate.ts';
import { findTable, type PeopleTable } from '../../core/people/import/find-table.ts';
import { readPeopleRow } from '../../core/people/import/read-people-row.ts';
import { dropForgottenImports, insertPeopleImport } from '../../store/people/import-store.ts';
import type { PeopleDeps } from '../../store/people/people-deps.ts';
import { readPeopleFile } from '../../store/people/read-people-file.ts';
import { assessPeople, type FileSoFar } from './assess-people.ts';
import { administrationOf } from './run-people-command.ts';

/** A file that nobody has taken in by then is laid aside, with the names in it. */
const daysKept = 7;

export interface SentPeople {
  /** Where the file lies for now. */
  readonly path: string;
  /** As the sender named it. */
  readonly name: string;
}

/**
 * Reads a file of people and posts and keeps what it found for its page, where its sender takes it in or lays it aside
 * (`settlePeople`). Nobody gets an account or a post yet. Refuses what `readPeopleFile` refuses.
 */
export async function stagePeople(
  deps: PeopleDeps,
  ctx: CommandContext,
  { path, name }: SentPeople,
): Promise<Result<{ importId: string }>> {
  const by = administrationOf(deps, ctx);
  if (!by.ok) return by;
  const file = await readPeopleFile(path);
  if (!file.ok) return file;
  const table = findTable(file.value.sheets);
  const said = readRows(table);
  return inTransaction(deps.db, (tx) =>
    once(tx, ctx, 'identity.stage-people', { hash: file.value.hash }, async () => {
      const before = new Date(ctx.now.getTime() - daysKept * 86_400_000);
      await dropForgottenImports(tx, deps.jurisdiction, before, ctx.now);
      const found = await assessPeople(deps, tx, ctx, by.value, said, false);
      const importId = deps.newId<'peopleImport'>();
      const read = table.rows.length;
      await insertPeopleImport(tx, deps.jurisdiction, {
        ...found,
        importId,
        read,
        fileName: sentFileName(name),
        stagedAt: ctx.now,
        stagedBy: by.value.actor.accountId,
        places: table.places,
      });
      const facts = { read, wrong: found.wrongRows };
      await recordAction(tx, ctx, deps.newId, {
        command: 'identity.stage-people',
        subjectId: importId,
        facts,
      });
      return ok({ importId });
    }),
  );
}

/** Of a table with a wrong shape no row is believed. */
function readRows({ rows, places, faults }: PeopleTable): FileSoFar {
  if (faults.length > 0) return { rows: [], places, wrong: faults };
  const read = rows.map((row) => readPeopleRow(row, places, roleWords));
  return {
    rows: read.flatMap(({ said }) => said ?? []),
    places,
    wrong: read.flatMap(({ wrong }) => wrong),
  };
}

/** A role by its name as pages show it, marks and case forgiven. */
const roleWords: ReadonlyMap<string, Role> = new Map(
  roles.map((role) => [searchText(translate('vi', `office.role.${role}`)), role]),
);
