import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, maybeOne } from '../../../platform/database.ts';
import type { SealedText } from '../../../platform/sealed-text.ts';
import { secretHash } from './session-store.ts';

/** A sign-in under way: waiting for the provider's answer, or for the person's confirmation. */
export type SignInFlow =
  | {
      readonly stage: 'started';
      readonly state: string;
      readonly nonce: string;
      readonly codeVerifier: string;
      /** Asked for by this account, signed in already: the person proves that another one is theirs too. */
      readonly mergeAccountId?: Id<'account'> | undefined;
      readonly returnPath: string;
    }
  | {
      readonly stage: 'confirm';
      readonly claimsSealed: SealedText;
      readonly personId: Id<'person'>;
      readonly returnPath: string;
    }
  | {
      readonly stage: 'merge';
      readonly mergeAccountId: Id<'account'>;
      /** Of the account that was proved beside it. */
      readonly personId: Id<'person'>;
      readonly returnPath: string;
    };

interface FlowRow {
  readonly stage: SignInFlow['stage'];
  readonly state: string | null;
  readonly nonce: string | null;
  readonly code_verifier: string | null;
  readonly claims_sealed: SealedText | null;
  readonly person_id: Id<'person'> | null;
  readonly merge_account_id: Id<'account'> | null;
  readonly return_path: string;
}

/** Remembers a flow under the hash of its token; flows that ran out go at the same time. */
export async function addFlow(
  db: Connection,
  jurisdiction: Jurisdiction,
  token: string,
  flow: SignInFlow,
  now: Date,
  expiresAt: Date,
): Promise<void> {
  const started = flow.stage === 'started' ? flow : undefined;
  const confirm = flow.stage === 'confirm' ? flow : undefined;
  const personId = flow.stage === 'started' ? undefined : flow.personId;
  const mergeAccountId = flow.stage === 'confirm' ? undefined : flow.mergeAccountId;
  await sql`
    delete from identity.sign_in_flow where jurisdiction = ${jurisdiction} and expires_at < ${now}`.execute(
    db,
  );
  await sql`
    insert into identity.sign_in_flow (jurisdiction, key_hash, stage, state, nonce, code_verifier, claims_sealed,
      person_id, merge_account_id, return_path, expires_at)
    values (${jurisdiction}, ${secretHash(token)}, ${flow.stage}, ${started?.state ?? null},
      ${started?.nonce ?? null}, ${started?.codeVerifier ?? null}, ${confirm?.claimsSealed ?? null},
      ${personId ?? null}, ${mergeAccountId ?? null}, ${flow.returnPath}, ${expiresAt})`.execute(db);
}

/** Takes the flow out, so that an answer is used once; undefined when it is unknown, used or too old. */
export async function takeFlow(
  db: Connection,
  jurisdiction: Jurisdiction,
  token: string | undefined,
  stage: SignInFlow['stage'],
  now: Date,
): Promise<SignInFlow | undefined> {
  if (!token) return undefined;
  const row = await maybeOne(
    db,
    sql<FlowRow>`
      delete from identity.sign_in_flow
      where jurisdiction = ${jurisdiction} and key_hash = ${secretHash(token)} and stage = ${stage}
        and expires_at > ${now}
      returning stage, state, nonce, code_verifier, claims_sealed, person_id, merge_account_id, return_path`,
  );
  return row && toFlow(row);
}

/** The flow as it stands, left in place. */
export async function findFlow(
  db: Connection,
  jurisdiction: Jurisdiction,
  token: string | undefined,
  now: Date,
): Promise<SignInFlow | undefined> {
  if (!token) return undefined;
  const row = await maybeOne(
    db,
    sql<FlowRow>`
      select stage, state, nonce, code_verifier, claims_sealed, person_id, merge_account_id,
        return_path
      from identity.sign_in_flow
      where jurisdiction = ${jurisdiction} and key_hash = ${secretHash(token)} and expires_at > ${now}`,
  );
  return row && toFlow(row);
}

function toFlow(row: FlowRow): SignInFlow | undefined {
  const { return_path: returnPath, claims_sealed: claimsSealed, person_id: personId } = row;
  if (row.stage === 'confirm') {
    return claimsSealed && personId ? { stage: 'confirm', claimsSealed, personId, returnPath } : undefined;
  }
  const { state, nonce, code_verifier: codeVerifier, merge_account_id: mergeAccountId } = row;
  if (row.stage === 'merge') {
    return mergeAccountId && personId ? { stage: 'merge', mergeAccountId, personId, returnPath } : undefined;
  }
  return state && nonce && codeVerifier
    ? {
        stage: 'started',
        state,
        nonce,
        codeVerifier,
        ...(mergeAccountId && { mergeAccountId }),
        returnPath,
      }
    : undefined;
}
