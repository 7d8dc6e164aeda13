import { sql } from 'kysely';
import { must } from '../../../platform/testing/must.ts';
import { anUploadedFile, birthAnswers } from '../birth-draft.ts';
import { notTheirDraft } from './draft-things.ts';
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
      by: ({ who, holds }) =>
        who === 'owner' || who === 'otherCitizen' || holds('dossiers.submit', ward, `${ward}/one-stop`),
      in: ({ who, state }) => state === 'open' && who !== 'owner',
      not: ({ state }) => (state === 'open' ? 'identity.consent-own' : 'identity.consent-code-unknown'),
      no: 'identity.not-allowed',
      run: ({ identity }, ctx, { code }) => identity.citizens.redeemConsent(ctx, { code }),
    },
    // Taken back by whose it is, given back by whom it was given to; again it changes nothing.
    revokeConsent: {
      by: ({ who, state }) =>
        who === 'owner' || (who === 'helper' && state !== 'open' && state !== 'codeOver'),
      in: ['open', 'codeOver', 'redeemed', 'takenBack', 'over'],
      no: 'identity.consent-unknown',
      run: ({ identity }, ctx, { consentId }) => identity.citizens.revokeConsent(ctx, { consentId }),
    },
  },
};

const atCounter = {
  scope: 'period',
  untilOn: '2026-12-31',
  principal: { name: 'Phan Thị Mỹ Duyên', identityNumber: '072195999001' },
} as const;
const isCitizen = ({ who }: Asked) => who === 'owner' || who === 'otherCitizen';
const gives = (asked: Asked) => isCitizen(asked) || asked.holdsSomewhere('dossiers.accept');

/** Given by an officer who has seen the owner's card; the owner has given none, or as many as may be out at once. */
const consentAtCounter: Thing = {
  of: 'identity.citizens',
  states: ['open', 'codeOver', 'redeemed', 'takenBack', 'tenOut'],
  async make(state, making) {
    const { citizens } = making.world.product.modules.identity;
    const { consentId, code } = must(await citizens.giveConsent(making.at('counter'), atCounter));
    if (state === 'codeOver') await endOf(making, 'code_until', consentId);
    if (state === 'redeemed') must(await citizens.redeemConsent(making.at('helper'), { code }));
    if (state === 'takenBack') must(await citizens.revokeConsent(making.at('counter'), { consentId }));
    if (state === 'tenOut')
      for (let given = 0; given < 10; given += 1) await aConsent(making, 'period', false);
    return { consentId, code };
  },
  acts: {
    giveConsent: {
      by: gives,
      in: ({ who, state }) => !(who === 'owner' && state === 'tenOut'),
      not: 'identity.consent-codes-open',
      no: 'identity.not-allowed',
      run: ({ identity }, ctx) => identity.citizens.giveConsent(ctx, atCounter),
    },
    // Signed in, people give their own, whatever else is said; at a counter the card must be that person's.
    'giveConsent (another name)': {
      by: gives,
      in: (asked) => isCitizen(asked) && !(asked.who === 'owner' && asked.state === 'tenOut'),
      not: ({ who }) => (who === 'owner' ? 'identity.consent-codes-open' : 'identity.consent-name-differs'),
      no: 'identity.not-allowed',
      run: ({ identity }, ctx) =>
        identity.citizens.giveConsent(ctx, {
          ...atCounter,
          principal: { ...atCounter.principal, name: 'Phan Thị Khác' },
        }),
    },
    // The citizen carries the code from one officer to another: neither uses what they gave or what is their own.
    redeemConsent: {
      by: (asked) => isCitizen(asked) || asked.holdsSomewhere('dossiers.submit'),
      in: ({ who, state }) =>
        (state === 'open' || state === 'tenOut') && who !== 'owner' && who !== 'counter',
      not: ({ state }) =>
        state === 'open' || state === 'tenOut' ? 'identity.consent-own' : 'identity.consent-code-unknown',
      no: 'identity.not-allowed',
      run: ({ identity }, ctx, { code }) => identity.citizens.redeemConsent(ctx, { code }),
    },
    revokeConsent: {
      by: ({ who, state, holds }) =>
        who === 'owner' ||
        (who === 'helper' && state === 'redeemed') ||
        holds('dossiers.accept', `${ward}/one-stop`),
      in: ['open', 'codeOver', 'redeemed', 'takenBack', 'tenOut'],
      no: 'identity.consent-unknown',
      run: ({ identity }, ctx, { consentId }) => identity.citizens.revokeConsent(ctx, { consentId }),
    },
  },
};

/** Theirs while the consent lasts; what was handed in stays known to them. */
const byHelper = ({ who, state }: Asked) => who === 'helper' && (state === 'open' || state === 'submitted');
const ofHelper = (run: Thing['acts'][string]['run']): Thing['acts'][string] => ({
  by: byHelper,
  in: ['open'],
  not: 'dossiers.draft-submitted',
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
  no: (asked) => (asked.who === 'helper' ? 'identity.consent-ended' : notTheirDraft(asked)),
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
    // Whom a helper hands in for is told by the consent, and cannot be said.
    saveRepresented: {
      by: byHelper,
      in: [],
      not: { open: 'dossiers.helper-hands-in', submitted: 'dossiers.draft-submitted' },
      run: ({ dossiers }, ctx, { draftId, expectedVersion }) =>
        dossiers.commands.saveRepresented(ctx, { draftId, expectedVersion, represented: null }),
    },
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
export const consentThings = { consent, consentAtCounter, helperDraft } as const satisfies Readonly<
  Record<string, Thing>
>;
