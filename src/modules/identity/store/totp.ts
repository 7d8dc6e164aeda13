import { Secret, TOTP } from 'otpauth';

/** RFC 6238 with what every authenticator app expects: SHA-1, six digits, a new code each 30 seconds. */
const period = 30;
/** Clocks of telephones are off by a little: one code before and after is taken too. */
const window = 1;

function generator(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Một Cửa',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period,
    secret: Secret.fromBase32(secret),
  });
}

/** An app begun with: what its QR code says, and the same for typing in. */
export interface TotpEnrolment {
  readonly uri: string;
  readonly secret: string;
}

/** A new secret of 160 bits, base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the authenticator app reads from the QR code. */
export function totpUri(secret: string, login: string): string {
  return generator(secret, login).toString();
}

/** The step a code belongs to; undefined when it is not one of now. Each step must be taken once only. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const delta = generator(secret).validate({ token: code, timestamp: now.getTime(), window });
  return delta === null ? undefined : stepAt(now) + delta;
}

/** The code of a step: what the simulator of a telephone shows. */
export function codeOfStep(secret: string, step: number): string {
  return generator(secret).generate({ timestamp: step * period * 1000 });
}

/** The step running at a moment. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / period);
}
