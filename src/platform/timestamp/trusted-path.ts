import type { X509Certificate } from 'node:crypto';
import { pathLengthOf, unknownCriticalOf } from './certificate-fields.ts';
import { TimestampFault } from './timestamp-fault.ts';

/** Authorities between a signer and an anchor; more than any real authority of timestamps has. */
const mostBetween = 4;

/**
 * Holds that a chain of certificates, each valid at that moment, leads from the signer to an anchor. Throws `path`. Whether one was
 * withdrawn is not asked: that would be a call to an address which the certificate itself names.
 */
export function requireTrustedPath(
  signer: X509Certificate,
  sent: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  at: Date,
): void {
  const leads = (certificate: X509Certificate, between: number): boolean => {
    if (!isValidAt(certificate, at) || unknownCriticalOf(certificate.raw).length > 0) return false;
    const issues = (issuer: X509Certificate) => mayIssue(issuer, certificate, between);
    if (anchors.some((anchor) => issues(anchor) && isValidAt(anchor, at))) return true;
    return between < mostBetween && sent.some((issuer) => issues(issuer) && leads(issuer, between + 1));
  };
  if (!leads(signer, 0))
    throw new TimestampFault(
      'path',
      `no chain, valid at ${at.toISOString()}, leads from ${nameOf(signer)} to a configured anchor`,
    );
}

/** The common name of whom a certificate is about, else its whole name. */
export function nameOf(certificate: X509Certificate): string {
  const lines = certificate.subject.split('\n');
  return lines.find((line) => line.startsWith('CN='))?.slice(3) ?? lines.join(', ');
}

function mayIssue(issuer: X509Certificate, certificate: X509Certificate, between: number): boolean {
  if (!issuer.ca || !certificate.checkIssued(issuer)) return false;
  const most = pathLengthOf(issuer.raw);
  return (most === undefined || between <= most) && certificate.verify(issuer.publicKey);
}

function isValidAt(certificate: X509Certificate, at: Date): boolean {
  return certificate.validFromDate <= at && at <= certificate.validToDate;
}
