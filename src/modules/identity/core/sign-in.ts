import type { Actor } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { NumberKind } from './citizen-claims.ts';

/** Who a request comes from, as the session cookie says. */
export interface ResolvedSession {
  readonly actor: Actor;
  readonly sessionId?: Id<'session'>;
  /** Shown in the page's head; absent when nobody is signed in. */
  readonly displayName?: string;
  /** The password was right, the second factor is still to come; `mustEnrol` where the account has none yet. */
  readonly pending?: { readonly mustEnrol: boolean };
  /** The account is signed in on another machine too. */
  readonly elsewhere?: boolean;
  /** A cookie was sent but its session has ended: the page says so and keeps the person's place. */
  readonly expired: boolean;
  /** Whose session it was that ended: they sign in again where they did before. */
  readonly endedOf?: 'citizen' | 'officer';
}

/** What a new sign-in hands back: the secret that goes into the cookie, never stored as such. */
export interface NewSession {
  readonly token: string;
  readonly expiresAt: Date;
}

/** A sign-in begun at the identity provider. */
export interface StartedSignIn {
  /** Where the browser goes. */
  readonly redirectTo: string;
  /** Secret of this attempt, for a short-lived cookie: ties the answer to this browser. */
  readonly flowToken: string;
}

/** How the return from the identity provider ended. */
export type FinishedSignIn =
  | { readonly kind: 'signedIn'; readonly session: NewSession; readonly returnPath: string }
  /** The identity number is known here: the person confirms that the older record is theirs. */
  | { readonly kind: 'confirm'; readonly flowToken: string }
  /** Asked for by somebody signed in: whether both accounts are theirs is asked once more. */
  | { readonly kind: 'merge'; readonly flowToken: string };

/** What the confirmation page shows; the rest of the number stays hidden. */
export interface PendingLink {
  readonly name: string;
  /** What the older record was found by, and how that number ends. */
  readonly matched: NumberKind;
  readonly numberEnding: string;
  /** The organisation for which the person signs in. */
  readonly organisation?: string;
}
