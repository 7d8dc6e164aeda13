import { must } from '../../../platform/testing/must.ts';
import { aCitizen, chooseAtSimulator } from '../../identity-simulator/testing.ts';
import { morning } from '../test-config.ts';
import type { Asked, Making, Thing } from './things.ts';

const reason = 'Người dân xuất trình thẻ căn cước';
const name = 'Phan Thị Mỹ Duyên';

/** Accounts of before numbers were told: the owner's, as far as their name says. */
export const olderAccounts = [
  aCitizen('older', { name, identityNumber: '' }),
  aCitizen('oldest', { name, identityNumber: '' }),
];

/** To the issuer and back, as one of them. */
async function goThere(
  { world }: Making,
  started: { redirectTo: string; flowToken: string },
  techId: string,
) {
  const { searchParams } = await chooseAtSimulator(started.redirectTo, { nguoi: techId });
  const origin = { ip: '127.0.0.1', userAgent: 'test' };
  return must(
    await world.product.modules.identity.finishCitizenSignIn(
      started.flowToken,
      searchParams,
      morning,
      origin,
    ),
  );
}

/** The record that a sign-in there made here. */
async function anOlderRecord(making: Making, techId: string): Promise<string> {
  const { identity } = making.world.product.modules;
  const done = await goThere(making, must(await identity.startCitizenSignIn('/', morning)), techId);
  if (done.kind !== 'signedIn') throw new Error(`${techId} is known already`);
  const { actor } = await identity.resolveSession(done.session.token, morning);
  if (actor.kind !== 'citizen') throw new Error(`${techId} is no citizen`);
  return actor.personId;
}

/** The owner, signed in, has proved the older account too: what the page of confirmation keeps. */
async function anOffer(making: Making): Promise<string> {
  const { citizens } = making.world.product.modules.identity;
  const done = await goThere(making, must(await citizens.startMerge(making.at('owner'))), 'older');
  if (done.kind !== 'merge') throw new Error('nothing is offered');
  return done.flowToken;
}

const ownerId = ({ people: { owner } }: Making) => (owner.kind === 'citizen' ? owner.personId : '');

const isCitizen = ({ who }: Asked) => who === 'owner' || who === 'otherCitizen';
const signInFirst = 'identity.session-expired';

const mergeOffer: Thing = {
  of: 'identity.citizens',
  states: ['none', 'offered', 'tooLate', 'confirmed', 'mergedMeanwhile'],
  askedAt: (state) => (state === 'tooLate' ? new Date(morning.getTime() + 11 * 60_000) : undefined),
  async make(state, making) {
    const { citizens } = making.world.product.modules.identity;
    const olderId = await anOlderRecord(making, 'older');
    const flowToken = state === 'none' ? 'none' : await anOffer(making);
    const personIds = [olderId, ownerId(making)];
    if (state === 'confirmed') must(await citizens.confirmMerge(making.at('owner'), flowToken));
    if (state === 'mergedMeanwhile')
      must(await citizens.mergePeople(making.at('administrator'), { personIds, reason }));
    return { flowToken, olderId, ownerId: ownerId(making) };
  },
  acts: {
    startMerge: {
      by: isCitizen,
      in: ['none', 'offered', 'tooLate', 'confirmed', 'mergedMeanwhile'],
      no: signInFirst,
      run: ({ identity }, ctx) => identity.citizens.startMerge(ctx),
    },
    confirmMerge: {
      by: ({ who }) => who === 'owner',
      in: ['offered'],
      not: {
        none: 'identity.sign-in-expired',
        tooLate: 'identity.sign-in-expired',
        confirmed: 'identity.sign-in-expired',
        mergedMeanwhile: 'identity.merge-done',
      },
      no: (asked) => (isCitizen(asked) ? 'identity.sign-in-expired' : signInFirst),
      run: ({ identity }, ctx, { flowToken }) => identity.citizens.confirmMerge(ctx, `${flowToken}`),
    },
    mergePeople: {
      by: ({ holds }) => holds('identity.manage'),
      in: ['none', 'offered', 'tooLate'],
      not: 'identity.merge-done',
      no: 'identity.not-allowed',
      run: ({ identity }, ctx, { olderId, ownerId: id }) =>
        identity.citizens.mergePeople(ctx, { personIds: [olderId, id], reason }),
    },
  },
};

const merge: Thing = {
  of: 'identity.citizens',
  states: ['byThemselves', 'byAdministrator', 'undone', 'superseded'],
  async make(state, making) {
    const { citizens } = making.world.product.modules.identity;
    const byAdministrator = async (...personIds: readonly string[]) =>
      must(await citizens.mergePeople(making.at('administrator'), { personIds, reason }));
    const olderId = await anOlderRecord(making, 'older');
    if (state === 'byAdministrator') return byAdministrator(olderId, ownerId(making));
    if (state === 'superseded') {
      const first = await byAdministrator(olderId, await anOlderRecord(making, 'oldest'));
      await byAdministrator(olderId, ownerId(making));
      return first;
    }
    const done = must(await citizens.confirmMerge(making.at('owner'), await anOffer(making)));
    if (state === 'undone') must(await citizens.undoMerge(making.at('owner'), { ...done, reason }));
    return done;
  },
  acts: {
    // Their own merge is theirs to undo; what an administrator found is not.
    undoMerge: {
      by: ({ who, state, holds }) =>
        holds('identity.manage') || (who === 'owner' && (state === 'byThemselves' || state === 'undone')),
      in: ['byThemselves', 'byAdministrator'],
      not: { undone: 'identity.merge-undone', superseded: 'identity.merge-superseded' },
      no: 'identity.not-allowed',
      run: ({ identity }, ctx, { mergeId }) => identity.citizens.undoMerge(ctx, { mergeId, reason }),
    },
  },
};

/** Two records of one person. */
export const mergeThings = { mergeOffer, merge } as const satisfies Readonly<Record<string, Thing>>;
