import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many } from '../../../platform/database.ts';
import { type Matter, staysLent } from '../core/lent-posts.ts';
import { signingForm } from '../core/signature-lines.ts';
import {
  type DelegationRow,
  delegationColumns,
  delegationWithPost,
  isInForce,
} from '../store/delegation-store.ts';
import type { PowersDeps } from '../store/powers-deps.ts';
import { describePeople } from './describe-people.ts';
import { isDivided } from './division.ts';
import { performersOf } from './find-performers.ts';
import { signatureOf } from './signature-of.ts';

/** Somebody who may sign in a matter: under a post of their own or one lent to them. */
export interface SignerByPower {
  /** The post, or the delegation it was lent by: what a form sends back. */
  readonly key: string;
  readonly personId: Id<'person'>;
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly delegationId?: Id<'delegation'>;
}

/** Who may sign this in the unit with the role on the day: holders of the post by name, then those it was lent to. */
export async function signersByPower(
  deps: PowersDeps,
  db: Connection,
  unitId: Id<'unit'>,
  role: Role,
  matter: Matter,
  on: PlainDate,
): Promise<readonly SignerByPower[]> {
  const holders = await performersOf(deps, db, unitId, role, on);
  const divided = await isDivided(deps, db, unitId, role, on);
  const own = holders.flatMap(({ personId, name, posts }) =>
    posts
      .filter((post) => post.role === role && post.unitId === unitId)
      .filter(({ signatureLines }) => !divided || signingForm(signatureLines) !== 'deputy')
      .map(({ postId, title, signatureLines }) => ({
        key: postId,
        personId,
        name,
        title,
        lines: signatureLines,
      })),
  );
  return [...own, ...(await lentSigners(deps, db, unitId, role, matter, on))];
}

async function lentSigners(
  deps: PowersDeps,
  db: Connection,
  unitId: Id<'unit'>,
  role: Role,
  matter: Matter,
  on: PlainDate,
): Promise<readonly SignerByPower[]> {
  const rows = await many(
    db,
    sql<DelegationRow>`
      select ${delegationColumns} from ${delegationWithPost}
      where d.jurisdiction = ${deps.jurisdiction} and p.unit_id = ${unitId} and p.role = ${role} and ${isInForce(on)}
        and ${matter.act} = any(d.acts)
        and (cardinality(d.sectors) + cardinality(d.procedures) = 0 or ${matter.sector} = any(d.sectors)
          or ${matter.procedure} = any(d.procedures))
      order by d.created_at, d.delegation_id`,
  );
  const ids = rows.map((row) => row.delegate_person_id);
  const people = await describePeople(db, deps.jurisdiction, ids, on);
  const found: SignerByPower[] = [];
  for (const row of rows) {
    const person = people.get(row.delegate_person_id);
    if (!person || !staysLent(deps.units, lentPost(row), person.posts, on)) continue;
    const { delegation_id: delegationId } = row;
    found.push({
      key: delegationId,
      personId: person.personId,
      name: person.name,
      title: person.posts[0]?.title ?? '',
      lines: await signatureOf(deps, db, person.personId, lentPost(row), on),
      delegationId,
    });
  }
  return found;
}

function lentPost(row: DelegationRow) {
  const { delegation_id: delegationId, kind, acts, sectors, procedures } = row;
  const principal = { principalPersonId: row.principal_person_id, principalAccountIds: [] };
  return {
    postId: row.principal_post_id,
    unitId: row.unit_id,
    role: row.role,
    unitScope: [row.unit_id],
    delegation: { delegationId, kind, acts, sectors, procedures, ...principal },
  };
}
