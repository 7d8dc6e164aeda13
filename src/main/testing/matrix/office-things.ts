import { must } from '../../../platform/testing/must.ts';
import type { Thing } from './things.ts';

const reason = 'Không còn cần đến nữa';

const ofAccount = (
  run: Thing['acts'][string]['run'],
  states: readonly string[],
  not = 'identity.account-closed',
): Thing['acts'][string] => ({ by: ({ holds }) => holds('identity.manage'), in: states, not, run });

const account: Thing = {
  of: 'identity.people.commands',
  states: ['open', 'closed'],
  async make(state, making) {
    const { specialist } = making.people;
    if (specialist.kind !== 'officer') throw new Error('the specialist is an officer');
    const { accountId } = specialist;
    const { commands } = making.world.product.modules.identity.people;
    if (state === 'closed')
      must(await commands.closeAccount(making.at('administrator'), { accountId, reason }));
    return { accountId };
  },
  no: 'identity.not-administrator',
  acts: {
    closeAccount: ofAccount(
      ({ identity }, ctx, made) => identity.people.commands.closeAccount(ctx, { ...made, reason }),
      ['open'],
    ),
    // A name is put right in an account of before too.
    changePerson: ofAccount(
      ({ identity }, ctx, made) =>
        identity.people.commands.changePerson(ctx, { ...made, name: 'Trương Thị Kim Ngân' }),
      ['open', 'closed'],
    ),
    reopenAccount: ofAccount(
      ({ identity }, ctx, made) => identity.people.commands.reopenAccount(ctx, made),
      ['closed'],
      'identity.account-open',
    ),
    givePost: ofAccount(
      ({ identity }, ctx, made) =>
        identity.people.commands.givePost(ctx, {
          ...made,
          unit: 'phuong-tan-ninh/economy',
          role: 'specialist',
          title: 'Chuyên viên',
          from: '2027-01-01',
        }),
      ['open'],
    ),
    issueCodes: ofAccount(
      ({ identity }, ctx, { accountId }) =>
        identity.people.commands.issueCodes(ctx, { accountIds: [accountId] }),
      ['open'],
    ),
    askFactorReset: ofAccount(
      ({ identity }, ctx, made) => identity.people.commands.askFactorReset(ctx, { ...made, reason }),
      ['open'],
    ),
  },
};

const report: Thing = {
  of: 'catalogue.wrongLists',
  states: ['open', 'accepted', 'rejected', 'corrected'],
  async make(state, { world, at }) {
    const { queries, wrongLists } = world.product.modules.catalogue;
    const [current] = must(await queries.listVersions(at('anonymous'), '1.001193'));
    const text = 'Danh mục đòi giấy mà quyết định mới đã bỏ';
    const wrong = { versionId: current?.versionId, part: 'paper', text };
    const { reportId } = must(await wrongLists.report(at('owner'), wrong));
    const answer = state === 'rejected' ? 'rejected' : 'accepted';
    if (state !== 'open')
      must(await wrongLists.answer(at('author'), { reportId, answer, text: 'Đã đối chiếu' }));
    if (state === 'corrected') must(await wrongLists.correct(at('author'), { reportId }));
    return { reportId };
  },
  no: 'catalogue.not-allowed',
  acts: {
    answer: {
      by: ({ holds }) => holds('catalogue.edit'),
      in: ['open'],
      not: 'catalogue.report-answered',
      run: ({ catalogue }, ctx, made) =>
        catalogue.wrongLists.answer(ctx, { ...made, answer: 'rejected', text: 'Đã đối chiếu' }),
    },
    // Asked again it gives the draft that was begun.
    correct: {
      by: ({ holds }) => holds('catalogue.edit'),
      in: ['accepted', 'corrected'],
      not: 'catalogue.report-not-accepted',
      run: ({ catalogue }, ctx, made) => catalogue.wrongLists.correct(ctx, made),
    },
  },
};

/** Accounts of officers, and reports of wrong lists. */
export const officeThings = { account, report } as const satisfies Readonly<Record<string, Thing>>;
