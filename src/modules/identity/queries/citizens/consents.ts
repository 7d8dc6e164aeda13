import type { QueryContext } from '../../../../kernel/context.ts';
import { plainDateOf } from '../../../../kernel/plain-date.ts';
import { recordRead } from '../../../../platform/journal.ts';
import { type ConsentView, isInForce } from '../../core/consent.ts';
import { ownAccounts } from '../../core/own-accounts.ts';
import { scopeFor } from '../../core/permissions.ts';
import { consentsOf, stateOf } from '../../store/consent-store.ts';
import type { CitizenQueryDeps } from './deps.ts';

/** Whom the asker lets hand in for them, and for whom they may; of an officer also what was given at their counter: what is in force first. */
export async function listConsents(
  deps: CitizenQueryDeps,
  ctx: QueryContext,
): Promise<readonly ConsentView[]> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen' && actor.kind !== 'officer') return [];
  const accountIds = actor.kind === 'citizen' ? ownAccounts(actor) : [actor.accountId];
  const today = plainDateOf(ctx.now);
  const scope = scopeFor(actor, 'dossiers.accept');
  const counters = scope.kind === 'units' ? scope.unitIds : [];
  const who = { personId: actor.personId, accountIds, today, counters };
  const rows = await consentsOf(deps.db, ctx.jurisdiction, who);
  const subjectIds = [...new Set(rows.map((row) => row.principal_person_id))];
  await recordRead(deps.db, ctx, deps.newId, { query: 'identity.list-consents', subjectIds });
  return rows.map((row) => ({
    consentId: row.id,
    scope: row.scope,
    untilOn: row.until_on,
    how: row.given_how,
    principal: row.principal,
    ...(row.helper !== null && { helper: row.helper }),
    inForce: isInForce(stateOf(row), today),
    givenAt: row.given_at.toISOString(),
    ...(row.revoked_at !== null && { revokedAt: row.revoked_at.toISOString() }),
    isGiven: !accountIds.some((own) => own === row.helper_account_id),
  }));
}
