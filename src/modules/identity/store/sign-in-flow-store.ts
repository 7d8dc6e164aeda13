import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, maybeOne } from '../../../platform/database.ts';
import type { SealedText } from '../../../platform/sealed-text.ts';
import type { NumberKind } from '../core/citizen-claims.ts';
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
      /** By which of their numbers that record was found. */
      readonly matched: NumberKind;
      readonly returnPath: string;
    }
  | {
      readonly stage: 'merge';
      readonly mergeAccountId: Id<'account'>;
      /** Of the account that was proved beside it. */
      readonly personId: Id<'person'>;
      readonly returnPath: string;
    }
  | {
      /** An officer at the province's issuer. */
      readonly stage: 'office';
      readonly state: string;
      readonly nonce: string;
      readonly codeVerifier: string;
      /** The session whose owner proves themselves anew; absent when they sign in. */
      readonly sessionId?: Id<'session'> | undefined;
      /** When the browser was sent there. */
      readonly sentAt: Date;
      readonly returnPath: string;
    }
  | {
      /** Somebody came back from there whom no account is linked to. */
      readonly stage: 'officeLink';
      readonly claimsSealed: SealedText;
      readonly returnPath: string;
    };

interface FlowRow {
  readonly stage: SignInFlow['stage'];
  readonly state: string | null;
  readonly nonce: string | null;
  readonly code_verifier: string | null;
  readonly claims_sealed: SealedText | null;
  readonly person_id: Id<'person'> | null;
  readonly matched: NumberKind | null;
  readonly merge_account_id: Id<'account'> | null;
  readonly session_id: Id<'session'> | null;
  readonly sent_at: Date | null;
  readonly return_path: string;
}

const columns = sql`stage, state, nonce, code_verifier, claims_sealed, person_id, matched, merge_account_id,
  session_id, sent_at, return_path`;

/** Remembers a flow under the hash of its token; flows that ran out go at the same time. */
export async function addFlow(
  db: Connection,
  jurisdiction: Jurisdiction,
  token: string,
  flow: SignInFlow,
  now: Date,
  expiresAt: Date,
): Promise<void> {
  const begun = flow.stage === 'started' || flow.stage === 'office' ? flow : undefined;
  const claimsSealed = 'claimsSealed' in flow ? flow.claimsSealed : null;
  const personId = 'personId' in flow ? flow.personId : null;
  const matched = 'matched' in flow ? flow.matched : null;
  const mergeAccountId = 'mergeAccountId' in flow ? flow.mergeAccountId : null;
  const office = flow.stage === 'office' ? flow : undefined;
  await sql`
    delete from identity.sign_in_flow where jurisdiction = ${jurisdiction} and expires_at < ${now}`.execute(
    db,
  );
  await sql`
    insert into identity.sign_in_flow (jurisdiction, key_hash, stage, state, nonce, code_verifier, claims_sealed,
      person_id, matched, merge_account_id, session_id, sent_at, return_path, expires_at)
    values (${jurisdiction}, ${secretHash(token)}, ${flow.stage}, ${begun?.state ?? null},
      ${begun?.nonce ?? null}, ${begun?.codeVerifier ?? null}, ${claimsSealed}, ${personId}, ${matched},
      ${mergeAccountId ?? null}, ${office?.sessionId ?? null}, ${office?.sentAt ?? null}, ${flow.returnPath},
      ${expiresAt})`.execute(db);
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
      returning ${columns}`,
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
      select ${columns} from identity.sign_in_flow
      where jurisdiction = ${jurisdiction} and key_hash = ${secretHash(token)} and expires_at > ${now}`,
  );
  return row && toFlow(row);
}

function toFlow(row: FlowRow): SignInFlow | undefined {
  const { stage, return_path: returnPath, claims_sealed: claimsSealed, person_id: personId } = row;
  const { state, nonce, code_verifier: codeVerifier, matched } = row;
  const { merge_account_id: mergeAccountId, session_id: sessionId, sent_at: sentAt } = row;
  switch (stage) {
    case 'confirm':
      return claimsSealed && personId && matched
        ? { stage, claimsSealed, personId, matched, returnPath }
        : undefined;
    case 'merge':
      return mergeAccountId && personId ? { stage, mergeAccountId, personId, returnPath } : undefined;
    case 'officeLink':
      return claimsSealed ? { stage, claimsSealed, returnPath } : undefined;
    case 'started':
      if (!state || !nonce || !codeVerifier) return undefined;
      return { stage, state, nonce, codeVerifier, ...(mergeAccountId && { mergeAccountId }), returnPath };
    case 'office':
      if (!state || !nonce || !codeVerifier || !sentAt) return undefined;
      return { stage, state, nonce, codeVerifier, ...(sessionId && { sessionId }), sentAt, returnPath };
  }
}
