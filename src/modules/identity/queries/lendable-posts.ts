import { sql } from 'kysely';
import type { HeldPost, OfficerActor } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { many } from '../../../platform/database.ts';
import { isLetter, leads } from '../core/delegation.ts';
import type { LendablePost } from '../core/delegation-views.ts';
import { type LentAct, lentActs, permissionOfAct } from '../core/lent-posts.ts';
import { can } from '../core/permissions.ts';
import { signingForm } from '../core/signature-lines.ts';
import type { PowersDeps } from '../store/powers-deps.ts';
import { describePeople } from './describe-people.ts';

/** What the officer may lend today, with the people of the same agency they may lend it to, by name. */
export async function lendablePosts(deps: PowersDeps, ctx: QueryContext): Promise<readonly LendablePost[]> {
  const { actor } = ctx;
  if (actor.kind !== 'officer') return [];
  const today = plainDateOf(ctx.now);
  const people = await describePeople(deps.db, ctx.jurisdiction, [actor.personId], today);
  const own = people.get(actor.personId)?.posts ?? [];
  const found: LendablePost[] = [];
  for (const post of actor.posts) {
    const brief = own.find(({ postId }) => postId === post.postId);
    if (!brief || signingForm(brief.signatureLines) === 'deputy') continue;
    const acts = actsOf(actor, post).filter(
      (act) => signingForm(brief.signatureLines) !== 'byOrder' || !isLetter(act),
    );
    if (!leads(acts)) continue;
    const offer = { postId: post.postId, title: brief.title, acts, sectors: [], procedures: [] };
    found.push(await withPeople(deps, ctx, post, offer));
  }
  return [...found, ...(await passable(deps, ctx, actor))];
}

/** What was lent to the officer and may be passed on within its bounds. */
async function passable(
  deps: PowersDeps,
  ctx: QueryContext,
  actor: OfficerActor,
): Promise<readonly LendablePost[]> {
  const lent = actor.delegated ?? [];
  if (lent.length === 0) return [];
  const rows = await many(
    deps.db,
    sql<{ delegation_id: Id<'delegation'>; title: string }>`
      select d.delegation_id, p.title from identity.delegation d
      join identity.post p on p.jurisdiction = d.jurisdiction and p.id = d.principal_post_id
      where d.jurisdiction = ${ctx.jurisdiction} and d.may_pass_on
        and d.delegation_id = any(${lent.map((post) => post.delegation.delegationId)}::uuid[])`,
  );
  const found: LendablePost[] = [];
  for (const { delegation_id: passedOnFrom, title } of rows) {
    const post = lent.find(({ delegation }) => delegation.delegationId === passedOnFrom);
    if (!post) continue;
    const { acts, sectors, procedures } = post.delegation;
    const offer = {
      postId: post.postId,
      passedOnFrom,
      title,
      acts: lentActs.filter((act) => acts.includes(act)),
      sectors,
      procedures,
    };
    found.push(await withPeople(deps, ctx, post, offer));
  }
  return found;
}

async function withPeople(
  deps: PowersDeps,
  ctx: QueryContext,
  post: HeldPost,
  offer: Omit<LendablePost, 'unit' | 'people'>,
): Promise<LendablePost> {
  const today = plainDateOf(ctx.now);
  const unit = deps.units.unitOn(post.unitId, today);
  return {
    ...offer,
    unit: unit?.shortName ?? unit?.name ?? '',
    people: await peopleBelow(deps, ctx, post, today),
  };
}

/** Officers of the unit and of what stands below it, but the asker. */
async function peopleBelow(
  deps: PowersDeps,
  { jurisdiction, actor }: QueryContext,
  post: HeldPost,
  today: PlainDate,
): Promise<LendablePost['people']> {
  const places = [...deps.units.subtreeOn(post.unitId, today)];
  const rows = await many(
    deps.db,
    sql<{ personId: Id<'person'>; name: string; title: string; isDeputy: boolean }>`
      select "personId", name, title, "isDeputy" from (
        select distinct on (post.person_id) post.person_id as "personId", person.name, post.title, person.name_order,
          (post.unit_id = ${post.unitId} and post.role = ${post.role} and post.signature_lines[1] like 'KT. %')
            is true as "isDeputy"
        from identity.post
        join identity.person on person.jurisdiction = post.jurisdiction and person.id = post.person_id
        where post.jurisdiction = ${jurisdiction} and post.unit_id = any(${places}::uuid[])
          and post.valid_from <= ${today} and (post.valid_to is null or post.valid_to > ${today})
          and exists (
            select from identity.account
            where account.jurisdiction = post.jurisdiction and account.person_id = post.person_id
              and account.kind = 'officer' and account.closed_at is null)
        order by post.person_id, "isDeputy" desc, post.valid_from, post.id) people
      order by name_order, "personId"`,
  );
  const self = actor.kind === 'officer' ? actor.personId : undefined;
  return rows
    .filter(({ personId }) => personId !== self)
    .map(({ personId, name, title, isDeputy }) => ({ personId, name, title, isDeputy }));
}

function actsOf(actor: OfficerActor, post: HeldPost): readonly LentAct[] {
  const alone = { ...actor, posts: [post], grants: [], delegated: [] };
  return lentActs.filter((act) => can(alone, permissionOfAct[act], [post.unitId]));
}
