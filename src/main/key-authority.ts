import { createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';
import type { TimestampAuthority } from '../modules/audit/public.ts';
import type { Config } from '../platform/config.ts';

/** What PKCS #8 puts before the 32 bytes of an Ed25519 key (RFC 8410). */
const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Stamps heads with a key that lives in the configuration and never in the database: who owns the database alone cannot make a
 * stamp. It stands in, under a name that says so,
 * where no timestamp authority is configured; what it has stamped is proved by it for ever.
 */
export function keyAuthority(config: Pick<Config, 'mode' | 'stampKey'>): TimestampAuthority {
  const seed = Buffer.from(hkdfSync('sha256', config.stampKey, '', 'motcua journal heads', 32));
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Ed25519, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key);
  return {
    name: config.mode === 'demo' ? 'mo-phong' : 'khoa-he-thong',
    kind: 'key',
    stamp: async (text, now) => {
      const at = now.toISOString();
      return { stamp: `${at} ${sign(null, stamped(text, at), key).toString('base64url')}`, stampedAt: now };
    },
    verify: (text, stamp) => {
      const [at = '', signature = ''] = stamp.split(' ');
      const moment = new Date(at);
      const fits = verify(null, stamped(text, at), publicKey, Buffer.from(signature, 'base64url'));
      return fits && !Number.isNaN(moment.getTime()) ? moment : undefined;
    },
  };
}

function stamped(text: string, at: string): Buffer {
  return Buffer.from(`${text}\n${at}`);
}
