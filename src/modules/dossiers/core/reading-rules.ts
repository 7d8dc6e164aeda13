import type { HeldPost, OfficerActor } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { can, permissionRule } from '../../identity/public.ts';
import type { DossierPlace, ReadingRule } from './wire/access.ts';

/** A rule as found, units still by id. */
export type FoundRule = Exclude<ReadingRule, { rule: 'post' }> | FoundByPost;
interface FoundByPost {
  readonly rule: 'post';
  readonly role: HeldPost['role'];
  readonly place: DossierPlace;
  readonly unitId: Id<'unit'>;
}

export interface PlacedAt {
  readonly place: DossierPlace;
  readonly unitId: Id<'unit'>;
}

/** Every rule by which the officer's posts and grants let them read a dossier that lies in these places, in this sector. */
export function readingRules(
  officer: OfficerActor,
  places: readonly PlacedAt[],
  sector: string,
): readonly FoundRule[] {
  const { inUnits = [], everywhere = [] } = permissionRule('dossiers.read');
  const byPost = officer.posts.flatMap((post): FoundRule[] => {
    if (everywhere.includes(post.role)) return [{ rule: 'everywhere', role: post.role }];
    if (!inUnits.includes(post.role) || post.withheld?.includes('dossiers.read')) return [];
    const at = places.find(({ unitId }) => post.unitScope.includes(unitId));
    return at ? [{ rule: 'post', role: post.role, ...at }] : [];
  });
  const byGrant = officer.grants
    .filter((grant) => {
      const alone = { ...officer, posts: [], grants: [grant], delegated: [] };
      return can(
        alone,
        'dossiers.read',
        places.map(({ unitId }) => unitId),
        sector,
      );
    })
    .map(({ reach }): FoundRule => ({ rule: 'grant', reach: reach.kind }));
  return [...byPost, ...byGrant];
}
