import type { Id, Jurisdiction } from '../../../../kernel/id.ts';
import type { Tx } from '../../../../platform/database.ts';
import type { PasswordOwner } from '../../core/people/password.ts';
import type { UnitDirectory } from '../../core/unit.ts';
import { allPostsOf, findOfficer } from './officer-accounts.ts';

/** What a new password of this account must not be made of: login, name, and the units of every post. */
export async function passwordOwner(
  { jurisdiction, units }: { readonly jurisdiction: Jurisdiction; readonly units: UnitDirectory },
  tx: Tx,
  accountId: Id<'account'>,
): Promise<PasswordOwner> {
  const officer = await findOfficer(tx, jurisdiction, accountId);
  const posts = officer ? await allPostsOf(tx, jurisdiction, [officer.person_id]) : [];
  return {
    login: officer?.login ?? '',
    name: officer?.name ?? '',
    units: posts.flatMap(({ unit_id: id }) => units.latest(id)?.name ?? []),
  };
}
