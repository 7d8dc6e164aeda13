import { sql } from 'kysely';
import { must } from '../../../platform/testing/must.ts';
import { anUploadedFile, birthAnswers } from '../birth-draft.ts';
import type { Asked, Making, Thing } from './things.ts';

const ward = 'phuong-tan-ninh';

/** What the owner gave a helper, until it stands so. */
async function aConsent(
  { world, at }: Making,
  scope: 'dossier' | 'period',
  isRedeemed: boolean,
): Promise<{ readonly consentId: string; readonly code: string }> {
  const { citizens } = world.product.modules.identity;
  const given = must(await citizens.giveConsent(at('owner'), { scope, untilOn: '2026-12-31' }));
  if (isRedeemed) must(await citizens.redeemConsent(at('helper'), { code: given.code }));
  return given;
}

/** Its last day was yesterday, or the code is a week old: time does that. */
async function endOf({ world }: Making, column: 'until_on' | 'code_until', consentId: string): Promise<void> {
  await sql`update identity.helper_consent set ${sql.ref(column)} = '2026-11-22'
    where jurisdiction = 1 and id = ${consentId}`.execute(world.product.db);
}

const consent: Thing = {
  of: 'identity.citizens',
  states: ['open', 'codeOver', 'redeemed', 'takenBack', 'over'],
  async make(state, making) {
    const isOpen = state === 'open' || state === 'codeOver';
    const { consentId, code } = await aConsent(making, 'period', !isOpen);
    const { citizens } = making.world.product.modules.identity;
    if (state === 'takenBack') must(await citizens.revokeConsent(making.at('owner'), { consentId }));
    if (state === 'codeOver') await endOf(making, 'code_until', consentId);
    if (state === 'over') await endOf(making, 'until_on', consentId);
    return { consentId, code };
  },
  acts: {
    // Whoever may hand in for somebody, and never for oneself.
    redeemConsent: {
      by: ({ who, holds }) => who === 'owner' || who === 'otherCitizen' || holds('dossiers.submit', ward),
      in: ({ who, state }) => state === 'open' && who !== 'owner',
      run: ({ identity }, ctx, { code }) => identity.citizens.redeemConsent(ctx, { code }),
    },
    // Taken back by whose it is, given back by whom it was given to; again it changes nothing.
    revokeConsent: {
      by: ({ who, state }) =>
        who === 'owner' || (who === 'helper' && state !== 'open' && state !== 'codeOver'),
      in: ['open', 'codeOver', 'redeemed', 'takenBack', 'over'],
      run: ({ identity }, ctx, { consentId }) => identity.citizens.revokeConsent(ctx, { consentId }),
    },
  },
};

/** Theirs while the consent lasts; what was handed in stays known to them. */
const byHelper = ({ who, state }: Asked) => who === 'helper' && (state === 'open' || state === 'submitted');
const ofHelper = (run: Thing['acts'][string]['run']): Thing['acts'][string] => ({
  by: byHelper,
  in: ['open'],
  run,
});

const helperDraft: Thing = {
  of: 'dossiers.commands',
  states: ['open', 'submitted', 'takenBack', 'over'],
  async make(state, making) {
    const { world, test, people, at } = making;
    const { helper } = people;
    if (helper.kind !== 'officer') throw new Error('the helper is an officer here');
    const { dossiers, identity } = world.product.modules;
    const { consentId } = await aConsent(making, 'dossier', true);
    const { draftId } = must(
      await dossiers.commands.startDraft(at('helper'), {
        procedureCode: '1.001193',
        caseKey: 'co-chung-sinh',
        caseAnswers: { 'chung-sinh': 'co', 'hoan-canh': 'binh-thuong', 'uy-quyen': 'khong' },
        competentUnitId: identity.units.byKey(ward)?.id,
        consentId,
      }),
    );
    const answers = { draftId, expectedVersion: 1, answers: birthAnswers };
    must(await dossiers.commands.saveDraft(at('helper'), answers));
    const fileId = await anUploadedFile(test, helper);
    const paper = { draftId, componentKey: 'giay-chung-sinh', fileIds: [fileId] };
    must(await dossiers.commands.attachDraftFiles(at('helper'), paper));
    const made = { draftId, expectedVersion: 3 };
    if (state === 'submitted') must(await dossiers.commands.submitDraft(at('helper'), made));
    if (state === 'takenBack') must(await identity.citizens.revokeConsent(at('owner'), { consentId }));
    if (state === 'over') await endOf(making, 'until_on', consentId);
    return { ...made, fileId, anotherId: await anUploadedFile(test, helper) };
  },
  acts: {
    saveDraft: ofHelper(({ dossiers }, ctx, { draftId, expectedVersion }) =>
      dossiers.commands.saveDraft(ctx, { draftId, expectedVersion, answers: birthAnswers }),
    ),
    attachDraftFiles: ofHelper(({ dossiers }, ctx, { draftId, anotherId }) =>
      dossiers.commands.attachDraftFiles(ctx, {
        draftId,
        componentKey: 'giay-chung-sinh',
        fileIds: [anotherId],
      }),
    ),
    detachDraftFile: ofHelper(({ dossiers }, ctx, { draftId, fileId }) =>
      dossiers.commands.detachDraftFile(ctx, { draftId, fileId }),
    ),
    renewDraft: ofHelper(({ dossiers }, ctx, { draftId }) => dossiers.commands.renewDraft(ctx, { draftId })),
    discardDraft: ofHelper(({ dossiers }, ctx, { draftId }) =>
      dossiers.commands.discardDraft(ctx, { draftId }),
    ),
    chooseForDraft: ofHelper(({ dossiers }, ctx, { draftId, expectedVersion }) =>
      dossiers.commands.chooseForDraft(ctx, { draftId, expectedVersion }),
    ),
    // Sent again it gives the dossier it became.
    submitDraft: {
      by: byHelper,
      in: ['open', 'submitted'],
      run: ({ dossiers }, ctx, { draftId, expectedVersion }) =>
        dossiers.commands.submitDraft(ctx, { draftId, expectedVersion }),
    },
  },
};

/** What people let others do for them, and what those do by it. */
export const consentThings = { consent, helperDraft } as const satisfies Readonly<Record<string, Thing>>;
