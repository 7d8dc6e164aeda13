import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/**
 * Seals identity numbers at rest (AES-256-GCM under a named key) and indexes them blindly (HMAC-SHA-256), so
 * that equal numbers can be found without being readable. `context` names the column and is authenticated: a
 * value moved to another column does not open.
 */
export interface Seal {
  seal(text: string, context: string): SealedText;
  open(sealed: SealedText, context: string): string;
  /** The same text under the current key; what is under it already is given back. */
  renew(sealed: SealedText, context: string): SealedText;
  /** Equal for equal texts in the same context, once spaces are removed. To be stored. */
  blindIndex(text: string, context: string): string;
  /** Under which the text may be stored, by the current key and by older ones. To be looked for. */
  blindIndexes(text: string, context: string): readonly string[];
}

/** `v1.<key id>.<iv>.<ciphertext and tag>`, base64url. */
export type SealedText = string & { readonly __kind: 'sealed-text' };

export interface SealKeys {
  /** Key id → 32 bytes. Old keys stay for opening. */
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly currentKeyId: string;
  readonly blindKey: Buffer;
  /** Keys that indexed before, newest first. */
  readonly oldBlindKeys?: readonly Buffer[];
}

const tagLength = 16;

/** Builds the seal. Throws when the current key is missing or a key is not 32 bytes. */
export function createSeal({ keys, currentKeyId, blindKey, oldBlindKeys = [] }: SealKeys): Seal {
  const currentKey = keyOf(keys, currentKeyId);
  const seal: Seal = {
    seal(text, context) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', currentKey, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `v1.${currentKeyId}.${iv.toString('base64url')}.${body.toString('base64url')}` as SealedText;
    },
    open(sealed, context) {
      const [version, keyId, iv, body] = sealed.split('.');
      if (version !== 'v1' || !keyId || !iv || !body) throw new Error('not a sealed text');
      const bytes = Buffer.from(body, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', keyOf(keys, keyId), Buffer.from(iv, 'base64url'))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(-tagLength));
      return decipher.update(bytes.subarray(0, -tagLength), undefined, 'utf8') + decipher.final('utf8');
    },
    renew: (sealed, context) =>
      sealed.startsWith(`v1.${currentKeyId}.`) ? sealed : seal.seal(seal.open(sealed, context), context),
    blindIndex: (text, context) => blindIndex(blindKey, text, context),
    blindIndexes: (text, context) => [blindKey, ...oldBlindKeys].map((key) => blindIndex(key, text, context)),
  };
  return seal;
}

/** Whether a text has the shape of a sealed one; whether it opens is another question. */
export function looksSealed(text: string): text is SealedText {
  return /^v1\.[A-Za-z0-9-]+\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{22,}$/.test(text);
}

function blindIndex(key: Buffer, text: string, context: string): string {
  return createHmac('sha256', key)
    .update(`${context}\0${text.replace(/\s/g, '')}`)
    .digest('base64url');
}

function keyOf(keys: ReadonlyMap<string, Buffer>, id: string): Buffer {
  const key = keys.get(id);
  if (key?.length !== 32) throw new Error(`seal key "${id}" is missing or not 32 bytes`);
  return key;
}
