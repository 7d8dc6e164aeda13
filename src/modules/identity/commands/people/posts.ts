import type { z } from 'zod';
import type { Role } from '../../../../kernel/actor.ts';
import type { CommandContext } from '../../../../kernel/context.ts';
import type { Id } from '../../../../kernel/id.ts';
import { addDays, type PlainDate, plainDateOf } from '../../../../kernel/plain-date.ts';
import { ok, type Refused, type Result, refuse, refuseField } from '../../../../kernel/result.ts';
import type { Tx } from '../../../../platform/database.ts';
import { recordAction } from '../../../../platform/journal.ts';
import { journalKey } from '../../../../platform/journal-facts.ts';
import { formatDate } from '../../../../texts/format.ts';
import { unitFinder } from '../../core/people/find-unit.ts';
import {
  changePostInput,
  endPostInput,
  givePostInput,
  type postInput,
  transferInput,
} from '../../core/people/inputs.ts';
import { mayGive, type PostSpan } from '../../core/people/manage-reach.ts';
import { postFault, postPlace, staysAdministered } from '../../core/people/post-rules.ts';
import {
  administratorsBeside,
  deletePost,
  insertPosts,
  type OfficerPostRow,
  updatePost,
} from '../../store/people/officer-accounts.ts';
import type { PeopleDeps } from '../../store/people/people-deps.ts';
import { toSpan } from '../../store/people/reach.ts';
import { recordWithReason } from '../../store/stated-reasons.ts';
import { type Administration, type HeldOfficer, holdOfficer, runPostsCommand } from './run-people-command.ts';

type WantedPost = z.output<typeof postInput>;

/** What the journal says of a post given. */
type GivenPost = {
  readonly postId: Id<'post'>;
  readonly unitId: Id<'unit'>;
  readonly role: Role;
  readonly from: PlainDate;
  readonly to?: PlainDate;
};

/**
 * Gives a person one more post. Refuses one's own (`identity.own-post`), a unit that is not there on the first day, days in the
 * wrong order, the same post twice at a time, and posts beyond the administrator's reach.
 */
export function givePost(
  deps: PeopleDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ postId: Id<'post'> }>> {
  return runPostsCommand(
    deps,
    ctx,
    'identity.give-post',
    givePostInput,
    input,
    async (held, tx, wanted, by) => {
      const { accountId, ...post } = wanted;
      const officer = await holdOthers(held, tx, ctx, by, accountId);
      if (!officer.ok) return officer;
      const { person_id: personId, posts } = officer.value;
      const given = await givePostTo(held, tx, by, { personId, others: posts.map(toSpan) }, post);
      if (!given.ok) return given;
      await recordAction(tx, ctx, held.newId, {
        command: 'identity.give-post',
        subjectId: accountId,
        facts: given.value,
      });
      return ok({ postId: given.value.postId });
    },
  );
}

/** Changes title, signature and last day of a post: a slip of the pen, or a longer term. */
export function changePost(deps: PeopleDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runPostsCommand(
    deps,
    ctx,
    'identity.change-post',
    changePostInput,
    input,
    async (held, tx, wanted, by) => {
      const { accountId, postId, title, signatureLines, lastOn, reason } = wanted;
      const found = await holdPost(held, tx, ctx, by, { accountId, postId });
      if (!found.ok) return found;
      const { officer, post } = found.value;
      const to = lastOn && addDays(lastOn, 1);
      const others = officer.posts.filter((each) => each !== post).map(toSpan);
      const fault = faultOf(held, { ...toSpan(post), to }, others);
      if (fault) return fault;
      const kept = await keepsAdministrator(held, tx, post, to);
      if (!kept.ok) return kept;
      await updatePost(tx, held.jurisdiction, post.post_id, { title, signatureLines, to });
      await recordWithReason(tx, ctx, held.newId, {
        command: 'identity.change-post',
        subjectId: accountId,
        reason,
        facts: { postId: post.post_id, ...(to && { to }), retitled: title !== post.title },
      });
      return ok(null);
    },
  );
}

/**
 * Ends a post on its last day; one that has not begun by then is taken back. What it has in hand stays with its unit and is given
 * out anew by who leads it. Refuses `identity.last-administrator`.
 */
export function endPost(deps: PeopleDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runPostsCommand(
    deps,
    ctx,
    'identity.end-post',
    endPostInput,
    input,
    async (held, tx, wanted, by) => {
      const { accountId, postId, lastOn, reason } = wanted;
      const found = await holdPost(held, tx, ctx, by, { accountId, postId });
      if (!found.ok) return found;
      const ended = await endOn(held, tx, ctx, found.value.post, addDays(lastOn, 1));
      if (!ended.ok) return ended;
      await recordWithReason(tx, ctx, held.newId, {
        command: 'identity.end-post',
        subjectId: accountId,
        reason,
        facts: { postId: found.value.post.post_id, to: addDays(lastOn, 1) },
      });
      return ok(null);
    },
  );
}

/** Moves a person: one post ends the day before the other begins. Refuses what ending and giving refuse. */
export function transfer(
  deps: PeopleDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ postId: Id<'post'> }>> {
  return runPostsCommand(
    deps,
    ctx,
    'identity.transfer',
    transferInput,
    input,
    async (held, tx, wanted, by) => {
      const { accountId, postId, reason, ...post } = wanted;
      const found = await holdPost(held, tx, ctx, by, { accountId, postId });
      if (!found.ok) return found;
      const { officer, post: old } = found.value;
      if (officer.closed_at) return refuse('conflict', 'identity.account-closed');
      if (post.from <= old.valid_from) return refuseField('/from', 'identity.transfer-too-early');
      const ended = await endOn(held, tx, ctx, old, post.from);
      if (!ended.ok) return ended.refusal.fields ? refuseField('/from', ended.refusal.type) : ended;
      const others = officer.posts.map((each) =>
        each === old ? { ...toSpan(each), to: post.from } : toSpan(each),
      );
      const given = await givePostTo(held, tx, by, { personId: officer.person_id, others }, post);
      if (!given.ok) return given;
      await recordWithReason(tx, ctx, held.newId, {
        command: 'identity.transfer',
        subjectId: accountId,
        reason,
        facts: { fromPostId: old.post_id, ...given.value, role: journalKey(given.value.role) },
      });
      return ok({ postId: given.value.postId });
    },
  );
}

/** Writes a post for a person whose other posts are known. */
export async function givePostTo(
  deps: PeopleDeps,
  tx: Tx,
  { reach }: Administration,
  person: { readonly personId: Id<'person'>; readonly others: readonly PostSpan[] },
  wanted: WantedPost,
): Promise<Result<GivenPost>> {
  const unit = unitFinder(deps.units.unitsOn(wanted.from)).find(wanted.unit);
  if (unit === 'several') return refuseField('/unit', 'identity.unit-ambiguous');
  if (!unit) return refuseField('/unit', 'identity.unit-not-there');
  const { role, title, signatureLines, from, lastOn } = wanted;
  const to = lastOn && addDays(lastOn, 1);
  const span = { unitId: unit.id, role, from, to };
  if (!mayGive(reach, span)) return refuseField('/unit', 'identity.post-beyond-reach');
  const fault = faultOf(deps, span, person.others);
  if (fault) return fault;
  const postId = deps.newId<'post'>();
  await insertPosts(tx, deps.jurisdiction, [
    { postId, personId: person.personId, unitId: unit.id, role, title, signatureLines, from, to },
  ]);
  return ok({ postId, unitId: unit.id, role, from, ...(to && { to }) });
}

/** A refusal of a part, its fields named below the part's pointer. */
export function refusedAt(pointer: string, { refusal }: Refused): Refused {
  const fields = (refusal.fields ?? []).map((field) => ({ ...field, pointer: pointer + field.pointer }));
  return { ok: false, refusal: { ...refusal, fields } };
}

function faultOf(deps: PeopleDeps, span: PostSpan, others: readonly PostSpan[]): Refused | undefined {
  const fault = postFault(span, others, postPlace(deps.units, span.unitId, span.from));
  if (!fault) return undefined;
  const params = fault.unitLastOn && { lastOn: formatDate(fault.unitLastOn) };
  return refuseField(fault.pointer, fault.type, { ...(params && { params }) });
}

/** Everybody's posts but one's own: nobody appoints or moves themselves. */
async function holdOthers(
  deps: PeopleDeps,
  tx: Tx,
  ctx: CommandContext,
  by: Administration,
  accountId: string,
): Promise<Result<HeldOfficer>> {
  if (accountId === by.actor.accountId) return refuse('forbidden', 'identity.own-post');
  const officer = await holdOfficer(deps, tx, ctx, by, accountId);
  if (!officer.ok) return officer;
  if (officer.value.person_id === by.actor.personId) return refuse('forbidden', 'identity.own-post');
  return officer.value.closed_at ? refuse('conflict', 'identity.account-closed') : officer;
}

async function holdPost(
  deps: PeopleDeps,
  tx: Tx,
  ctx: CommandContext,
  by: Administration,
  which: { readonly accountId: string; readonly postId: string },
): Promise<Result<{ readonly officer: HeldOfficer; readonly post: OfficerPostRow }>> {
  if (which.accountId === by.actor.accountId) return refuse('forbidden', 'identity.own-post');
  const officer = await holdOfficer(deps, tx, ctx, by, which.accountId);
  if (!officer.ok) return officer;
  if (officer.value.person_id === by.actor.personId) return refuse('forbidden', 'identity.own-post');
  const post = officer.value.posts.find(({ post_id: id }) => id === which.postId);
  if (!post) return refuse('not-found', 'identity.post-unknown');
  if (post.valid_to !== null && post.valid_to <= plainDateOf(ctx.now))
    return refuse('conflict', 'identity.post-over');
  return ok({ officer: officer.value, post });
}

/** `end` is the first day on which the post is no longer held; it may be as early as today. */
async function endOn(
  deps: PeopleDeps,
  tx: Tx,
  ctx: CommandContext,
  post: OfficerPostRow,
  end: PlainDate,
): Promise<Result<null>> {
  if (end < plainDateOf(ctx.now)) return refuseField('/lastOn', 'identity.end-in-the-past');
  if (post.valid_to !== null && end > post.valid_to) return refuseField('/lastOn', 'identity.ends-before');
  const kept = await keepsAdministrator(deps, tx, post, end);
  if (!kept.ok) return kept;
  if (end <= post.valid_from)
    return (await deletePost(tx, deps.jurisdiction, post.post_id))
      ? ok(null)
      : refuseField('/lastOn', 'identity.post-has-lent');
  const { title, signature_lines: signatureLines } = post;
  await updatePost(tx, deps.jurisdiction, post.post_id, { title, signatureLines, to: end });
  return ok(null);
}

async function keepsAdministrator(
  deps: PeopleDeps,
  tx: Tx,
  post: OfficerPostRow,
  end: PlainDate | undefined,
): Promise<Result<null>> {
  if (post.role !== 'administrator' || end === undefined) return ok(null);
  const others = await administratorsBeside(tx, deps.jurisdiction, { postId: post.post_id });
  return staysAdministered(others, end) ? ok(null) : refuse('conflict', 'identity.last-administrator');
}
