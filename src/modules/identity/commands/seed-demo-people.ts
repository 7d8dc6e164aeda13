import { sql } from 'kysely';
import type { Id, Jurisdiction, NewId } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Database, many, type Tx } from '../../../platform/database.ts';
import type { Seal } from '../../../platform/sealed-text.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { demandsSecondFactor } from '../core/assurance.ts';
import type { DemoOfficer } from '../core/records.ts';
import { signingForm } from '../core/signature-lines.ts';
import type { UnitDirectory } from '../core/unit.ts';
import { addOfficerAccount, findOfficerAccount } from '../store/account-store.ts';
import { giveDemoPhone } from '../store/demo-phone.ts';
import { hashPassword, type PasswordCost } from '../store/password-hash.ts';
import { addPerson } from '../store/person-store.ts';
import { hasFactor } from '../store/second-factor-store.ts';

export interface SeedDemoPeopleDeps {
  readonly db: Database;
  readonly jurisdiction: Jurisdiction;
  readonly newId: NewId;
  readonly seal: Seal;
  readonly units: UnitDirectory;
  readonly passwordCost: PasswordCost;
  readonly mode: 'demo' | 'production';
}

/**
 * Adds the fictional officers that are not there yet, all with one password, and gives those that are there that
 * password again. Refuses `identity.demo-refused` in production mode and `identity.unknown-unit` (key).
 */
export async function seedDemoPeople(
  deps: SeedDemoPeopleDeps,
  officers: readonly DemoOfficer[],
  password: string,
  now: Date,
): Promise<Result<{ added: number }>> {
  if (deps.mode === 'production') return refuse('forbidden', 'identity.demo-refused');
  const unknown = officers.flatMap((o) => o.posts).find((post) => !deps.units.byKey(post.unitKey));
  if (unknown) return refuse('invalid', 'identity.unknown-unit', { params: { key: unknown.unitKey } });
  const passwordHash = await hashPassword(password, deps.passwordCost);
  return inTransaction(deps.db, async (tx) => {
    const logins = officers.map((officer) => officer.login.toLowerCase());
    const known = await knownLogins(tx, deps.jurisdiction, logins);
    const missing = officers.filter((officer) => !known.has(officer.login.toLowerCase()));
    await sql`
      update identity.account set password_hash = ${passwordHash}
      where jurisdiction = ${deps.jurisdiction} and login = any(${[...known]}::text[])`.execute(tx);
    for (const officer of missing) await addOfficer(deps, tx, officer, passwordHash, now);
    await giveMissingPhones(deps, tx, officers, now);
    return ok({ added: missing.length });
  });
}

/**
 * Whoever must prove a second factor has an app from the first day, as an officer of a real office would; and who signs by
 * order of a leader, to whom the leader's power is usually lent.
 */
async function giveMissingPhones(
  deps: SeedDemoPeopleDeps,
  tx: Tx,
  officers: readonly DemoOfficer[],
  now: Date,
): Promise<void> {
  const demanded = officers.filter(
    ({ posts }) =>
      demandsSecondFactor(posts.map(({ role }) => role)) ||
      posts.some(({ signatureLines = [] }) => signingForm(signatureLines) === 'byOrder'),
  );
  for (const { login } of demanded) {
    const account = await findOfficerAccount(tx, deps.jurisdiction, login.toLowerCase());
    if (account && !(await hasFactor(tx, deps.jurisdiction, account.id)))
      await giveDemoPhone(deps, tx, account.id, login.toLowerCase(), now);
  }
}

async function knownLogins(
  tx: Tx,
  jurisdiction: Jurisdiction,
  logins: readonly string[],
): Promise<Set<string>> {
  const rows = await many(
    tx,
    sql<{ login: string }>`
      select login from identity.account
      where jurisdiction = ${jurisdiction} and login = any(${[...logins]}::text[])`,
  );
  return new Set(rows.map((row) => row.login));
}

async function addOfficer(
  deps: SeedDemoPeopleDeps,
  tx: Tx,
  officer: DemoOfficer,
  passwordHash: string,
  now: Date,
): Promise<void> {
  const personId = deps.newId<'person'>();
  await addPerson(tx, deps.jurisdiction, deps.seal, personId, { name: officer.name }, now);
  const account = { id: deps.newId<'account'>(), person_id: personId };
  await addOfficerAccount(
    tx,
    deps.jurisdiction,
    { ...account, login: officer.login.toLowerCase(), name: officer.name, passwordHash },
    now,
  );
  await addPosts(deps, tx, personId, officer);
}

async function addPosts(
  deps: SeedDemoPeopleDeps,
  tx: Tx,
  personId: Id<'person'>,
  officer: DemoOfficer,
): Promise<void> {
  const rows = officer.posts.map((post) => ({
    ...post,
    signatureLines: post.signatureLines ?? [],
    id: deps.newId<'post'>(),
    unitId: deps.units.byKey(post.unitKey)?.id,
  }));
  await sql`
    insert into identity.post (jurisdiction, id, person_id, unit_id, role, title, valid_from, valid_to,
      signature_lines)
    select ${deps.jurisdiction}, row.id, ${personId}, row."unitId", row.role, row.title, row."from", row."to",
      row."signatureLines"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row(id uuid, "unitId" uuid, role text, title text, "from" date, "to" date,
        "signatureLines" text[])`.execute(tx);
}
