import { join, resolve } from 'node:path';
import { canReach, serverAccount } from './server-account.ts';

/** The folder of the checkout (where package.json lies). */
export const checkout = resolve(import.meta.dirname, '../../..');

/**
 * Where an installation without its own servers keeps its state: `MOTCUA_DATA`, else `.motcua` in the
 * checkout, else /var/lib/motcua when PostgreSQL's account cannot enter the checkout (root's home).
 */
export function dataHome(env: Readonly<Record<string, string | undefined>> = process.env): string {
  if (env.MOTCUA_DATA) return resolve(env.MOTCUA_DATA);
  return canReach(checkout, serverAccount()) ? join(checkout, '.motcua') : '/var/lib/motcua';
}
