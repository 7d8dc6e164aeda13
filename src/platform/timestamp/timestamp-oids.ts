/** Object identifiers of RFC 3161 (timestamps), RFC 5652 (signed messages), RFC 5035 (which certificate signed) and RFC 5280. */
export const signedData = '1.2.840.113549.1.7.2';
export const timestampContent = '1.2.840.113549.1.9.16.1.4';
export const contentTypeAttribute = '1.2.840.113549.1.9.3';
export const messageDigestAttribute = '1.2.840.113549.1.9.4';
export const signingCertificateV2Attribute = '1.2.840.113549.1.9.16.2.47';
export const timestampingPurpose = '1.3.6.1.5.5.7.3.8';
export const subjectKeyIdentifier = '2.5.29.14';
export const basicConstraints = '2.5.29.19';
export const keyUsage = '2.5.29.15';
export const extendedKeyUsage = '2.5.29.37';
export const sha256 = '2.16.840.1.101.3.4.2.1';
export const rsaPss = '1.2.840.113549.1.1.10';
export const ecdsaWithSha256 = '1.2.840.10045.4.3.2';

const digestNames: ReadonlyMap<string, 'sha256' | 'sha384' | 'sha512'> = new Map([
  [sha256, 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/** The digest of this identifier; undefined for one that is not taken, such as SHA-1. */
export function digestName(oid: string): 'sha256' | 'sha384' | 'sha512' | undefined {
  return digestNames.get(oid);
}
