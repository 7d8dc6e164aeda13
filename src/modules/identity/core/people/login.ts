import { z } from 'zod';

/** How an officer is called when signing in: lower case, as in an address of the office. */
export const loginShape = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,59}$/);

/** Length is what makes a password hard to guess (NIST SP 800-63B-4, ASVS 5.0 6.2): no rules about kinds of characters. */
const leastLength = 12;

export const newPassword = z.string().min(leastLength).max(500);

/** What is wrong with a new password besides its length; undefined when nothing is. */
export function passwordFault(password: string, login: string): 'identity.password-has-login' | undefined {
  return password.toLowerCase().includes(login.toLowerCase()) ? 'identity.password-has-login' : undefined;
}
