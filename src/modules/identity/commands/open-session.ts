import { randomBytes } from 'node:crypto';
import type { Actor } from '../../../kernel/actor.ts';
import type { CommandContext, Origin } from '../../../kernel/context.ts';
import type { Id, Jurisdiction, NewId } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';
import { recordAction } from '../../../platform/journal.ts';
import { idleUntil, sessionLimits } from '../core/session-limits.ts';
import type { NewSession } from '../core/sign-in.ts';
import type { AccountRow } from '../store/account-store.ts';
import { addSession, type ProvenElsewhere } from '../store/session-store.ts';

export interface OpenSessionDeps {
  readonly jurisdiction: Jurisdiction;
  readonly newId: NewId;
}

/** An unguessable secret for a cookie: 256 bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Opens a session for an account that has proved itself, and writes the sign-in into the journal. */
export async function openSession(
  deps: OpenSessionDeps,
  tx: Tx,
  account: AccountRow & {
    readonly kind: 'citizen' | 'officer';
    readonly needsFactor?: boolean;
    readonly province?: ProvenElsewhere;
  },
  now: Date,
  origin: Origin,
): Promise<NewSession> {
  const limits = sessionLimits[account.kind];
  const expiresAt = new Date(now.getTime() + limits.absoluteMinutes * 60_000);
  const session = {
    id: deps.newId<'session'>(),
    token: newSecret(),
    accountId: account.id,
    idleUntil: idleUntil(limits, now, expiresAt),
    absoluteUntil: expiresAt,
    needsFactor: account.needsFactor ?? false,
    province: account.province,
  };
  await addSession(tx, deps.jurisdiction, session, now, origin);
  const ctx = sessionContext(deps, account, now, origin);
  await recordAction(tx, ctx, deps.newId, {
    command: 'identity.sign-in',
    subjectId: account.id,
    ...(account.province && { facts: { by: 'province' } }),
  });
  return { token: session.token, expiresAt };
}

/** The context in which an account signs in or out: itself acting, before or after it has a session. */
export function sessionContext(
  deps: OpenSessionDeps,
  account: {
    readonly id: Id<'account'>;
    readonly person_id: Id<'person'>;
    readonly kind: 'citizen' | 'officer';
  },
  now: Date,
  origin: Origin,
): CommandContext {
  const who = { accountId: account.id, personId: account.person_id };
  const actor: Actor =
    account.kind === 'citizen'
      ? { kind: 'citizen', ...who }
      : { kind: 'officer', ...who, posts: [], grants: [] };
  return { jurisdiction: deps.jurisdiction, actor, now, origin, requestId: deps.newId<'request'>() };
}
