import type { QueryContext } from '../../../kernel/context.ts';
import { type Id, isUuid } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { StreamEvent } from '../../../platform/journal.ts';
import type { OnBehalf } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { TaskRow } from '../store/tasks.ts';
import { onBehalfOf } from './viewers-powers.ts';

/** Names, with the post officers hold today, of every account that acted on a dossier: one query for a whole screen. */
export async function peopleBehind(
  deps: DossierDeps,
  ctx: QueryContext,
  events: readonly StreamEvent[],
  tasks: readonly TaskRow[],
): Promise<ReadonlyMap<string, string>> {
  const actors = [
    ...events.flatMap(({ actorId, payload }) => [actorId, payload.toAccount, payload.actsFor]),
    ...tasks.flatMap((t) => [t.assigned_to, t.taken_up_by, t.closed_by, t.closed_for]),
  ];
  const ids = actors.filter((id) => typeof id === 'string' && isUuid(id));
  const accounts = [...new Set(ids)] as Id<'account'>[];
  const people = await deps.identity.describeAccounts(deps.db, accounts, plainDateOf(ctx.now));
  return new Map(
    [...people].map(([account, person]) => {
      const title = person.posts[0]?.title;
      return [account, title === undefined ? person.name : `${person.name} (${title})`];
    }),
  );
}

/** Every power that something in the history was done under, by the id of its delegation. */
export async function powersBehind(
  deps: DossierDeps,
  events: readonly StreamEvent[],
): Promise<ReadonlyMap<string, OnBehalf>> {
  const ids = events.flatMap(({ payload }) =>
    typeof payload.delegationId === 'string' ? [payload.delegationId] : [],
  );
  const briefs = await deps.identity.delegations.describe(deps.db, ids);
  return new Map([...briefs].map(([id, brief]) => [id, onBehalfOf(brief)]));
}
