import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { TimestampAuthority } from '../modules/audit/public.ts';
import type { Config } from '../platform/config.ts';
import { checkTimestamp } from '../platform/timestamp/check-timestamp.ts';
import { requestTimestamp, type TimestampService } from '../platform/timestamp/timestamp-client.ts';
import { TimestampFault } from '../platform/timestamp/timestamp-fault.ts';
import { keyAuthority } from './key-authority.ts';
import { simulatedPolicy } from './timestamp-simulator/responder.ts';
import { simulatedAuthority } from './timestamp-simulator/simulated-authority.ts';
import { timestampSimulatorPath } from './timestamp-simulator/timestamp-routes.ts';

const timeoutMs = 10_000;

type AuthorityConfig = Pick<Config, 'mode' | 'stampKey' | 'baseUrl' | 'timestamp'>;

/**
 * Who stamps heads, first, and then everybody whose stamps are believed: the configured timestamp authority (RFC 3161), in a demo
 * without one its simulator, and the installation's own key. The simulator does not exist in production.
 */
export function timestampAuthorities(
  config: AuthorityConfig,
): readonly [TimestampAuthority, ...TimestampAuthority[]] {
  const own = keyAuthority(config);
  const configured = config.timestamp && tokenAuthority('rfc3161', serviceOf(config.timestamp));
  const simulated = config.mode === 'demo' ? [tokenAuthority('rfc3161-mo-phong', simulatorOf(config))] : [];
  const [first, ...others] = [...(configured ? [configured] : []), ...simulated, own];
  return first ? [first, ...others] : [own];
}

/** Certificates in which the chains of timestamps must end, as configured, in PEM for whoever checks a stamp himself. */
export function timestampAnchors(config: AuthorityConfig): string {
  const services = [
    ...(config.timestamp ? [serviceOf(config.timestamp)] : []),
    ...(config.mode === 'demo' ? [simulatorOf(config)] : []),
  ];
  return services.flatMap(({ anchors }) => anchors.map((anchor) => anchor.toString())).join('');
}

/** Reads certificates in PEM. Throws with the file and the fix when there is none. */
export function readAnchors(file: string): readonly X509Certificate[] {
  const found = readFileSync(file, 'utf8').match(
    /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g,
  );
  if (!found) throw new Error(`${file}: không có chứng thư nào dạng PEM (-----BEGIN CERTIFICATE-----).`);
  return found.map((pem) => new X509Certificate(pem));
}

/** Checks tokens against anchors without asking anybody; such an authority cannot stamp. */
export function anchoredAuthorities(anchors: readonly X509Certificate[]): readonly TimestampAuthority[] {
  const service = { url: new URL('http://localhost/'), anchors, timeoutMs };
  return ['rfc3161', 'rfc3161-mo-phong'].map((name) => tokenAuthority(name, service));
}

function tokenAuthority(name: string, service: TimestampService): TimestampAuthority {
  return {
    name,
    kind: 'token',
    stamp: async (text, now) => {
      const { response, at } = await requestTimestamp(service, digestOf(text), now);
      return { stamp: response.toString('base64'), stampedAt: at };
    },
    verify: (text, stamp) => {
      try {
        const response = Buffer.from(stamp, 'base64');
        // Decoding passes over what is no base64: the column is to hold the stamp and nothing else.
        if (response.toString('base64') !== stamp) return undefined;
        return checkTimestamp(response, { digest: digestOf(text), anchors: service.anchors }).at;
      } catch (error) {
        if (error instanceof TimestampFault) return undefined;
        throw error;
      }
    },
  };
}

function serviceOf({ url, anchorsFile, policy }: NonNullable<Config['timestamp']>): TimestampService {
  return { url, anchors: readAnchors(anchorsFile), policy, timeoutMs };
}

function simulatorOf({ baseUrl, stampKey }: AuthorityConfig): TimestampService {
  return {
    url: new URL(timestampSimulatorPath, baseUrl),
    anchors: [simulatedAuthority(stampKey).anchor],
    policy: simulatedPolicy,
    timeoutMs,
  };
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
