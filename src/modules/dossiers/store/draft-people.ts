import type { CitizenActor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Represented, WalkInParty } from '../contract.ts';
import type { DossierDeps } from './deps.ts';
import type { DraftRow } from './drafts.ts';
import { type PartyRow, sealParty, secondFactsOf } from './parties.ts';
import type { NewRepresentation } from './representations.ts';
import { openRepresented } from './represented.ts';

/** The legal persons of a dossier about to be handed in. */
export interface DossierPeople {
  readonly parties: readonly PartyRow[];
  readonly secondFacts: readonly string[];
  readonly representation?: NewRepresentation;
}

/** For whom a draft is handed in: its citizen, whom they represent, or the organisation whose account it is. */
export async function draftPeople(
  tx: Tx,
  deps: DossierDeps,
  citizen: CitizenActor,
  draft: DraftRow,
): Promise<DossierPeople> {
  const { personId, organisationId } = citizen;
  const profile = await deps.identity.citizenProfile(tx, personId);
  if (!profile) throw new Error(`citizen ${personId} has no profile`);
  const submitter = { ...profile, ...draft.contact };
  if (!organisationId)
    return peopleOf(deps, submitter, openRepresented(deps.seal, draft.represented), personId);
  const owner = await deps.identity.citizens.organisation(tx, organisationId);
  if (!owner) throw new Error(`account ${citizen.accountId} acts for a missing organisation`);
  const representation = { capacity: 'organisation' } as const;
  return peopleOf(deps, submitter, { owner: { ...owner, ...draft.contact }, representation }, personId);
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
): DossierPeople {
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
