import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const deriveKey = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** Cost in the terms of RFC 7914: N is two to the power of `logCost`. */
export interface PasswordCost {
  readonly logCost: number;
  readonly blockSize: number;
  readonly parallelism: number;
}

/** OWASP Password Storage Cheat Sheet, scrypt with 32 MiB. Argon2id would need Node 24.7. */
export const defaultPasswordCost: PasswordCost = { logCost: 15, blockSize: 8, parallelism: 3 };

const shape = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Hashes a password into a PHC string, which carries its own cost: raising the cost keeps old hashes valid. */
export async function hashPassword(
  password: string,
  cost: PasswordCost = defaultPasswordCost,
): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost, 32);
  const { logCost, blockSize, parallelism } = cost;
  return `$scrypt$ln=${logCost},r=${blockSize},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Whether the password is the one behind the hash. Throws when the stored hash is not one of ours. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [, logCost, blockSize, parallelism, salt, hash] = shape.exec(stored) ?? [];
  if (!salt || !hash) throw new Error('a stored password hash has an unknown format');
  const cost = { logCost: Number(logCost), blockSize: Number(blockSize), parallelism: Number(parallelism) };
  const expected = Buffer.from(hash, 'base64');
  const actual = await derive(password, Buffer.from(salt, 'base64'), cost, expected.length);
  return timingSafeEqual(actual, expected);
}

function derive(password: string, salt: Buffer, cost: PasswordCost, length: number): Promise<Buffer> {
  const { logCost, blockSize, parallelism } = cost;
  const options = { N: 2 ** logCost, r: blockSize, p: parallelism };
  // Node refuses above `maxmem`; what scrypt takes is 128 · N · r, and a little for each lane.
  const maxmem = 128 * blockSize * (options.N + parallelism + 2);
  return deriveKey(password.normalize('NFC'), salt, length, { ...options, maxmem });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
