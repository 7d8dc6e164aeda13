import type { HeldPost, OfficerActor } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { addDays, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { isFreshlyProved } from '../core/assurance.ts';
import {
  type DelegationFacts,
  type GiveDelegationInput,
  giveDelegationInput,
  type LentBounds,
  refusedDelegation,
} from '../core/delegation.ts';
import { isOfAgency, lentActs, permissionOfAct } from '../core/lent-posts.ts';
import type { PostBrief } from '../core/people.ts';
import { can } from '../core/permissions.ts';
import { addDelegation, findDelegation, holdDelegation } from '../store/delegation-store.ts';
import { postBriefsOn } from '../store/post-briefs.ts';
import type { PowersDeps } from '../store/powers-deps.ts';

/**
 * Offers a power of one's post to somebody of the same agency, from the first to the last day, by a decision. Nothing
 * works before it is accepted.
 */
export function giveDelegation(
  deps: PowersDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly delegationId: string }>> {
  return runCommand(deps, ctx, 'identity.give-delegation', giveDelegationInput, input, async (tx, wanted) => {
    const { actor } = ctx;
    if (actor.kind !== 'officer') return refuse('forbidden', 'identity.delegation-not-yours');
    if (!isFreshlyProved(actor, ctx.now)) return refuse('forbidden', 'identity.step-up-needed');
    const source = await sourceOf(tx, ctx, actor, wanted);
    if (!source.ok) return source;
    const facts = await factsOf(tx, ctx, deps, source.value, wanted);
    const refused = refusedDelegation(wanted, facts);
    if (refused) return refused;
    const delegationId = deps.newId<'delegation'>();
    const { lastOn, ...rest } = wanted;
    const made = { ...rest, delegationId, untilOn: addDays(lastOn, 1), createdBy: actor.accountId };
    await addDelegation(tx, ctx.jurisdiction, made, ctx.now);
    await recordAction(tx, ctx, deps.newId, {
      command: 'identity.give-delegation',
      subjectId: delegationId,
      facts: {
        principalPostId: journalKey(wanted.principalPostId),
        delegatePersonId: journalKey(wanted.delegatePersonId),
        kind: wanted.kind,
        acts: wanted.acts,
      },
    });
    return ok({ delegationId });
  });
}

/** What is lent: a post of the giver's own, or one that was lent to them and may be passed on. */
interface Source {
  readonly post: HeldPost;
  readonly personId: Id<'person'>;
  /** As the giver holds it. */
  readonly holder: OfficerActor;
  readonly passedOn?: LentBounds;
}

async function sourceOf(
  tx: Tx,
  ctx: CommandContext,
  actor: OfficerActor,
  wanted: GiveDelegationInput,
): Promise<Result<Source>> {
  const { passedOnFrom } = wanted;
  if (passedOnFrom === undefined) {
    const post = actor.posts.find(({ postId }) => postId === wanted.principalPostId);
    return post
      ? ok({ post, personId: actor.personId, holder: { ...actor, posts: [post], grants: [] } })
      : refuse('forbidden', 'identity.delegation-not-yours');
  }
  const lent = actor.delegated?.find(({ delegation }) => delegation.delegationId === passedOnFrom);
  const row = await findDelegation(tx, ctx.jurisdiction, passedOnFrom);
  const isHeld =
    lent &&
    row?.principal_post_id === wanted.principalPostId &&
    (await holdDelegation(tx, ctx.jurisdiction, row.delegation_id, plainDateOf(ctx.now)));
  if (!isHeld) return refuse('forbidden', 'identity.delegation-not-yours');
  return ok({
    post: lent,
    personId: row.principal_person_id,
    holder: { ...actor, posts: [lent], grants: [] },
    passedOn: {
      acts: row.acts,
      sectors: row.sectors,
      procedures: row.procedures,
      fromOn: row.from_on,
      lastOn: addDays(row.until_on, -1),
      mayPassOn: row.may_pass_on,
    },
  });
}

async function factsOf(
  tx: Tx,
  ctx: CommandContext,
  deps: PowersDeps,
  { post, personId, holder, passedOn }: Source,
  wanted: GiveDelegationInput,
): Promise<DelegationFacts> {
  const today = plainDateOf(ctx.now);
  const held = await postBriefsOn(tx, ctx.jurisdiction, personId, today);
  const principal = held.find((each) => each.postId === post.postId);
  if (!principal) throw new Error(`post ${post.postId} has no title today`);
  const posts = await postBriefsOn(tx, ctx.jurisdiction, wanted.delegatePersonId, today);
  return {
    today,
    principal: { ...principal, personId },
    giver: holder.personId,
    held: lentActs.filter((act) => can(holder, permissionOfAct[act], [post.unitId])),
    delegate: posts
      .filter((each) => isOfAgency(deps.units, each, post.unitId, today))
      .map((each) => samePlace(each, post)),
    ...(passedOn && { passedOn }),
  };
}

function samePlace(each: PostBrief, post: HeldPost) {
  const isSamePlace = each.unitId === post.unitId && each.role === post.role;
  return { title: each.title, signatureLines: each.signatureLines, isSamePlace };
}
