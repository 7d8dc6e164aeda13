import type { CommandContext } from '../../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { Tx } from '../../../../platform/database.ts';
import { recordAction, recordActions } from '../../../../platform/journal.ts';
import { journalKey } from '../../../../platform/journal-facts.ts';
import type { PlannedPerson } from '../../core/people/import/check-people.ts';
import type { PeopleImportState } from '../../core/people/import/import-view.ts';
import { settleImportInput } from '../../core/people/inputs.ts';
import {
  findPeopleImport,
  recheckPeopleImport,
  settlePeopleImport,
  waitingRows,
} from '../../store/people/import-store.ts';
import { insertPosts } from '../../store/people/officer-accounts.ts';
import { openOfficers } from '../../store/people/open-many.ts';
import type { PeopleDeps } from '../../store/people/people-deps.ts';
import { assessPeople } from './assess-people.ts';
import { runPostsCommand } from './run-people-command.ts';

/**
 * Opens the accounts and gives the posts of a file that waits, all in one transaction, or lays it aside. What was right at the
 * preview is looked at once more; where something changed since, nothing goes in and the preview is made anew (`waiting`).
 * Refuses `identity.people-import-unknown`, `-settled`, `-wrong-rows` (with `whole`) and `-changed`.
 */
export function settlePeople(
  deps: PeopleDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ state: PeopleImportState }>> {
  return runPostsCommand(
    deps,
    ctx,
    'identity.settle-people',
    settleImportInput,
    input,
    async (held, tx, { importId, choice }, by) => {
      const which = { importId, stagedBy: by.actor.accountId };
      const waiting = await findPeopleImport(tx, held.jurisdiction, which, true);
      if (!waiting) return refuse('not-found', 'identity.people-import-unknown');
      if (waiting.state !== 'waiting') return refuse('conflict', 'identity.people-import-settled');
      if (choice === 'nothing') return settle(held, tx, ctx, importId, 'discarded', []);
      const { places, wrong, wrongRows } = waiting;
      if (choice === 'whole' && wrongRows > 0)
        return refuse('conflict', 'identity.people-import-wrong-rows', { params: { count: wrongRows } });
      const rows = await waitingRows(tx, held.jurisdiction, importId);
      const found = await assessPeople(held, tx, ctx, by, { rows, places, wrong: [] }, true);
      if (found.wrongRows > 0) {
        await recheckPeopleImport(tx, held.jurisdiction, importId, {
          ...found,
          wrongRows: wrongRows + found.wrongRows,
          wrong: [...found.wrong, ...wrong],
        });
        return ok({ state: 'waiting' });
      }
      const opened = await takeIn(held, tx, ctx, importId, found.people);
      if (!opened.ok) return opened;
      return settle(held, tx, ctx, importId, 'applied', opened.value);
    },
  );
}

async function settle(
  deps: PeopleDeps,
  tx: Tx,
  ctx: CommandContext,
  importId: string,
  state: 'applied' | 'discarded',
  accountIds: readonly string[],
): Promise<Result<{ state: PeopleImportState }>> {
  await settlePeopleImport(tx, deps.jurisdiction, importId, { state, at: ctx.now, accountIds });
  await recordAction(tx, ctx, deps.newId, {
    command: 'identity.settle-people',
    subjectId: importId,
    facts: { state, accounts: accountIds.length },
  });
  return ok({ state });
}

/** Opens and gives; answers the accounts opened. The journal says of each account and post what it says when given by hand. */
async function takeIn(
  deps: PeopleDeps,
  tx: Tx,
  ctx: CommandContext,
  importId: string,
  people: readonly PlannedPerson[],
): Promise<Result<readonly string[]>> {
  const placed = people.map((person) => ({
    ...person,
    isNew: person.known === undefined,
    accountId: person.known?.accountId ?? deps.newId<'account'>(),
    personId: person.known?.personId ?? deps.newId<'person'>(),
  }));
  const fresh = placed.filter(({ isNew }) => isNew);
  const officers = fresh.map(({ accountId, personId, login, name, posts }) => ({
    accountId,
    personId,
    login,
    name,
    phone: posts.find(({ row }) => row.phone)?.row.phone,
    email: posts.find(({ row }) => row.email)?.row.email,
  }));
  if (!(await openOfficers(tx, deps.jurisdiction, officers, ctx.now)))
    return refuse('conflict', 'identity.people-import-changed');
  const posts = placed.flatMap(({ personId, accountId, isNew, posts: planned }) =>
    planned.map(({ row: { role, title, signatureLines, from }, unitId, to }, index) => ({
      command: isNew && index === 0 ? ('identity.open-account' as const) : ('identity.give-post' as const),
      accountId,
      post: { postId: deps.newId<'post'>(), personId, unitId, role, title, signatureLines, from, to },
    })),
  );
  await insertPosts(
    tx,
    deps.jurisdiction,
    posts.map(({ post }) => post),
  );
  await recordActions(
    tx,
    ctx,
    deps.newId,
    posts.map(({ command, accountId, post: { postId, unitId, role, from, to } }) => ({
      command,
      subjectId: accountId,
      facts: { postId, unitId, role, from, ...(to && { to }), importId: journalKey(importId) },
    })),
  );
  return ok(fresh.map(({ accountId }) => accountId));
}
