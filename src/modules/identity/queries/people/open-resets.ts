import type { OfficerActor } from '../../../../kernel/actor.ts';
import type { QueryContext } from '../../../../kernel/context.ts';
import { plainDateOf } from '../../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { recordRead } from '../../../../platform/journal.ts';
import type { FactorResetView } from '../../core/people/people-views.ts';
import { can } from '../../core/permissions.ts';
import { openResets } from '../../store/people/factor-reset-store.ts';
import { allPostsOf } from '../../store/people/officer-accounts.ts';
import type { PeopleDeps } from '../../store/people/people-deps.ts';
import { confirmPlaces } from '../../store/people/reach.ts';
import { tiesBetween } from '../../store/people/ties.ts';
import { describeAccounts } from '../describe-people.ts';
import { toPostView } from './post-view.ts';

/** Wishes that wait for a second person, of the people the reader may decide on. Needs `identity.confirm-reset`. */
export async function listOpenResets(
  deps: PeopleDeps,
  ctx: QueryContext,
): Promise<Result<readonly FactorResetView[]>> {
  if (ctx.actor.kind !== 'officer' || !can(ctx.actor, 'identity.confirm-reset'))
    return refuse('forbidden', 'identity.not-confirming');
  const views = await openResetViews(deps, ctx, ctx.actor);
  await recordRead(deps.db, ctx, deps.newId, {
    query: 'identity.open-resets',
    subjectIds: views.map(({ accountId }) => accountId),
  });
  return ok(views);
}

/** The same without a row in the journal, for a page that writes its own. */
export async function openResetViews(
  deps: PeopleDeps,
  ctx: QueryContext,
  reader: OfficerActor,
): Promise<readonly FactorResetView[]> {
  const today = plainDateOf(ctx.now);
  const rows = await openResets(deps.db, ctx.jurisdiction, ctx.now);
  const askers = await describeAccounts(
    deps.db,
    ctx.jurisdiction,
    rows.map((row) => row.asked_by),
    today,
  );
  const seen = await Promise.all(
    rows.map(async (row): Promise<readonly FactorResetView[]> => {
      const places = await confirmPlaces(deps, deps.db, row.person_id, today);
      if (!can(reader, 'identity.confirm-reset', places)) return [];
      const posts = await allPostsOf(deps.db, ctx.jurisdiction, [row.person_id]);
      return [
        {
          resetId: row.id,
          accountId: row.account_id,
          name: row.name,
          login: row.login,
          posts: posts
            .map((post) => toPostView(deps.units, post, today))
            .filter(({ when }) => when === 'now'),
          reason: row.reason,
          askedBy: askers.get(row.asked_by)?.name ?? '',
          askedAt: row.asked_at.toISOString(),
          expiresAt: row.expires_at.toISOString(),
          mayDecide: reader.accountId !== row.asked_by && reader.accountId !== row.account_id,
          tied:
            (await tiesBetween(deps.db, ctx.jurisdiction, row.asked_by, reader.accountId, ctx.now)) !==
            'none',
        },
      ];
    }),
  );
  return seen.flat();
}
