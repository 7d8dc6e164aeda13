import { z } from 'zod';

/** What the province's issuer says of somebody who has signed in there. */
export interface ProvinceClaims {
  /** Stable and never given to anybody else: the other half of a link's key. */
  readonly subject: string;
  /** For the person's own eyes only: neither proves whose account it is here. */
  readonly name?: string | undefined;
  readonly login?: string | undefined;
  /** Class and methods of the sign-in (`acr`, `amr`). */
  readonly methods: readonly string[];
  /** Seconds of the epoch, by the issuer's clock. */
  readonly authenticatedAt: number;
}

const shown = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .transform((text) => text.normalize('NFC'));

const claimsShape = z.object({
  sub: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[\x21-\x7e]+$/),
  name: shown.optional().catch(undefined),
  preferred_username: shown.optional().catch(undefined),
  acr: z.string().optional().catch(undefined),
  amr: z.array(z.string()).optional().catch(undefined),
  auth_time: z.number().int().positive(),
});

/** Reads the claims; undefined when the issuer did not say who signed in and when. */
export function parseProvinceClaims(raw: unknown): ProvinceClaims | undefined {
  const parsed = claimsShape.safeParse(raw);
  if (!parsed.success) return undefined;
  const { sub, name, preferred_username: login, acr, amr = [], auth_time: authenticatedAt } = parsed.data;
  return {
    subject: sub,
    name,
    login,
    methods: [...amr, ...(acr === undefined ? [] : [acr])],
    authenticatedAt,
  };
}

/** Whether a second factor was proved there, in one of the ways that configuration accepts. */
export function provesFactor(claims: ProvinceClaims, accepted: readonly string[]): boolean {
  return claims.methods.some((method) => accepted.includes(method));
}

/** Two machines' clocks are never quite the same. */
const skewMs = 60_000;

/**
 * When somebody proved themselves there, in our time, by the age that it has by the machine's clock: ours may be set to another day
 * outside production. Undefined for a moment to come: an issuer whose clock is ahead would make an old sign-in a new one.
 */
export function provenAt(authenticatedAt: number, machine: Date, now: Date): Date | undefined {
  const age = machine.getTime() - authenticatedAt * 1000;
  return age < -skewMs ? undefined : new Date(now.getTime() - Math.max(0, age));
}

/** Whether somebody proved themselves there anew since they were sent, not long ago in another window. */
export function isSince(provedAt: Date, sentAt: Date): boolean {
  return provedAt.getTime() >= sentAt.getTime() - skewMs;
}

/** As old a sign-in at the issuer as a session here may become; an older one is asked for anew. */
export const oldestSignInSeconds = 12 * 60 * 60;

/** Whether the sign-in at the issuer is too old to open a session here. */
export function isTooOld(provedAt: Date, now: Date): boolean {
  return now.getTime() - provedAt.getTime() > oldestSignInSeconds * 1000 + skewMs;
}
