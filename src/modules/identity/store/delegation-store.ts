import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';

/** A delegation as stored, with the post it lends. */
export interface DelegationRow {
  readonly delegation_id: Id<'delegation'>;
  readonly kind: 'authorised' | 'signingFor';
  readonly principal_post_id: Id<'post'>;
  readonly principal_person_id: Id<'person'>;
  readonly unit_id: Id<'unit'>;
  readonly role: Role;
  readonly delegate_person_id: Id<'person'>;
  readonly passed_on_from: Id<'delegation'> | null;
  readonly decision_number: string;
  readonly decision_on: PlainDate;
  readonly from_on: PlainDate;
  readonly until_on: PlainDate;
  readonly acts: readonly string[];
  readonly sectors: readonly string[];
  readonly procedures: readonly string[];
  readonly may_pass_on: boolean;
  readonly created_by: Id<'account'>;
  readonly created_at: Date;
  readonly accepted_at: Date | null;
  readonly declined_at: Date | null;
  readonly ended_at: Date | null;
  readonly ended_by: Id<'account'> | null;
  readonly end_reason: string | null;
}

/** Columns of `DelegationRow` over `identity.delegation d` and its post `p`. */
export const delegationColumns =
  sql.raw(`d.delegation_id, d.kind, d.principal_post_id, p.person_id as principal_person_id, p.unit_id, p.role,
  d.delegate_person_id, d.passed_on_from, d.decision_number, d.decision_on, d.from_on, d.until_on, d.acts, d.sectors,
  d.procedures, d.may_pass_on, d.created_by, d.created_at, d.accepted_at, d.declined_at, d.ended_at, d.ended_by, d.end_reason`);

/** `identity.delegation d` with the post it lends as `p`. */
export const delegationWithPost = sql.raw(`identity.delegation d
  join identity.post p on p.jurisdiction = d.jurisdiction and p.id = d.principal_post_id`);

/**
 * Accepted, begun, not over, not ended, and the lent post still held: whoever loses the post has nothing to lend. What was passed on
 * also needs whoever passed it on to stand in the agency still: what they lost they have not lent.
 */
export function isInForce(on: PlainDate): RawBuilder<boolean> {
  return sql`d.accepted_at is not null and d.ended_at is null and d.from_on <= ${on} and d.until_on > ${on}
    and p.valid_from <= ${on} and (p.valid_to is null or p.valid_to > ${on})
    and (d.passed_on_from is null or exists (
      select from identity.delegation source
      where source.jurisdiction = d.jurisdiction and source.delegation_id = d.passed_on_from
        and source.accepted_at is not null and source.ended_at is null
        and exists (
          with recursive place(unit_id) as (
            select held.unit_id from identity.post held
            where held.jurisdiction = source.jurisdiction and held.person_id = source.delegate_person_id
              and held.valid_from <= ${on} and (held.valid_to is null or held.valid_to > ${on})
            union
            select span.parent_id from place
            join identity.unit_span span on span.jurisdiction = source.jurisdiction and span.unit_id = place.unit_id
            where span.parent_id is not null and span.valid_from <= ${on}
              and (span.valid_to is null or span.valid_to > ${on}))
          select from place where place.unit_id = p.unit_id)))`;
}

/** One that can be used, with the officer accounts of whoever lent it. */
export interface DelegationInForce extends DelegationRow {
  readonly principal_accounts: readonly Id<'account'>[];
}

/** What is lent to the person on the day, the first given first. */
export function delegationsInForce(
  db: Connection,
  jurisdiction: Jurisdiction,
  delegate: Id<'person'>,
  on: PlainDate,
): Promise<readonly DelegationInForce[]> {
  return many(
    db,
    sql<DelegationInForce>`
      select ${delegationColumns}, array(
          select account.id from identity.account
          where account.jurisdiction = d.jurisdiction and account.person_id = p.person_id and account.kind = 'officer'
        ) as principal_accounts
      from ${delegationWithPost}
      where d.jurisdiction = ${jurisdiction} and d.delegate_person_id = ${delegate} and ${isInForce(on)}
      order by d.created_at, d.delegation_id`,
  );
}

/** One of them; `locked` keeps others from changing it until the transaction ends. */
export function findDelegation(
  tx: Connection,
  jurisdiction: Jurisdiction,
  delegationId: string,
  locked = false,
): Promise<DelegationRow | undefined> {
  return maybeOne(
    tx,
    sql<DelegationRow>`
      select ${delegationColumns} from ${delegationWithPost}
      where d.jurisdiction = ${jurisdiction} and d.delegation_id = ${delegationId}
      ${locked ? sql`for update of d` : sql``}`,
  );
}

/**
 * Whether it is in force, and stays so until the transaction ends: an end given meanwhile waits for the act, or the act
 * sees the end. Nothing is done under a power that is gone.
 */
export async function holdDelegation(
  tx: Tx,
  jurisdiction: Jurisdiction,
  delegationId: Id<'delegation'>,
  on: PlainDate,
): Promise<boolean> {
  const held = await maybeOne(
    tx,
    sql<{ delegation_id: string }>`
      select d.delegation_id from ${delegationWithPost}
      where d.jurisdiction = ${jurisdiction} and d.delegation_id = ${delegationId} and ${isInForce(on)}
      for share of d`,
  );
  return held !== undefined;
}

export interface NewDelegation {
  readonly delegationId: Id<'delegation'>;
  readonly kind: DelegationRow['kind'];
  readonly principalPostId: string;
  readonly delegatePersonId: Id<'person'>;
  readonly passedOnFrom?: string | undefined;
  readonly decisionNumber: string;
  readonly decisionOn: PlainDate;
  readonly fromOn: PlainDate;
  readonly untilOn: PlainDate;
  readonly acts: readonly string[];
  readonly sectors: readonly string[];
  readonly procedures: readonly string[];
  readonly mayPassOn: boolean;
  readonly createdBy: Id<'account'>;
}

export async function addDelegation(
  tx: Tx,
  jurisdiction: Jurisdiction,
  made: NewDelegation,
  now: Date,
): Promise<void> {
  await sql`
    insert into identity.delegation (jurisdiction, delegation_id, kind, principal_post_id, delegate_person_id,
      passed_on_from, decision_number, decision_on, from_on, until_on, acts, sectors, procedures, may_pass_on,
      created_by, created_at)
    values (${jurisdiction}, ${made.delegationId}, ${made.kind}, ${made.principalPostId}, ${made.delegatePersonId},
      ${made.passedOnFrom ?? null}, ${made.decisionNumber}, ${made.decisionOn}, ${made.fromOn}, ${made.untilOn},
      ${[...made.acts]}::text[], ${[...made.sectors]}::text[], ${[...made.procedures]}::text[], ${made.mayPassOn},
      ${made.createdBy}, ${now})`.execute(tx);
}

/** The delegate's answer to what was offered. */
export async function answerDelegation(
  tx: Tx,
  jurisdiction: Jurisdiction,
  delegationId: Id<'delegation'>,
  answer: 'accepted' | 'declined',
  now: Date,
): Promise<void> {
  await sql`
    update identity.delegation
    set accepted_at = ${answer === 'accepted' ? now : null}::timestamptz,
      declined_at = ${answer === 'declined' ? now : null}::timestamptz
    where jurisdiction = ${jurisdiction} and delegation_id = ${delegationId}`.execute(tx);
}

/** Ends it and whatever was passed on from it, from now on; returns what was ended. */
export async function endDelegation(
  tx: Tx,
  jurisdiction: Jurisdiction,
  delegationId: Id<'delegation'>,
  end: { readonly by: Id<'account'>; readonly reason: string },
  now: Date,
): Promise<readonly Id<'delegation'>[]> {
  const rows = await many(
    tx,
    sql<{ delegation_id: Id<'delegation'> }>`
      update identity.delegation set ended_at = ${now}, ended_by = ${end.by}, end_reason = ${end.reason}
      where jurisdiction = ${jurisdiction} and ended_at is null and declined_at is null
        and (delegation_id = ${delegationId} or passed_on_from = ${delegationId})
      returning delegation_id`,
  );
  return rows.map((row) => row.delegation_id);
}
