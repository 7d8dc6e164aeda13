import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Represented, SubmissionChannel, WalkInParty } from '../contract.ts';
import type { DossierDeps } from './deps.ts';
import type { Drafter } from './drafter.ts';
import type { DraftRow } from './drafts.ts';
import { type PartyRow, sealParty, secondFactsOf } from './parties.ts';
import type { NewRepresentation } from './representations.ts';
import { openRepresented } from './represented.ts';

/** The legal persons of a dossier. */
export interface LegalPersons {
  readonly parties: readonly PartyRow[];
  readonly secondFacts: readonly string[];
  readonly representation?: NewRepresentation;
}

/** Those of a dossier about to be handed in online, whose account it is, and on which way. */
export interface DossierPeople extends LegalPersons {
  readonly accountId: Id<'account'> | undefined;
  readonly channel: SubmissionChannel;
}

/**
 * For whom a draft is handed in: its citizen, whom they represent, the organisation whose account it is, or the person who lets
 * a helper do it. Refuses `identity.consent-ended`.
 */
export async function draftPeople(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  drafter: Drafter,
  draft: DraftRow,
): Promise<Result<DossierPeople>> {
  const { personId, organisationId } = drafter;
  const profile = await deps.identity.citizenProfile(tx, personId);
  if (!profile) throw new Error(`citizen ${personId} has no profile`);
  if (draft.consent_id !== null) {
    const helped = await deps.identity.citizens.actUnderConsent(tx, ctx, draft.consent_id, true);
    if (!helped.ok) return helped;
    const principal = { ...helped.value.profile, ...draft.contact };
    const people = peopleOf(deps, principal, undefined, principal.personId);
    const parties = [...people.parties, sealParty(deps.seal, 'helper', { name: profile.name }, personId)];
    const channel = drafter.isOfficer ? 'assistedOnline' : 'online';
    return ok({ ...people, parties, accountId: helped.value.accountId, channel });
  }
  const submitter = { ...profile, ...draft.contact };
  const own = { accountId: draft.account_id, channel: 'online' } as const;
  if (!organisationId) {
    const represented = openRepresented(deps.seal, draft.represented);
    return ok({ ...peopleOf(deps, submitter, represented, personId), ...own });
  }
  const owner = await deps.identity.citizens.organisation(tx, organisationId);
  if (!owner) throw new Error(`account ${drafter.accountId} acts for a missing organisation`);
  const representation = { capacity: 'organisation' } as const;
  const represented = { owner: { ...owner, ...draft.contact }, representation };
  return ok({ ...peopleOf(deps, submitter, represented, personId), ...own });
}

/** The people of a dossier: whoever represents the owner is the authorised person and the submitter in one. */
export function peopleOf(
  deps: Pick<DossierDeps, 'seal'>,
  submitter: WalkInParty,
  represented:
    | { readonly owner: WalkInParty; readonly representation?: NewRepresentation }
    | Represented
    | undefined,
  submitterId?: string,
): LegalPersons {
  const { seal } = deps;
  const handsIn = sealParty(seal, 'submitter', submitter, submitterId);
  if (!represented) {
    const owner = sealParty(seal, 'owner', submitter, submitterId);
    return { parties: [owner, handsIn], secondFacts: secondFactsOf(seal, [submitter]) };
  }
  const { owner, representation } = represented;
  const authorised = representation && sealParty(seal, 'authorised', submitter, submitterId);
  return {
    parties: [sealParty(seal, 'owner', owner), handsIn, ...(authorised ? [authorised] : [])],
    secondFacts: secondFactsOf(seal, [owner, submitter]),
    ...(representation && { representation }),
  };
}
