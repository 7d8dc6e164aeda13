import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

/** CBOR of an attestation without a statement, up to the authenticator's data (WebAuthn 6.5.4, format `none`). */
const attested = hex('a3 63666d74 646e6f6e65 6761747453746d74 a0 6861757468446174 61 58');

/** A passkey as a browser keeps one (WebAuthn level 2, ES256), for the site at an address. */
export function aSoftwarePasskey(site: URL) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const point = (text: string) => Buffer.from(text, 'base64url');
  // COSE_Key: kty EC2, alg ES256, crv P-256.
  const cose = Buffer.concat([hex('a5 0102 0326 2001 215820'), point(x), hex('225820'), point(y)]);
  const id = randomBytes(16);

  const answer = (type: 'webauthn.create' | 'webauthn.get', challenge: string) => {
    const isNew = type === 'webauthn.create';
    const client = Buffer.from(JSON.stringify({ type, challenge, origin: site.origin, crossOrigin: false }));
    const credential = isNew ? [Buffer.alloc(16), hex('0010'), id, cose] : [];
    // The user was there and verified; a new credential counts from nought.
    const flags = hex(isNew ? '45 00000000' : '05 00000001');
    const data = Buffer.concat([sha256(site.hostname), flags, ...credential]);
    const signed = isNew
      ? { attestationObject: Buffer.concat([attested, Buffer.of(data.length), data]) }
      : {
          authenticatorData: data,
          signature: sign('sha256', Buffer.concat([data, sha256(client)]), privateKey),
        };
    const parts = Object.entries({ clientDataJSON: client, ...signed });
    const response = Object.fromEntries(parts.map(([name, part]) => [name, part.toString('base64url')]));
    const named = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' };
    return { ...named, clientExtensionResults: {}, response };
  };

  return {
    make: (challenge: string) => answer('webauthn.create', challenge),
    sign: (challenge: string) => answer('webauthn.get', challenge),
  };
}
