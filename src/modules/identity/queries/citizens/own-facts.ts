import type { QueryContext } from '../../../../kernel/context.ts';
import { recordRead } from '../../../../platform/journal.ts';
import type { CitizenProfile, Organisation } from '../../core/people.ts';
import { findOrganisation } from '../../store/organisation-store.ts';
import { findProfile } from '../../store/person-store.ts';
import type { CitizenQueryDeps } from './deps.ts';

export interface OwnFacts {
  readonly profile: CitizenProfile;
  readonly organisation?: Organisation | undefined;
}

/** What the identity provider vouched for about the citizen who asks, and their organisation. */
export async function ownFacts(deps: CitizenQueryDeps, ctx: QueryContext): Promise<OwnFacts> {
  const { actor, jurisdiction } = ctx;
  if (actor.kind !== 'citizen') throw new Error('only a citizen asks for their own facts');
  const profile = await findProfile(deps.db, jurisdiction, deps.seal, actor.personId);
  if (!profile) throw new Error(`citizen ${actor.personId} has no record`);
  await recordRead(deps.db, ctx, deps.newId, { query: 'identity.own-facts', subjectIds: [actor.personId] });
  if (!actor.organisationId) return { profile };
  return { profile, organisation: await findOrganisation(deps.db, jurisdiction, actor.organisationId) };
}
