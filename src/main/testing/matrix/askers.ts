import type { DelegatedPost, HeldPost, OfficerActor, Role } from '../../../kernel/actor.ts';
import { roles } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Permission } from '../../../modules/identity/public.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import type { Asker, AskersGrant, AskersLoan, AskersPost } from './facts.ts';

const ward = 'phuong-tan-ninh';
const other = 'xa-tan-bien';

/** Where practice puts a role: in the dossier's own agency, and in another one. */
const placeOf = (role: Role, agency: string): string => {
  if (role === 'oneStopOfficer' || role === 'postOfficeOfficer') return `${agency}/one-stop`;
  if (role === 'specialist' || role === 'headOfSection') return `${agency}/office`;
  return role === 'procedureControl' || role === 'administrator' ? 'van-phong-ubnd-tinh' : agency;
};

/** Roles held where one of them may be posted by mistake or by need, beside their usual place. */
const unusual: readonly (readonly [Role, string])[] = [
  ['specialist', `${ward}/one-stop`],
  ['specialist', ward],
  ['headOfSection', ward],
  ['specialist', 'van-phong-dang-ky-dat-dai'],
  ['leader', 'van-phong-dang-ky-dat-dai'],
];

/** Roles through whose hands a dossier goes. */
const working = ['oneStopOfficer', 'specialist', 'leader', 'recordsClerk'] as const;

/** Every role that is held in units, all at once: powers only add up, so where that is not enough no single one is. */
const inUnits = roles.filter((role) => role !== 'procedureControl' && role !== 'administrator');

export interface Loan extends AskersLoan {
  readonly delegationId: Id<'delegation'>;
  readonly principal: OfficerActor;
}

/**
 * Officers of every role × scope: in the dossier's own units, in a unit that succeeded them, beside them, above them, in
 * another agency; and whoever has a single permission, by what it is given over.
 */
export function officersOfEveryScope(
  unitId: (key: string) => Id<'unit'>,
  base: Pick<OfficerActor, 'accountId' | 'personId'>,
  now: Date,
): Readonly<Record<string, Asker>> {
  const officer = (posts: readonly AskersPost[], given: readonly AskersGrant[] = []): Asker => ({
    actor: {
      kind: 'officer',
      ...base,
      provedAt: now,
      posts: posts.map((post) => heldPost(post, unitId)),
      grants: given.map((each) => grantOf(each, unitId)),
    },
    posts,
    given,
    lent: [],
  });
  const found: Record<string, Asker> = {};
  for (const role of roles) found[`${role} in place`] = officer([{ role, units: [placeOf(role, ward)] }]);
  for (const role of working)
    found[`${role} of a successor`] = officer([{ role, units: [placeOf(role, other), placeOf(role, ward)] }]);
  for (const role of ['oneStopOfficer', 'specialist', 'leader'] as const)
    found[`${role} of another agency`] = officer([{ role, units: [placeOf(role, other)] }]);
  for (const [role, unit] of unusual) found[`${role} in ${unit}`] = officer([{ role, units: [unit] }]);
  const everyRole = (...units: readonly string[]) => officer(inUnits.map((role) => ({ role, units })));
  found['every role of a sibling section and of the units above'] = everyRole(
    `${ward}/economy`,
    'tinh-tay-ninh',
    'van-phong-ubnd-tinh',
    'so-xay-dung',
  );
  found['every role of another agency'] = everyRole(other, `${other}/one-stop`, `${other}/office`);
  const withheld = (role: Role, permission: Permission) =>
    officer([{ role, units: [placeOf(role, ward)], without: [permission] }]);
  found['leader whose signature is taken'] = withheld('leader', 'dossiers.sign');
  found['leader whose dates are taken'] = withheld('leader', 'dossiers.promise');
  found['specialist whose work is taken'] = withheld('specialist', 'dossiers.work');
  found['specialist whose reading is taken'] = withheld('specialist', 'dossiers.read');
  found['clerk whose seal is taken'] = withheld('recordsClerk', 'dossiers.issue');
  found['counter whose acceptance is taken'] = withheld('oneStopOfficer', 'dossiers.accept');
  found['counter whose handing over is taken'] = withheld('oneStopOfficer', 'dossiers.return');
  found['head whose giving out is taken'] = withheld('headOfSection', 'dossiers.assign');
  const grants: Readonly<Record<string, AskersGrant>> = {
    'reading given over a unit': { permission: 'dossiers.read', units: [`${ward}/office`] },
    'reading given over a sector': { permission: 'dossiers.read', sector: 'Hộ tịch' },
    'reading given over another sector': { permission: 'dossiers.read', sector: 'Hoạt động xây dựng' },
    'reading given everywhere': { permission: 'dossiers.read', everywhere: true },
    'giving out given over the section': { permission: 'dossiers.assign', units: [`${ward}/office`] },
    'giving out given over an agency': {
      permission: 'dossiers.assign',
      units: [ward, `${ward}/office`, `${ward}/one-stop`, `${ward}/economy`],
    },
    'giving out given elsewhere': { permission: 'dossiers.assign', units: [other, `${other}/office`] },
  };
  for (const [name, grant] of Object.entries(grants)) {
    const onlyReads = grant.permission === 'dossiers.read' && !grant.everywhere;
    found[name] = { ...officer([], [grant]), ...(onlyReads && { onlyReads }) };
  }
  return found;
}

/** An officer of the demo with a post of their own and what was lent to them. */
export function borrower(
  actor: OfficerActor,
  own: AskersPost,
  loans: readonly Loan[],
  unitId: (key: string) => Id<'unit'>,
): Asker {
  const delegated = loans.map((loan): DelegatedPost => {
    const { delegationId, acts, sectors, procedures, principal } = loan;
    return {
      ...heldPost(loan, unitId),
      postId: principal.posts[0]?.postId ?? newUuidV7<'post'>(),
      delegation: {
        delegationId,
        kind: 'authorised',
        acts,
        sectors,
        procedures,
        principalPersonId: principal.personId,
        principalAccountIds: [principal.accountId],
      },
    };
  });
  return { actor: { ...actor, delegated }, posts: [own], given: [], lent: loans };
}

function heldPost({ role, units, without }: AskersPost, unitId: (key: string) => Id<'unit'>): HeldPost {
  const [unit = '', ...rest] = units;
  return {
    postId: newUuidV7<'post'>(),
    unitId: unitId(unit),
    role,
    unitScope: [unit, ...rest].map(unitId),
    ...(without && { withheld: without }),
  };
}

function grantOf(
  { permission, units, sector, everywhere }: AskersGrant,
  unitId: (key: string) => Id<'unit'>,
) {
  const grantId = newUuidV7<'grant'>();
  if (everywhere) return { grantId, permission, reach: { kind: 'jurisdiction' } as const };
  if (sector !== undefined)
    return { grantId, permission, reach: { kind: 'sectors', sectors: [sector] } as const };
  return { grantId, permission, reach: { kind: 'units', unitIds: (units ?? []).map(unitId) } as const };
}
