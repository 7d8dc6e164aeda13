import { sql } from 'kysely';
import type { DelegatedPost, HeldPost } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { addDays, type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { type Connection, maybeOne } from '../../../platform/database.ts';
import { isOfAgency, type PostPlace } from '../core/lent-posts.ts';
import type { PersonBrief, PostBrief } from '../core/people.ts';
import { linesByAuthority, signingForm } from '../core/signature-lines.ts';
import { type DelegationRow, delegationColumns, delegationWithPost } from '../store/delegation-store.ts';
import type { PowersDeps } from '../store/powers-deps.ts';
import { describePeople } from './describe-people.ts';

/** Lines above the name when the person signs under the post: KT., TL., Q. as the post has them, TUQ. where it was lent. */
export async function signatureOf(
  deps: Pick<PowersDeps, 'jurisdiction' | 'units'>,
  db: Connection,
  personId: Id<'person'>,
  post: HeldPost | DelegatedPost,
  on: PlainDate,
): Promise<readonly string[]> {
  if (!('delegation' in post)) {
    const people = await describePeople(db, deps.jurisdiction, [personId], on);
    return people.get(personId)?.posts.find(({ postId }) => postId === post.postId)?.signatureLines ?? [];
  }
  const principal = await maybeOne(
    db,
    sql<{ person_id: Id<'person'> }>`
      select person_id from identity.post where jurisdiction = ${deps.jurisdiction} and id = ${post.postId}`,
  );
  if (!principal) return [];
  const people = await describePeople(db, deps.jurisdiction, [personId, principal.person_id], on);
  const lent = people.get(principal.person_id)?.posts.find(({ postId }) => postId === post.postId);
  const signer = people.get(personId);
  if (!lent || !signer) return [];
  return lentLines(deps, signer, lent, post.delegation.kind, on);
}

function lentLines(
  deps: Pick<PowersDeps, 'units'>,
  signer: PersonBrief,
  lent: PostBrief,
  kind: DelegatedPost['delegation']['kind'],
  on: PlainDate,
): readonly string[] {
  if (kind === 'signingFor')
    return (
      signer.posts.find(
        (each) =>
          each.unitId === lent.unitId &&
          each.role === lent.role &&
          signingForm(each.signatureLines) === 'deputy',
      )?.signatureLines ?? []
    );
  const own = signer.posts.find((post) => isOfAgency(deps.units, post, lent.unitId, on)) ?? signer.posts[0];
  return linesByAuthority(lent, own?.title ?? '');
}

/** How long back an ended power still explains a refusal. */
const rememberedDays = 30;

/** The last power over one of the roles in its unit that the officer had and has no more: what a refusal may name. */
export function lastEndedDelegation(
  deps: Pick<PowersDeps, 'units'>,
  db: Connection,
  ctx: QueryContext,
  places: readonly PostPlace[],
): Promise<DelegationRow | undefined> {
  if (ctx.actor.kind !== 'officer') return Promise.resolve(undefined);
  const today = plainDateOf(ctx.now);
  const lent = places.flatMap(({ role, unitId }) =>
    deps.units.heirsOf(unitId, today).map((heir) => ({ role, unitId: heir })),
  );
  return maybeOne(
    db,
    sql<DelegationRow>`
      select ${delegationColumns} from ${delegationWithPost}
      where d.jurisdiction = ${ctx.jurisdiction} and d.delegate_person_id = ${ctx.actor.personId}
        and (p.role, p.unit_id) in (
          select place.role, place.unit_id
          from unnest(${lent.map(({ role }) => role)}::text[], ${lent.map(({ unitId }) => unitId)}::uuid[]) as place(role, unit_id))
        and d.accepted_at is not null and d.from_on <= ${today}
        and (d.ended_at is not null or d.until_on <= ${today} or p.valid_to <= ${today})
        and d.until_on > ${addDays(today, -rememberedDays)}
      order by coalesce(d.ended_at, d.until_on::timestamptz) desc, d.delegation_id
      limit 1`,
  );
}
