import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { morning } from '../test-config.ts';
import { codeAt, everybodySignedIn, keyOf, ownOf, requestOf } from './own-sign-ins.ts';
import type { Asked, Made, Thing, ThingAct } from './things.ts';

const minutes = (count: number) => new Date(morning.getTime() + count * 60_000);

/** A code given in the morning is of the step before: it is still one of now, and was used. */
const shortly = minutes(0.5);
const askedWhen: Readonly<Record<string, Date>> = {
  stale: minutes(31),
  halfStale: minutes(31),
  idle: minutes(121),
};

const expired = 'identity.session-expired';
const gone = { ended: expired, idle: expired };
const needed = 'identity.second-factor-needed';
const stepUp = 'identity.step-up-needed';
const again = 'identity.enrol-again';
const wrongCode = 'identity.wrong-code';

type ByState = Readonly<Record<string, string>>;

/** Leaders, records clerks and administrators are nobody before the second factor; others by their password until they have one. */
const demanding: readonly Role[] = ['leader', 'recordsClerk', 'administrator'];
const isDemanding = ({ role }: Asked) => role !== undefined && demanding.includes(role);

/** What a session hears that has not proved enough, or not lately. */
const ofDemanding: ByState = {
  bare: needed,
  halfway: needed,
  halfStale: needed,
  stale: stepUp,
  ...gone,
};
const ofOthers: ByState = { halfway: needed, halfStale: stepUp, stale: stepUp, ...gone };
const unproved = (asked: Asked) => (isDemanding(asked) ? ofDemanding : ofOthers)[asked.state];

/** Done in one's own session unless it says otherwise; nobody else has one of an officer. */
const own = (told: (asked: Asked) => string | undefined, run: ThingAct['run']): ThingAct => ({
  by: ({ role }) => role !== undefined,
  in: (asked) => told(asked) === undefined,
  not: (asked) => told(asked) ?? '',
  no: expired,
  run,
});

/** The same where it wants a proof that is whole and not older than half an hour. */
export const freshly = (run: ThingAct['run'], told: (asked: Asked) => string | undefined = () => undefined) =>
  own((asked) => unproved(asked) ?? told(asked), run);

/** A first factor needs the password only, while there is none and the password is fresh. */
const firstly: ByState = {
  halfway: stepUp,
  whole: stepUp,
  two: stepUp,
  recovered: stepUp,
  stale: stepUp,
  ...gone,
};
const first = (run: ThingAct['run']) =>
  own((asked) => {
    if (asked.state === 'halfStale') return isDemanding(asked) ? again : stepUp;
    return firstly[asked.state];
  }, run);

/** Where there is no app of one's own, no code is right. */
const byCode = (rightIn: readonly string[], run: ThingAct['run']) =>
  own(({ state }) => {
    if (rightIn.includes(state)) return undefined;
    return { halfStale: again, ...gone }[state] ?? wrongCode;
  }, run);

const label = 'Điện thoại mới';
const codeOr = (code: string | undefined) => ({ code: code ?? '000000' });

const signIn: Thing = {
  of: 'identity.security',
  states: ['bare', 'halfway', 'whole', 'two', 'recovered', 'stale', 'halfStale', 'ended', 'idle'],
  askedAt: (state) => askedWhen[state] ?? shortly,
  async make(state, making) {
    const made = await everybodySignedIn(making, state);
    const { author } = making.people;
    const theirs = (what: 'factor' | 'session') => ownOf(author, made, what) ?? newUuidV7();
    return { ...made, foreignFactor: theirs('factor'), foreignSession: theirs('session') };
  },
  acts: {
    proveByCode: byCode(['halfway', 'whole', 'two', 'recovered', 'stale'], ({ identity }, ctx, made) => {
      const secret = ownOf(ctx.actor, made, 'secret');
      const code = secret && codeAt(secret, ctx.now);
      return identity.security.proveByCode(requestOf(ctx, made), codeOr(code));
    }),
    'proveByCode (used already)': byCode([], ({ identity }, ctx, made) => {
      const secret = ownOf(ctx.actor, made, 'secret');
      const code = secret && codeAt(secret, morning);
      return identity.security.proveByCode(requestOf(ctx, made), codeOr(code));
    }),
    'proveByCode (recovery)': byCode(['recovered'], ({ identity }, ctx, made) =>
      identity.security.proveByCode(requestOf(ctx, made), codeOr(ownOf(ctx.actor, made, 'recovery'))),
    ),
    'proveByCode (recovery used already)': byCode([], ({ identity }, ctx, made) =>
      identity.security.proveByCode(requestOf(ctx, made), codeOr(ownOf(ctx.actor, made, 'spentRecovery'))),
    ),
    proveByPassword: own(
      (asked) => {
        const isBare = asked.state === 'bare' || asked.state === 'halfStale';
        if (isBare && !isDemanding(asked)) return undefined;
        return (gone as ByState)[asked.state] ?? 'identity.code-wanted';
      },
      ({ identity }, ctx, made) =>
        identity.security.proveByPassword(requestOf(ctx, made), { password: 'demo-password' }),
    ),
    challengePasskey: own(
      ({ state }) => (state === 'two' ? undefined : ((gone as ByState)[state] ?? 'identity.no-passkey')),
      ({ identity }, ctx, made) => identity.security.challengePasskey(requestOf(ctx, made)),
    ),
    proveByPasskey: byPasskey(['two'], (account) => account),
    'proveByPasskey (of somebody else)': byPasskey([], () => 'nobody'),
    'enrolTotp (first)': first(({ identity }, ctx, made) =>
      identity.security.enrolTotp(requestOf(ctx, made), { label }, true),
    ),
    'enrolTotp (further)': freshly(({ identity }, ctx, made) =>
      identity.security.enrolTotp(requestOf(ctx, made), { label }, false),
    ),
    confirmTotp: freshly(async ({ identity }, ctx, made) => {
      const begun = await identity.security.enrolTotp(requestOf(ctx, made), { label }, false);
      const code = begun.ok ? codeAt(begun.value.secret, ctx.now) : undefined;
      return identity.security.confirmTotp(requestOf(ctx, made), codeOr(code));
    }),
    'beginPasskey (first)': first(({ identity }, ctx, made) =>
      identity.security.beginPasskey(requestOf(ctx, made), true),
    ),
    'beginPasskey (further)': freshly(({ identity }, ctx, made) =>
      identity.security.beginPasskey(requestOf(ctx, made), false),
    ),
    'addPasskey (first)': first(newPasskey(true)),
    'addPasskey (further)': freshly(newPasskey(false)),
    // The last one of somebody who must have one stays.
    dropFactor: freshly(
      ({ identity }, ctx, made) => {
        const factorId = ownOf(ctx.actor, made, 'factor') ?? newUuidV7();
        return identity.security.dropFactor(requestOf(ctx, made), { factorId });
      },
      (asked) => {
        if (asked.state === 'bare') return 'identity.factor-unknown';
        return asked.state !== 'two' && isDemanding(asked) ? 'identity.last-factor' : undefined;
      },
    ),
    'dropFactor (of somebody else)': freshly(
      ({ identity }, ctx, { foreignFactor, ...made }) =>
        identity.security.dropFactor(requestOf(ctx, made), { factorId: foreignFactor }),
      ({ who, state }) => (who === 'author' && state !== 'bare' ? undefined : 'identity.factor-unknown'),
    ),
    makeRecoveryCodes: freshly(({ identity }, ctx, made) =>
      identity.security.makeRecoveryCodes(requestOf(ctx, made)),
    ),
    renew: own(
      ({ state }) => (gone as ByState)[state],
      ({ identity }, ctx, made) => identity.security.renew(requestOf(ctx, made)),
    ),
    endSession: freshly(({ identity }, ctx, made) =>
      identity.security.endSession(requestOf(ctx, made), {
        sessionId: ownOf(ctx.actor, made, 'session') ?? newUuidV7(),
      }),
    ),
    'endSession (ended already)': freshly(
      ({ identity }, ctx, made) =>
        identity.security.endSession(requestOf(ctx, made), {
          sessionId: ownOf(ctx.actor, made, 'endedSession') ?? newUuidV7(),
        }),
      () => 'identity.session-unknown',
    ),
    'endSession (of somebody else)': freshly(
      ({ identity }, ctx, { foreignSession, ...made }) =>
        identity.security.endSession(requestOf(ctx, made), { sessionId: foreignSession }),
      ({ who }) => (who === 'author' ? undefined : 'identity.session-unknown'),
    ),
    endOtherSessions: freshly(({ identity }, ctx, made) =>
      identity.security.endOtherSessions(requestOf(ctx, made)),
    ),
  },
};

const next = 'một câu dài chỉ mình tôi biết';

/** Half a sign-in is not enough to change the password, an old one neither. */
const password: Thing = {
  of: 'identity.security',
  states: ['halfway', 'whole', 'stale', 'ended'],
  askedAt: (state) => askedWhen[state] ?? shortly,
  make: (state, making) => everybodySignedIn(making, state),
  acts: {
    changePassword: freshly(({ identity }, ctx, made) =>
      identity.security.changePassword(requestOf(ctx, made), { current: 'demo-password', next }),
    ),
    'changePassword (not knowing it)': freshly(
      ({ identity }, ctx, made) =>
        identity.security.changePassword(requestOf(ctx, made), { current: 'đoán', next }),
      () => 'identity.wrong-password',
    ),
  },
};

const half = ['bare', 'halfStale'];

/** Who a cookie is taken for: nobody before the second factor where one is wanted, nobody once it has ended. */
const session: Thing = {
  of: 'identity',
  states: [...signIn.states, 'closed'],
  askedAt: (state) => askedWhen[state] ?? shortly,
  async make(state, making) {
    const made = await everybodySignedIn(making, state);
    if (state === 'closed')
      await sql`update identity.account set closed_at = ${morning} where kind = 'officer'`.execute(
        making.world.product.db,
      );
    return made;
  },
  acts: {
    resolveSession: {
      by: ({ who }) => who !== 'anonymous',
      in: (asked) => ofCookie(asked) === undefined,
      not: (asked) => ofCookie(asked) ?? '',
      no: 'nobody',
      async run({ identity }, ctx, made) {
        const { token, now } = requestOf(ctx, made);
        const { actor, pending, expired: isOver } = await identity.resolveSession(token, now);
        if (actor.kind === ctx.actor.kind && actor.kind !== 'anonymous') return ok(actor);
        if (pending) return refuse('unauthenticated', needed);
        return refuse('unauthenticated', isOver ? expired : 'nobody');
      },
    },
  },
};

function ofCookie(asked: Asked): string | undefined {
  const { role, state } = asked;
  // Citizens rest for an hour, and theirs are other accounts.
  if (role === undefined) return state === 'idle' ? expired : undefined;
  if (state === 'closed') return expired;
  if (state === 'halfway' || (half.includes(state) && isDemanding(asked))) return needed;
  return (gone as ByState)[state];
}

/** The whole ceremony, signed by somebody's key. */
function byPasskey(rightIn: readonly string[], whose: (account: string) => string): ThingAct {
  const told = ({ state }: Asked) =>
    rightIn.includes(state) ? undefined : ((gone as ByState)[state] ?? 'identity.passkey-rejected');
  return own(told, async ({ identity }, ctx, made) => {
    const begun = await identity.security.challengePasskey(requestOf(ctx, made));
    const key = keyOf(whose('accountId' in ctx.actor ? ctx.actor.accountId : ''));
    const response = key.sign(begun.ok ? begun.value.challenge : 'none');
    return identity.security.proveByPasskey(requestOf(ctx, made), { response });
  });
}

function newPasskey(isFirst: boolean): ThingAct['run'] {
  return async ({ identity }, ctx, made: Made) => {
    const begun = await identity.security.beginPasskey(requestOf(ctx, made), isFirst);
    const response = keyOf('new').make(begun.ok ? begun.value.challenge : 'none');
    return identity.security.addPasskey(requestOf(ctx, made), { label, response }, isFirst);
  };
}

/** What everybody does about their own sign-in: nobody else has a say in it, so each is asked in states of their own. */
export const signInThings = { signIn, password, session } as const satisfies Readonly<Record<string, Thing>>;
