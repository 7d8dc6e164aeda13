import type { OfficerActor } from '../../../kernel/actor.ts';
import { must } from '../../../platform/testing/must.ts';
import type { Making, Thing, Who } from './things.ts';

const reason = 'Không còn cần đến nữa';
const office = 'phuong-tan-ninh/office';

const officer = ({ people }: Making, who: Who): OfficerActor => {
  const actor = people[who];
  if (actor.kind !== 'officer') throw new Error(`${who} is no officer`);
  return actor;
};

const catalogueDraft: Thing = {
  of: 'catalogue.commands',
  states: ['draft', 'inReview', 'approved', 'published', 'discarded'],
  async make(state, { world, at }) {
    const { commands, queries } = world.product.modules.catalogue;
    const [current] = must(await queries.listVersions(at('author'), '1.001193'));
    const from = { from: 'version', versionId: current?.versionId };
    const { draftId } = must(await commands.createDraft(at('author'), from));
    const patch = [{ op: 'add', path: '/content/summary', value: 'Cách diễn đạt mới.' }];
    let { version } = must(await commands.saveDraft(at('author'), { draftId, version: 1, patch }));
    if (state === 'discarded')
      ({ version } = must(await commands.discardDraft(at('author'), { draftId, version, reason })));
    if (state === 'inReview' || state === 'approved' || state === 'published')
      ({ version } = must(await commands.submitDraftForReview(at('author'), { draftId, version })));
    if (state === 'approved' || state === 'published')
      ({ version } = must(await commands.approveDraft(at('second'), { draftId, version })));
    if (state === 'published') {
      const lines = [{ code: '1.001193', change: 'amended', draftId }];
      const recorded = must(
        await commands.recordDecision(at('author'), {
          kind: 'province',
          number: '4998/QĐ-UBND',
          decidedOn: '2026-11-20',
          agency: 'Chủ tịch UBND tỉnh',
          lines,
        }),
      );
      const from = '2026-12-01';
      const { decisionId } = recorded;
      const { effect } = must(await queries.effectOf(at('author'), { decisionId, from }));
      must(await commands.publishDecision(at('author'), { ...recorded, from, effect }));
      version += 1;
    }
    return { draftId, version };
  },
  no: 'catalogue.not-allowed',
  acts: {
    saveDraft: {
      by: ({ holds }) => holds('catalogue.edit'),
      in: ['draft'],
      not: 'catalogue.draft-not-open',
      run: ({ catalogue }, ctx, made) =>
        catalogue.commands.saveDraft(ctx, {
          ...made,
          patch: [{ op: 'add', path: '/content/summary', value: 'Cách diễn đạt khác.' }],
        }),
    },
    submitDraftForReview: {
      by: ({ holds }) => holds('catalogue.edit'),
      in: ['draft'],
      not: 'catalogue.draft-not-open',
      run: ({ catalogue }, ctx, made) => catalogue.commands.submitDraftForReview(ctx, made),
    },
    commentDraft: {
      by: ({ holds }) => holds('catalogue.edit'),
      in: ['draft', 'inReview', 'approved', 'published', 'discarded'],
      run: ({ catalogue }, ctx, { draftId }) =>
        catalogue.commands.commentDraft(ctx, { draftId, pointer: '/content', text: 'Xem lại câu này.' }),
    },
    returnDraft: {
      by: ({ holds }) => holds('catalogue.approve'),
      in: ['inReview', 'approved'],
      not: 'catalogue.draft-not-in-review',
      run: ({ catalogue }, ctx, made) =>
        catalogue.commands.returnDraft(ctx, { ...made, reasons: [{ pointer: '/content', text: reason }] }),
    },
    // Two people: whoever wrote it does not find it right.
    approveDraft: {
      by: ({ holds, who, state }) =>
        holds('catalogue.approve') && !(state === 'inReview' && who === 'author'),
      in: ['inReview'],
      not: 'catalogue.draft-not-in-review',
      no: ({ who }) => (who === 'author' ? 'catalogue.own-draft' : 'catalogue.not-allowed'),
      run: ({ catalogue }, ctx, made) => catalogue.commands.approveDraft(ctx, made),
    },
    discardDraft: {
      by: ({ holds }) => holds('catalogue.edit'),
      in: ['draft', 'inReview', 'approved'],
      not: 'catalogue.draft-not-open',
      run: ({ catalogue }, ctx, made) => catalogue.commands.discardDraft(ctx, { ...made, reason }),
    },
  },
};

const isOfDelegation = (who: Who) => who === 'chair' || who === 'chief';

const delegation: Thing = {
  of: 'identity.delegations',
  states: ['offered', 'running', 'declined', 'ended'],
  async make(state, making) {
    const { world, at } = making;
    const { delegations } = world.product.modules.identity;
    const given = must(
      await delegations.give(at('chair'), {
        kind: 'authorised',
        principalPostId: officer(making, 'chair').posts[0]?.postId,
        delegatePersonId: officer(making, 'chief').personId,
        decisionNumber: '15/QĐ-UBND',
        decisionOn: '2026-11-20',
        fromOn: '2026-11-23',
        lastOn: '2026-12-31',
        acts: ['result'],
      }),
    );
    if (state === 'running' || state === 'ended') must(await delegations.accept(at('chief'), given));
    if (state === 'declined') must(await delegations.decline(at('chief'), given));
    if (state === 'ended') must(await delegations.end(at('chair'), { ...given, reason }));
    return given;
  },
  no: 'identity.delegation-not-found',
  acts: {
    accept: {
      by: ({ who }) => who === 'chief',
      in: ['offered'],
      not: 'identity.delegation-not-offered',
      run: ({ identity }, ctx, made) => identity.delegations.accept(ctx, made),
    },
    decline: {
      by: ({ who }) => who === 'chief',
      in: ['offered'],
      not: 'identity.delegation-not-offered',
      run: ({ identity }, ctx, made) => identity.delegations.decline(ctx, made),
    },
    end: {
      by: ({ who, holds }) => isOfDelegation(who) || holds('identity.manage'),
      in: ['offered', 'running'],
      not: 'identity.delegation-closed',
      run: ({ identity }, ctx, made) => identity.delegations.end(ctx, { ...made, reason }),
    },
  },
};

const grant: Thing = {
  of: 'identity.powers',
  states: ['running', 'ended'],
  async make(state, { world, at }) {
    const { powers } = world.product.modules.identity;
    const given = must(
      await powers.give(at('administrator'), {
        login: 'hotich.tanninh',
        permission: 'dossiers.read',
        scope: 'jurisdiction',
        fromOn: '2026-11-23',
        lastOn: '2026-12-31',
        reason,
      }),
    );
    if (state === 'ended') must(await powers.end(at('administrator'), { ...given, reason }));
    return given;
  },
  acts: {
    end: {
      by: ({ holds }) => holds('identity.manage'),
      in: ['running'],
      not: 'identity.grant-gone',
      no: 'identity.powers-not-allowed',
      run: ({ identity }, ctx, made) => identity.powers.end(ctx, { ...made, reason }),
    },
  },
};

const factorReset: Thing = {
  of: 'identity.people.commands',
  states: ['open', 'declined'],
  async make(state, making) {
    const { world, at } = making;
    const { commands } = world.product.modules.identity.people;
    const { accountId } = officer(making, 'specialist');
    const { resetId } = must(await commands.askFactorReset(at('administrator'), { accountId, reason }));
    if (state === 'declined')
      must(await commands.decideFactorReset(at('chair'), { resetId, decision: 'decline' }));
    return { resetId, accountId };
  },
  acts: {
    askFactorReset: {
      by: ({ holds }) => holds('identity.manage'),
      in: ['declined'],
      not: 'identity.reset-open',
      no: 'identity.not-administrator',
      run: ({ identity }, ctx, { accountId }) =>
        identity.people.commands.askFactorReset(ctx, { accountId, reason }),
    },
    // The second of two: a leader above the officer, and never who asked.
    decideFactorReset: {
      by: ({ who, holds }) =>
        who !== 'administrator' && holds('identity.confirm-reset', office, 'phuong-tan-ninh'),
      in: ['open'],
      not: 'identity.reset-unknown',
      no: ({ who, state, holdsSomewhere }) => {
        if (who === 'administrator' && state === 'open') return 'identity.reset-needs-another';
        return holdsSomewhere('identity.confirm-reset')
          ? 'identity.reset-unknown'
          : 'identity.not-confirming';
      },
      run: ({ identity }, ctx, { resetId }) =>
        identity.people.commands.decideFactorReset(ctx, { resetId, decision: 'decline' }),
    },
  },
};

const correction: Thing = {
  of: 'privacy.commands',
  states: ['open', 'answered'],
  async make(state, { world, at }) {
    const { commands } = world.product.modules.privacy;
    const text = 'Địa chỉ đã đổi sang phường Long Hoa.';
    const { correctionId } = must(await commands.askCorrection(at('owner'), { field: 'other', text }));
    if (state === 'answered')
      must(
        await commands.answerCorrection(at('administrator'), {
          correctionId,
          outcome: 'elsewhere',
          answer: 'Đề nghị liên hệ Công an phường.',
        }),
      );
    return { correctionId };
  },
  acts: {
    answerCorrection: {
      by: ({ holds }) => holds('privacy.answer'),
      in: ['open'],
      not: 'privacy.correction-answered',
      no: ({ holdsSomewhere }) =>
        holdsSomewhere('privacy.answer') ? 'privacy.correction-not-found' : 'privacy.not-allowed',
      run: ({ privacy }, ctx, made) =>
        privacy.commands.answerCorrection(ctx, {
          ...made,
          outcome: 'refused',
          answer: 'Thông tin đang lưu là đúng.',
        }),
    },
  },
};

/** What stands in a state, by what it is. */
export const kept = {
  catalogueDraft,
  delegation,
  grant,
  factorReset,
  correction,
} as const satisfies Readonly<Record<string, Thing>>;
