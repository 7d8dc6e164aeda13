import type { Actor } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';

/** Who a request comes from, as the session cookie says. */
export interface ResolvedSession {
  readonly actor: Actor;
  readonly sessionId?: Id<'session'>;
  /** Shown in the page's head; absent when nobody is signed in. */
  readonly displayName?: string;
  /** A cookie was sent but its session has ended: the page says so and keeps the person's place. */
  readonly expired: boolean;
}

/** What a new sign-in hands back: the secret that goes into the cookie, never stored as such. */
export interface NewSession {
  readonly token: string;
  readonly expiresAt: Date;
}
