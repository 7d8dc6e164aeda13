import { Boolean as Asn1Boolean } from 'asn1js';
import { hasTag, integerOf, octetsOf, oidOf, partsOf, rawOf, readElement, taggedParts } from './der.ts';
import * as oids from './timestamp-oids.ts';

interface Extension {
  readonly critical: boolean;
  readonly value: Buffer;
}

/** Who issued a certificate, as its name is written there, and under which number: what a signature names it by. */
export function issuerAndNumberOf(certificate: Uint8Array): {
  readonly issuer: Buffer;
  readonly number: bigint;
} {
  const [signed] = partsOf(readElement(certificate), 'a certificate');
  const parts = partsOf(signed, 'a certificate').filter((part) => !hasTag(part, 0));
  const [number, , issuer] = parts;
  return {
    number: integerOf(number, 'the number of a certificate'),
    issuer: issuer ? rawOf(issuer) : Buffer.alloc(0),
  };
}

/** The identifier of the certificate's key, the other way in which a signature may name it. */
export function keyIdOf(certificate: Uint8Array): Buffer | undefined {
  const extension = extensionsOf(certificate).get(oids.subjectKeyIdentifier);
  return extension && octetsOf(readElement(extension.value), 'the identifier of a key');
}

/** Extensions of a certificate (DER) by identifier. Throws `unreadable`. */
function extensionsOf(certificate: Uint8Array): ReadonlyMap<string, Extension> {
  const [signed] = partsOf(readElement(certificate), 'a certificate');
  const tagged = partsOf(signed, 'a certificate').find((part) => hasTag(part, 3));
  if (!tagged) return new Map();
  const list = partsOf(taggedParts(tagged, 3, 'the extensions')[0], 'the extensions');
  return new Map(
    list.map((each) => {
      const [oid, second, third] = partsOf(each, 'an extension');
      const critical = second instanceof Asn1Boolean && second.getValue();
      return [oidOf(oid, 'an extension'), { critical, value: octetsOf(third ?? second, 'an extension') }];
    }),
  );
}

/** Purposes of a key, as its certificate lists them; undefined when it lists none. */
export function purposesOf(
  certificate: Uint8Array,
): { readonly critical: boolean; readonly purposes: readonly string[] } | undefined {
  const extension = extensionsOf(certificate).get(oids.extendedKeyUsage);
  if (!extension) return undefined;
  const purposes = partsOf(readElement(extension.value), 'the purposes').map((each) =>
    oidOf(each, 'a purpose'),
  );
  return { critical: extension.critical, purposes };
}

/** The most authorities that may stand between this one and a signer (RFC 5280, 4.2.1.9); undefined without a limit. */
export function pathLengthOf(certificate: Uint8Array): number | undefined {
  const extension = extensionsOf(certificate).get(oids.basicConstraints);
  if (!extension) return undefined;
  const parts = partsOf(readElement(extension.value), 'the constraints');
  const length = parts.find((part) => !(part instanceof Asn1Boolean));
  return length && Number(integerOf(length, 'the length of the path'));
}

/** Critical extensions that must be understood and are not: such a certificate is refused (RFC 5280, 4.2). */
export function unknownCriticalOf(certificate: Uint8Array): readonly string[] {
  const known = new Set<string>([oids.basicConstraints, oids.keyUsage, oids.extendedKeyUsage]);
  return [...extensionsOf(certificate)].flatMap(([oid, { critical }]) =>
    critical && !known.has(oid) ? [oid] : [],
  );
}
