import { sql } from 'kysely';
import { must } from '../../../platform/testing/must.ts';
import { morning } from '../test-config.ts';
import type { Asked, Made, Making, Thing, Who } from './things.ts';

const reason = 'Thay đổi nhân sự';
const nextMonth = '2026-12-01';

function officer({ people }: Making, who: Who) {
  const actor = people[who];
  if (actor.kind !== 'officer') throw new Error(`${who} is no officer`);
  return { accountId: actor.accountId, postId: actor.posts[0]?.postId ?? '' };
}

const peopleOf = ({ world }: Making) => world.product.modules.identity.people.commands;

const closed = async (making: Making, accountId: string) =>
  must(await peopleOf(making).closeAccount(making.at('administrator'), { accountId, reason }));

const economy = { unit: 'phuong-tan-ninh/economy', role: 'specialist', title: 'Chuyên viên' };
const held = ({ accountId, postId }: Made) => ({ accountId, postId, reason });

/** Nobody appoints, moves or dismisses themselves. */
const ofPost = (more: Pick<Thing['acts'][string], 'in' | 'not' | 'run'>): Thing['acts'][string] => ({
  by: ({ holds, state }) => holds('identity.manage') && state !== 'own',
  no: ({ who }) => (who === 'administrator' ? 'identity.own-post' : 'identity.not-administrator'),
  ...more,
});

const post: Thing = {
  of: 'identity.people.commands',
  states: ['held', 'toCome', 'over', 'ofClosed', 'own'],
  async make(state, making) {
    const administrator = making.at('administrator');
    const commands = peopleOf(making);
    const theirs = officer(making, state === 'own' ? 'administrator' : 'specialist');
    if (state === 'toCome') {
      const coming = { ...economy, accountId: theirs.accountId, from: '2027-01-01' };
      return { ...theirs, ...must(await commands.givePost(administrator, coming)) };
    }
    if (state === 'over')
      must(await commands.endPost(administrator, { ...theirs, lastOn: '2026-11-22', reason }));
    if (state === 'ofClosed') await closed(making, theirs.accountId);
    return theirs;
  },
  acts: {
    changePost: ofPost({
      in: ['held', 'toCome', 'ofClosed'],
      not: 'identity.post-over',
      run: ({ identity }, ctx, made) =>
        identity.people.commands.changePost(ctx, { ...held(made), title: 'Chuyên viên chính' }),
    }),
    endPost: ofPost({
      in: ['held', 'toCome', 'ofClosed'],
      not: 'identity.post-over',
      run: ({ identity }, ctx, made) =>
        identity.people.commands.endPost(ctx, { ...held(made), lastOn: '2026-11-30' }),
    }),
    // It gives a post as well: none before the old one began, none to whoever is gone.
    transfer: ofPost({
      in: ['held'],
      not: {
        toCome: 'identity.transfer-too-early',
        over: 'identity.post-over',
        ofClosed: 'identity.account-closed',
      },
      run: ({ identity }, ctx, made) =>
        identity.people.commands.transfer(ctx, { ...held(made), ...economy, from: nextMonth }),
    }),
  },
};

const manages = ({ holds }: Asked) => holds('identity.manage');

const officerSession: Thing = {
  of: 'identity.people.commands',
  states: ['live', 'ended', 'ofClosed', 'linked'],
  async make(state, making) {
    const { identity } = making.world.product.modules;
    const { accountId } = officer(making, 'specialist');
    const { origin } = making.at('administrator');
    const asked = { login: 'hotich.tanninh', password: 'demo-password' };
    const { token } = must(await identity.signInOfficer(asked, morning, origin));
    const { sessionId = '' } = await identity.resolveSession(token, morning);
    if (state === 'ended') await identity.signOut(token, morning, origin);
    if (state === 'ofClosed') await closed(making, accountId);
    if (state === 'linked') await link(making, accountId);
    return { accountId, sessionId };
  },
  no: 'identity.not-administrator',
  acts: {
    'endSessionsOf (all)': {
      by: manages,
      in: ['live', 'ended', 'ofClosed', 'linked'],
      run: ({ identity }, ctx, { accountId }) =>
        identity.people.commands.endSessionsOf(ctx, { accountId, reason }),
    },
    'endSessionsOf (one)': {
      by: manages,
      in: ['live', 'linked'],
      not: 'identity.session-unknown',
      run: ({ identity }, ctx, made) => identity.people.commands.endSessionsOf(ctx, { ...made, reason }),
    },
    // Lifted again it changes nothing.
    liftSlowdown: {
      by: manages,
      in: ['live', 'ended', 'ofClosed', 'linked'],
      run: ({ identity }, ctx, { accountId }) => identity.people.commands.liftSlowdown(ctx, { accountId }),
    },
    unlinkProvinceOf: {
      by: manages,
      in: ['linked'],
      not: 'identity.province-not-linked',
      run: ({ identity }, ctx, { accountId }) =>
        identity.people.commands.unlinkProvinceOf(ctx, { accountId, reason }),
    },
  },
};

/** As if they had linked themselves to somebody of the province's issuer. */
async function link({ world }: Making, accountId: string): Promise<void> {
  await sql`
    insert into identity.province_link (jurisdiction, account_id, issuer, subject, linked_at)
    values (1, ${accountId}, 'https://tinh.example', 'hotich', ${morning})`.execute(world.product.db);
}

const password = 'một câu dài chỉ mình tôi biết';

const addressOf = (id: string) => ['10', ...Buffer.from(id.slice(-6), 'hex')].join('.');

/** A slip with a code is whoever's holds it: nobody is signed in, so everybody who has it may, and once. */
const activation: Thing = {
  of: 'identity.activation',
  states: ['issued', 'used', 'replaced', 'tooLate', 'ofClosed'],
  askedAt: (state) => (state === 'tooLate' ? new Date('2026-12-01T08:30:00+07:00') : undefined),
  async make(state, making) {
    const { accountId } = officer(making, 'specialist');
    const issue = async () => {
      const slips = await peopleOf(making).issueCodes(making.at('administrator'), {
        accountIds: [accountId],
      });
      return must(slips)[0]?.code ?? '';
    };
    const code = await issue();
    if (state === 'used') {
      const { activate } = making.world.product.modules.identity.activation;
      must(await activate(making.at('anonymous'), { code, password, again: password }));
    }
    if (state === 'replaced') await issue();
    if (state === 'ofClosed') await closed(making, accountId);
    return { code };
  },
  acts: {
    activate: {
      by: () => true,
      in: ['issued'],
      not: 'identity.activation-unknown',
      // Guesses are counted by address; each asks from their own.
      run: ({ identity }, { now, origin, requestId }, { code }) =>
        identity.activation.activate(
          { now, origin: { ...origin, ip: addressOf(requestId) } },
          { code, password, again: password },
        ),
    },
  },
};

/** Posts, sessions and passwords that an administrator gives and takes. */
export const peopleThings = { post, officerSession, activation } as const satisfies Readonly<
  Record<string, Thing>
>;
