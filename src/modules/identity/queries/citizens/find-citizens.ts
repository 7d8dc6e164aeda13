import { sql } from 'kysely';
import type { QueryContext } from '../../../../kernel/context.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { many } from '../../../../platform/database.ts';
import { recordRead } from '../../../../platform/journal.ts';
import { parseInput } from '../../../../platform/parse-input.ts';
import type { SealedText } from '../../../../platform/sealed-text.ts';
import { isFreshlyProved } from '../../core/assurance.ts';
import { type FoundCitizen, findCitizensInput } from '../../core/merge-views.ts';
import { can } from '../../core/permissions.ts';
import { personNameOrder } from '../../core/vietnamese-order.ts';
import { identityContext } from '../../store/person-store.ts';
import type { CitizenQueryDeps } from './deps.ts';
import { numberEnding } from './pending-merge.ts';

const most = 20;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly birth_date: PlainDate | null;
  readonly identity_sealed: SealedText | null;
  readonly created_at: Date;
  readonly accounts: number;
  readonly merge_id: string | null;
}

/**
 * `findCitizensInput`. Records of citizens by their whole identity number or whole name, for an administrator whom the
 * person has asked: nobody can leaf through them.
 */
export async function findCitizens(
  deps: CitizenQueryDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<readonly FoundCitizen[]>> {
  if (ctx.actor.kind !== 'officer' || !can(ctx.actor, 'identity.manage'))
    return refuse('forbidden', 'identity.not-allowed');
  if (!isFreshlyProved(ctx.actor, ctx.now)) return refuse('forbidden', 'identity.step-up-needed');
  const wanted = parseInput(findCitizensInput, input);
  if (!wanted.ok) return wanted;
  const { text } = wanted.value;
  const number = text.replace(/[\s.]/g, '');
  const matches = /^\d{12}$/.test(number)
    ? sql`p.identity_index = any(${[...deps.seal.blindIndexes(number, identityContext)]}::text[])`
    : sql`p.name_order = ${personNameOrder(text)}`;
  const rows = await many(
    deps.db,
    sql<Row>`
      select p.id, p.name, p.birth_date, p.identity_sealed, p.created_at, (
          select count(*)::int from identity.account a
          where a.jurisdiction = p.jurisdiction and a.person_id = p.id and a.kind = 'citizen') as accounts,
        m.id as merge_id
      from identity.person p
      left join identity.person_merge m on m.jurisdiction = p.jurisdiction and m.merged_person_id = p.id
        and m.undone_at is null
      where p.jurisdiction = ${ctx.jurisdiction} and ${matches}
        and not exists (
          select from identity.account o
          where o.jurisdiction = p.jurisdiction and o.person_id = p.id and o.kind = 'officer')
      order by p.created_at, p.id
      limit ${most}`,
  );
  const subjectIds = rows.map(({ id }) => id);
  await recordRead(deps.db, ctx, deps.newId, { query: 'identity.find-citizens', subjectIds });
  return ok(
    rows.map((row) => ({
      personId: row.id,
      name: row.name,
      ...(row.birth_date !== null && { birthDate: row.birth_date }),
      ...numberEnding(deps.seal, row.identity_sealed),
      since: row.created_at.toISOString(),
      accounts: row.accounts,
      ...(row.merge_id !== null && { mergeId: row.merge_id }),
    })),
  );
}
