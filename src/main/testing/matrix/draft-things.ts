import { newUuidV7 } from '../../../platform/ids.ts';
import { must } from '../../../platform/testing/must.ts';
import { aBirthDraft, anUploadedFile, birthAnswers } from '../birth-draft.ts';
import type { Asked, Made, Thing } from './things.ts';

const office = 'phuong-tan-ninh/office';
const seen = ({ draftId, expectedVersion }: Made) => ({ draftId, expectedVersion });

/** Whoever hands in for people or for themselves hears that there is none; everybody else that citizens do. */
export const notTheirDraft = ({ who, holdsSomewhere }: Asked): string =>
  who === 'owner' || who === 'otherCitizen' || holdsSomewhere('dossiers.submit')
    ? 'dossiers.draft-not-found'
    : 'dossiers.sign-in-first';

const ownDraft = (run: Thing['acts'][string]['run']): Thing['acts'][string] => ({
  by: ({ who }) => who === 'owner',
  in: ['open'],
  not: { submitted: 'dossiers.draft-submitted', discarded: 'dossiers.draft-not-found' },
  run,
});

const dossierDraft: Thing = {
  of: 'dossiers.commands',
  states: ['open', 'submitted', 'discarded'],
  async make(state, { world, test, people, at }) {
    const { owner } = people;
    if (owner.kind !== 'citizen') throw new Error('the owner is a citizen');
    const draftId = await aBirthDraft(world, test, owner);
    const made = { draftId, expectedVersion: 3 };
    const { commands } = world.product.modules.dossiers;
    if (state === 'submitted') must(await commands.submitDraft(at('owner'), made));
    if (state === 'discarded') must(await commands.discardDraft(at('owner'), { draftId }));
    return { ...made, fileId: await anUploadedFile(test, owner) };
  },
  no: notTheirDraft,
  acts: {
    saveDraft: ownDraft(({ dossiers }, ctx, made) =>
      dossiers.commands.saveDraft(ctx, { ...seen(made), answers: birthAnswers }),
    ),
    attachDraftFiles: ownDraft(({ dossiers }, ctx, { draftId, fileId }) =>
      dossiers.commands.attachDraftFiles(ctx, {
        draftId,
        componentKey: 'giay-chung-sinh',
        fileIds: [fileId],
      }),
    ),
    detachDraftFile: ownDraft(({ dossiers }, ctx, { draftId }) =>
      dossiers.commands.detachDraftFile(ctx, { draftId, fileId: newUuidV7() }),
    ),
    saveRepresented: ownDraft(({ dossiers }, ctx, made) =>
      dossiers.commands.saveRepresented(ctx, { ...seen(made), represented: null }),
    ),
    renewDraft: ownDraft(({ dossiers }, ctx, { draftId }) => dossiers.commands.renewDraft(ctx, { draftId })),
    discardDraft: ownDraft(({ dossiers }, ctx, { draftId }) =>
      dossiers.commands.discardDraft(ctx, { draftId }),
    ),
    // Sent again it gives the dossier it became.
    submitDraft: {
      ...ownDraft(({ dossiers }, ctx, made) => dossiers.commands.submitDraft(ctx, seen(made))),
      in: ['open', 'submitted'],
    },
    chooseForDraft: ownDraft(({ dossiers }, ctx, made) => dossiers.commands.chooseForDraft(ctx, seen(made))),
  },
};

/** Somebody's tasks done by a colleague. */
const substitution: Thing = {
  of: 'dossiers.commands',
  states: ['running', 'ended'],
  async make(state, { world, people, at }) {
    const { specialist, deputy } = people;
    if (specialist.kind !== 'officer' || deputy.kind !== 'officer') throw new Error('two officers');
    const { dossiers, identity } = world.product.modules;
    const given = must(
      await dossiers.commands.substitute(at('chief'), {
        unitId: identity.units.byKey(office)?.id,
        absentAccountId: specialist.accountId,
        substituteAccountId: deputy.accountId,
        fromOn: '2026-11-23',
        lastOn: '2026-11-25',
        reason: 'Nghỉ phép năm',
      }),
    );
    if (state === 'ended') must(await dossiers.commands.endSubstitution(at('chief'), given));
    return given;
  },
  no: { running: 'dossiers.not-assigning', ended: 'dossiers.substitution-not-found' },
  acts: {
    endSubstitution: {
      by: ({ holds }) => holds('dossiers.assign', office, 'phuong-tan-ninh'),
      in: ['running'],
      not: 'dossiers.substitution-not-found',
      run: ({ dossiers }, ctx, made) => dossiers.commands.endSubstitution(ctx, made),
    },
  },
};

/** Drafts of dossiers, and who stands in for whom. */
export const draftThings = { dossierDraft, substitution } as const satisfies Readonly<Record<string, Thing>>;
