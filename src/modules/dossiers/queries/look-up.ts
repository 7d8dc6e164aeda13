import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { maybeOne } from '../../../platform/database.ts';
import { recordRead } from '../../../platform/journal.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { type LookedUpDossier, lookUpInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { findDossierByCode } from '../store/dossier-row.ts';
import { secondFact } from '../store/parties.ts';
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
  if (!(await takeAttempt(deps, ctx, code))) return refuse('too-many', 'dossiers.look-up-closed');
  const dossier = await findDossierByCode(deps.db, ctx.jurisdiction, code);
  const matches = dossier && (await knowsFact(deps, ctx, dossier.dossier_id, parsed.value.secondFact));
  if (!matches) return refuse('not-found', 'dossiers.look-up-failed');
  await giveAttemptBack(deps, ctx, code);
  const subjectIds = [dossier.dossier_id];
  await recordRead(deps.db, ctx, deps.newId, { query: 'dossiers.look-up', subjectIds });
  return ok(await publicView(deps, ctx, dossier));
}

async function knowsFact(
  deps: DossierDeps,
  ctx: QueryContext,
  dossierId: string,
  fact: string,
): Promise<boolean> {
  const row = await maybeOne(
    deps.db,
    sql<{ matches: boolean }>`
      select ${secondFact(deps.seal, fact)} = any(second_facts) as matches from dossiers.dossier
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId}
    `,
  );
  return row?.matches === true;
}

function hourOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
}

/** Counted before the answer is known, in one statement: guesses sent at once cannot all pass the same count. */
async function takeAttempt(deps: DossierDeps, ctx: QueryContext, code: string): Promise<boolean> {
  const row = await maybeOne(
    deps.db,
    sql<{ failures: number }>`
      insert into dossiers.look_up_failure as f (jurisdiction, code, hour, failures)
      values (${ctx.jurisdiction}, ${code}, ${hourOf(ctx.now)}, 1)
      on conflict (jurisdiction, code, hour) do update set failures = f.failures + 1
        where f.failures < ${mostFailures}
      returning failures
    `,
  );
  return row !== undefined;
}

async function giveAttemptBack(deps: DossierDeps, ctx: QueryContext, code: string): Promise<void> {
  await sql`
    update dossiers.look_up_failure set failures = failures - 1
    where jurisdiction = ${ctx.jurisdiction} and code = ${code} and hour = ${hourOf(ctx.now)}
  `.execute(deps.db);
}
