import type { DelegatedPost, HeldPost, Role } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Page } from '../../../kernel/page.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Connection } from '../../../platform/database.ts';
import type { DelegationBrief, DelegationView, LendablePost } from '../core/delegation-views.ts';
import type { Matter, PostPlace } from '../core/lent-posts.ts';
import type { PowersDeps } from '../store/powers-deps.ts';
import { describeDelegations, getDelegation, listDelegations, pressingDelegations } from './delegations.ts';
import { unitsLosingDeputies } from './division.ts';
import { lendablePosts } from './lendable-posts.ts';
import { lastEndedDelegation, signatureOf } from './signature-of.ts';
import { type SignerByPower, signersByPower } from './signers-by-power.ts';

/** What is known of powers lent. */
export interface DelegationQueries {
  list(
    ctx: QueryContext,
    whose: 'own' | 'all',
    cursor: string | undefined,
  ): Promise<Result<Page<DelegationView>>>;
  /** Refuses `identity.delegation-not-found` to whoever neither lent it nor has it, administrators excepted. */
  get(ctx: QueryContext, delegationId: string): Promise<Result<DelegationView>>;
  /** Offers not answered, and what ends within a week. */
  pressing(ctx: QueryContext): Promise<readonly DelegationView[]>;
  lendable(ctx: QueryContext): Promise<readonly LendablePost[]>;
  /** Names, decision and last day of delegations that journal rows and events name by id. */
  describe(db: Connection, ids: readonly string[]): Promise<ReadonlyMap<string, DelegationBrief>>;
  /** Lines above the name of whoever signs under the post on the day: KT., TL., TUQ., Q. */
  signatureOf(
    db: Connection,
    personId: Id<'person'>,
    post: HeldPost | DelegatedPost,
    on: PlainDate,
  ): Promise<readonly string[]>;
  /** Who may sign this in the unit with the role on the day, under a post of their own or one lent to them. */
  signers(
    db: Connection,
    unitId: Id<'unit'>,
    role: Role,
    matter: Matter,
    on: PlainDate,
  ): Promise<readonly SignerByPower[]>;
  /** Units whose head has divided the fields and in which, a fortnight from the day, no deputy may sign anything. */
  unitsLosingDeputies(db: Connection, on: PlainDate): Promise<readonly Id<'unit'>[]>;
  /** The last power over one of the roles in its unit that the asker had and has no more. */
  lastEnded(
    db: Connection,
    ctx: QueryContext,
    places: readonly PostPlace[],
  ): Promise<(DelegationBrief & { readonly endedAt: Date | null }) | undefined>;
}

/** Builds them. */
export function delegationQueries(deps: PowersDeps): DelegationQueries {
  return {
    list: (ctx, whose, cursor) => listDelegations(deps, ctx, whose, cursor),
    get: (ctx, id) => getDelegation(deps, ctx, id),
    pressing: (ctx) => pressingDelegations(deps, ctx),
    lendable: (ctx) => lendablePosts(deps, ctx),
    describe: (db, ids) => describeDelegations(deps, db, ids),
    signatureOf: (db, personId, post, on) => signatureOf(deps, db, personId, post, on),
    signers: (db, unitId, role, matter, on) => signersByPower(deps, db, unitId, role, matter, on),
    unitsLosingDeputies: (db, on) => unitsLosingDeputies(deps, db, on),
    async lastEnded(db, ctx, places) {
      const row = await lastEndedDelegation(deps, db, ctx, places);
      if (!row) return undefined;
      const brief = (await describeDelegations(deps, db, [row.delegation_id])).get(row.delegation_id);
      return brief && { ...brief, endedAt: row.ended_at };
    },
  };
}
