import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { isUuid, type Jurisdiction } from '../../kernel/id.ts';
import { RefusalError } from './refusal-error.ts';

/** Who calls, resolved once per request at the door. */
export interface Caller extends QueryContext {
  readonly session: CallerSession;
}

/** What the session cookie said; `identity` gives it. */
export interface CallerSession {
  readonly actor: Actor;
  readonly sessionId?: string;
  readonly displayName?: string;
  /** The password was right, the second factor is still to come; `mustEnrol` where the account has none yet. */
  readonly pending?: { readonly mustEnrol: boolean };
  /** The account is signed in on another machine too. */
  readonly elsewhere?: boolean;
  /** A cookie was sent but its session has ended. */
  readonly expired: boolean;
  /** Whose session it was that ended; absent where nobody knows any more. */
  readonly endedOf?: 'citizen' | 'officer';
}

export type ResolveSession = (token: string | undefined, now: Date) => Promise<CallerSession>;

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
}

export interface CallerOptions {
  readonly jurisdiction: Jurisdiction;
  readonly clock: () => Date;
  readonly resolveSession: ResolveSession;
  readonly sessionCookie: string;
}

/** Gives every request of `server` its `caller`. */
export function registerCaller(server: FastifyInstance, options: CallerOptions): void {
  server.addHook('onRequest', async (request) => {
    const now = options.clock();
    const session = await options.resolveSession(request.cookies[options.sessionCookie], now);
    request.caller = {
      jurisdiction: options.jurisdiction,
      actor: session.actor,
      now,
      // A proxy in front may say `unknown`, or an address with a port.
      origin: {
        ip: isIP(request.ip) === 0 ? undefined : request.ip,
        userAgent: request.headers['user-agent'],
      },
      session,
    };
  });
}

/** Context of a command called through the API: its id comes in the header `Idempotency-Key`, a UUID. */
export function commandContextOf(
  caller: Caller,
  idempotencyKey: string | string[] | undefined,
): CommandContext {
  if (typeof idempotencyKey !== 'string' || !isUuid(idempotencyKey.toLowerCase()))
    throw new RefusalError({ kind: 'invalid', type: 'http.idempotency-key' });
  const { jurisdiction, actor, now, origin } = caller;
  return { jurisdiction, actor, now, origin, requestId: idempotencyKey.toLowerCase() };
}
