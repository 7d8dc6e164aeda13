import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { maybeOne, one, type Tx } from '../../../platform/database.ts';
import { recordRead } from '../../../platform/journal.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { type LookedUpDossier, type LookUpInput, lookUpInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { type DossierRow, findDossierByCode } from '../store/dossier-row.ts';
import { secondFacts } from '../store/parties.ts';
import { publicView } from './citizen-view.ts';

/** Wrong answers after which a code is closed to guessing for the rest of the hour. */
const mostFailures = 5;

/**
 * Follows a dossier without signing in, by its code and one number its people know in full. A code that does not
 * exist and a wrong number get the same answer, so that neither can be found out; too many wrong ones close the code.
 */
export async function lookUp(
  deps: DossierDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<LookedUpDossier>> {
  const parsed = parseInput(lookUpInput, input);
  if (!parsed.ok) return parsed;
  const code = parsed.value.code.toUpperCase();
  const answer = await inTransaction(deps.db, async (tx) =>
    ok(await judge(tx, deps, ctx, code, parsed.value)),
  );
  if (!answer.ok) return answer;
  const dossier = answer.value;
  if (dossier === 'closed') return refuse('too-many', 'dossiers.look-up-closed');
  if (dossier === 'erased') return refuse('not-found', 'dossiers.erased');
  if (dossier === 'wrong') return refuse('not-found', 'dossiers.look-up-failed');
  return ok(await publicView(deps, ctx, dossier));
}

/** One answer at a time for a code: guesses sent at once cannot all pass the same count. */
async function judge(
  tx: Tx,
  deps: DossierDeps,
  ctx: QueryContext,
  code: string,
  { secondFact: fact }: LookUpInput,
): Promise<DossierRow | 'closed' | 'erased' | 'wrong'> {
  if ((await lockFailures(tx, ctx, code)) >= mostFailures) return 'closed';
  const dossier = await findDossierByCode(tx, ctx.jurisdiction, code);
  if (dossier && (await knowsFact(tx, deps, ctx, dossier.dossier_id, fact))) {
    const subjectIds = [dossier.dossier_id];
    await recordRead(tx, ctx, deps.newId, { query: 'dossiers.look-up', subjectIds });
    return dossier;
  }
  await sql`
    update dossiers.look_up_failure set failures = failures + 1
    where jurisdiction = ${ctx.jurisdiction} and code = ${code} and hour = ${hourOf(ctx.now)}
  `.execute(tx);
  // Nothing is left that anybody could prove or learn.
  return dossier?.erased_at ? 'erased' : 'wrong';
}

async function knowsFact(
  tx: Tx,
  deps: DossierDeps,
  ctx: QueryContext,
  dossierId: string,
  fact: string,
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    sql<{ matches: boolean }>`
      select ${[...secondFacts(deps.seal, fact)]}::text[] && second_facts as matches from dossiers.dossier
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId}
    `,
  );
  return row?.matches === true;
}

function hourOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
}

/** Wrong answers for the code this hour; the next asker waits until this answer is counted. */
async function lockFailures(tx: Tx, ctx: QueryContext, code: string): Promise<number> {
  const row = await one(
    tx,
    sql<{ failures: number }>`
      insert into dossiers.look_up_failure as f (jurisdiction, code, hour, failures)
      values (${ctx.jurisdiction}, ${code}, ${hourOf(ctx.now)}, 0)
      on conflict (jurisdiction, code, hour) do update set failures = f.failures
      returning failures
    `,
  );
  return row.failures;
}
