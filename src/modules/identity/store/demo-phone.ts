import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Id, Jurisdiction, NewId } from '../../../kernel/id.ts';
import { type Database, maybeOne, type Tx } from '../../../platform/database.ts';
import type { Seal, SealedText } from '../../../platform/sealed-text.ts';
import { addTotp, spendStep, totpContext } from './second-factor-store.ts';
import { codeOfStep, stepAt } from './totp.ts';

interface DemoPhoneDeps {
  readonly jurisdiction: Jurisdiction;
  readonly newId: NewId;
  readonly seal: Seal;
}

/** Gives a fictional officer an authenticator app, confirmed, as if enrolled the day they came. Demo mode only. */
export async function giveDemoPhone(
  deps: DemoPhoneDeps,
  tx: Tx,
  accountId: Id<'account'>,
  login: string,
  now: Date,
): Promise<void> {
  const id = deps.newId<'secondFactor'>();
  const secret = deps.seal.seal(demoSecret(login), totpContext);
  await addTotp(tx, deps.jurisdiction, accountId, { id, label: 'Điện thoại mô phỏng', secret }, now);
  await spendStep(tx, deps.jurisdiction, id, 0, now);
}

/** The same at every start, so that a reset demo keeps the visitor's own app working. Protects nothing. */
function demoSecret(login: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return [...createHash('sha256').update(`motcua demo ${login}`).digest()]
    .map((byte) => alphabet[byte % 32])
    .join('');
}

/**
 * What the simulated telephone of an officer shows: a code not used yet, or how long until there is one. An app that was
 * begun beside one in use does not push that off the screen: nobody could sign in any more.
 */
export async function demoCode(
  deps: DemoPhoneDeps & { readonly db: Database },
  login: string,
  now: Date,
): Promise<{ readonly code: string } | { readonly inSeconds: number } | undefined> {
  const factor = await maybeOne(
    deps.db,
    sql<{ secret_sealed: SealedText; last_step: number | null }>`
      select factor.secret_sealed, factor.last_step from identity.second_factor factor
      join identity.account on account.jurisdiction = factor.jurisdiction and account.id = factor.account_id
      where factor.jurisdiction = ${deps.jurisdiction} and account.login = ${login} and factor.kind = 'totp'
        and factor.removed_at is null
      order by (factor.confirmed_at is not null) desc, factor.created_at desc limit 1`,
  );
  if (!factor) return undefined;
  const running = stepAt(now);
  const step = Math.max(running, (factor.last_step ?? 0) + 1);
  if (step > running + 1) return { inSeconds: (step - 1) * 30 - Math.floor(now.getTime() / 1000) };
  return { code: codeOfStep(deps.seal.open(factor.secret_sealed, totpContext), step) };
}
