import type { OfficerActor } from '../../../kernel/actor.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { must } from '../../../platform/testing/must.ts';
import { aBirthDraft, birthAnswers } from '../birth-draft.ts';
import type { Making, Thing, Who } from './things.ts';

const reason = 'Không còn cần đến nữa';
const office = 'phuong-tan-ninh/office';

const officer = ({ people }: Making, who: Who): OfficerActor => {
  const actor = people[who];
  if (actor.kind !== 'officer') throw new Error(`${who} is no officer`);
  return actor;
};

const catalogueDraft: Thing = {
  states: ['draft', 'inReview', 'approved', 'discarded'],
  async make(state, { world, at }) {
    const { commands, queries } = world.product.modules.catalogue;
    const [current] = must(await queries.listVersions(at('author'), '1.001193'));
    const from = { from: 'version', versionId: current?.versionId };
    const { draftId } = must(await commands.createDraft(at('author'), from));
    const patch = [{ op: 'add', path: '/content/summary', value: 'Cách diễn đạt mới.' }];
    let { version } = must(await commands.saveDraft(at('author'), { draftId, version: 1, patch }));
    if (state === 'discarded')
      ({ version } = must(await commands.discardDraft(at('author'), { draftId, version, reason })));
    if (state === 'inReview' || state === 'approved')
      ({ version } = must(await commands.submitDraftForReview(at('author'), { draftId, version })));
    if (state === 'approved')
      ({ version } = must(await commands.approveDraft(at('second'), { draftId, version })));
    return { draftId, version };
  },
  acts: {
    saveDraft: {
      by: ({ holds }) => holds('catalogue.edit'),
      in: ['draft'],
      run: ({ catalogue }, ctx, made) =>
        catalogue.commands.saveDraft(ctx, {
          ...made,
          patch: [{ op: 'add', path: '/content/summary', value: 'Cách diễn đạt khác.' }],
        }),
    },
    submitDraftForReview: {
      by: ({ holds }) => holds('catalogue.edit'),
      in: ['draft'],
      run: ({ catalogue }, ctx, made) => catalogue.commands.submitDraftForReview(ctx, made),
    },
    commentDraft: {
      by: ({ holds }) => holds('catalogue.edit'),
      in: ['draft', 'inReview', 'approved', 'discarded'],
      run: ({ catalogue }, ctx, { draftId }) =>
        catalogue.commands.commentDraft(ctx, { draftId, pointer: '/content', text: 'Xem lại câu này.' }),
    },
    returnDraft: {
      by: ({ holds }) => holds('catalogue.approve'),
      in: ['inReview', 'approved'],
      run: ({ catalogue }, ctx, made) =>
        catalogue.commands.returnDraft(ctx, { ...made, reasons: [{ pointer: '/content', text: reason }] }),
    },
    // Two people: whoever wrote it does not find it right.
    approveDraft: {
      by: ({ holds, who, state }) =>
        holds('catalogue.approve') && !(state === 'inReview' && who === 'author'),
      in: ['inReview'],
      run: ({ catalogue }, ctx, made) => catalogue.commands.approveDraft(ctx, made),
    },
    discardDraft: {
      by: ({ holds }) => holds('catalogue.edit'),
      in: ['draft', 'inReview', 'approved'],
      run: ({ catalogue }, ctx, made) => catalogue.commands.discardDraft(ctx, { ...made, reason }),
    },
  },
};

const processDraft: Thing = {
  states: ['draft', 'discarded'],
  async make(state, { world, at }) {
    const { editing } = world.product.modules.process;
    const blank = { from: 'blank', name: `Quy trình ${newUuidV7()}`, procedures: [] };
    const { draftId } = must(await editing.createDraft(at('author'), blank));
    if (state === 'discarded')
      must(await editing.discardDraft(at('author'), { draftId, expectedVersion: 1 }));
    return { draftId, expectedVersion: 1 };
  },
  acts: {
    saveDraft: {
      by: ({ holds }) => holds('process.edit'),
      in: ['draft'],
      run: ({ process }, ctx, made) =>
        process.editing.saveDraft(ctx, {
          ...made,
          content: { name: 'Quy trình đổi tên', procedures: [], rows: [] },
        }),
    },
    discardDraft: {
      by: ({ holds }) => holds('process.edit'),
      in: ['draft'],
      run: ({ process }, ctx, made) => process.editing.discardDraft(ctx, made),
    },
  },
};

const isOfDelegation = (who: Who) => who === 'chair' || who === 'chief';

const delegation: Thing = {
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
  acts: {
    accept: {
      by: ({ who }) => who === 'chief',
      in: ['offered'],
      run: ({ identity }, ctx, made) => identity.delegations.accept(ctx, made),
    },
    decline: {
      by: ({ who }) => who === 'chief',
      in: ['offered'],
      run: ({ identity }, ctx, made) => identity.delegations.decline(ctx, made),
    },
    end: {
      by: ({ who, holds }) => isOfDelegation(who) || holds('identity.manage'),
      in: ['offered', 'running'],
      run: ({ identity }, ctx, made) => identity.delegations.end(ctx, { ...made, reason }),
    },
  },
};

const grant: Thing = {
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
      run: ({ identity }, ctx, made) => identity.powers.end(ctx, { ...made, reason }),
    },
  },
};

const factorReset: Thing = {
  states: ['open', 'declined'],
  async make(state, making) {
    const { world, at } = making;
    const { commands } = world.product.modules.identity.people;
    const { accountId } = officer(making, 'specialist');
    const { resetId } = must(await commands.askFactorReset(at('administrator'), { accountId, reason }));
    if (state === 'declined')
      must(await commands.decideFactorReset(at('chair'), { resetId, decision: 'decline' }));
    return { resetId };
  },
  acts: {
    // The second of two: a leader above the officer, and never who asked.
    decideFactorReset: {
      by: ({ who, holds }) =>
        who !== 'administrator' && holds('identity.confirm-reset', office, 'phuong-tan-ninh'),
      in: ['open'],
      run: ({ identity }, ctx, made) =>
        identity.people.commands.decideFactorReset(ctx, { ...made, decision: 'decline' }),
    },
  },
};

const correction: Thing = {
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
      run: ({ privacy }, ctx, made) =>
        privacy.commands.answerCorrection(ctx, {
          ...made,
          outcome: 'refused',
          answer: 'Thông tin đang lưu là đúng.',
        }),
    },
  },
};

const ownDraft = (run: Thing['acts'][string]['run']): Thing['acts'][string] => ({
  by: ({ who }) => who === 'owner',
  in: ['open'],
  run,
});

const dossierDraft: Thing = {
  states: ['open', 'submitted', 'discarded'],
  async make(state, { world, test, people, at }) {
    const { owner } = people;
    if (owner.kind !== 'citizen') throw new Error('the owner is a citizen');
    const draftId = await aBirthDraft(world, test, owner);
    const made = { draftId, expectedVersion: 3 };
    const { commands } = world.product.modules.dossiers;
    if (state === 'submitted') must(await commands.submitDraft(at('owner'), made));
    if (state === 'discarded') must(await commands.discardDraft(at('owner'), { draftId }));
    return made;
  },
  acts: {
    saveDraft: ownDraft(({ dossiers }, ctx, made) =>
      dossiers.commands.saveDraft(ctx, { ...made, answers: birthAnswers }),
    ),
    detachDraftFile: ownDraft(({ dossiers }, ctx, { draftId }) =>
      dossiers.commands.detachDraftFile(ctx, { draftId, fileId: newUuidV7() }),
    ),
    saveRepresented: ownDraft(({ dossiers }, ctx, made) =>
      dossiers.commands.saveRepresented(ctx, { ...made, represented: null }),
    ),
    renewDraft: ownDraft(({ dossiers }, ctx, { draftId }) => dossiers.commands.renewDraft(ctx, { draftId })),
    discardDraft: ownDraft(({ dossiers }, ctx, { draftId }) =>
      dossiers.commands.discardDraft(ctx, { draftId }),
    ),
    // Sent again it gives the dossier it became.
    submitDraft: {
      ...ownDraft(({ dossiers }, ctx, made) => dossiers.commands.submitDraft(ctx, made)),
      in: ['open', 'submitted'],
    },
    chooseForDraft: ownDraft(({ dossiers }, ctx, made) => dossiers.commands.chooseForDraft(ctx, made)),
  },
};

/** What stands in a state, by what it is. */
export const kept = {
  catalogueDraft,
  processDraft,
  delegation,
  grant,
  factorReset,
  correction,
  dossierDraft,
} as const satisfies Readonly<Record<string, Thing>>;
