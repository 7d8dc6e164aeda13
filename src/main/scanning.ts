import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scanning } from '../modules/documents/public.ts';
import type { ClamdAddress } from '../platform/clamd/clamd-address.ts';
import { pingClamd, scanStream } from '../platform/clamd/clamd-client.ts';
import type { Config } from '../platform/config.ts';

/** A file of the largest size goes through clamd well within. */
const scanTimeoutMs = 120_000;
const pingTimeoutMs = 5_000;

/** Who looks for malware in uploads, as configured; undefined: nobody. */
export function scanningFrom(config: Pick<Config, 'clamd' | 'dataFolder'>): Scanning | undefined {
  if (!config.clamd) return undefined;
  const { address: configured, openWaiting } = config.clamd;
  const address = configured === 'simulator' ? simulatorAddress(config) : configured;
  return {
    openWaiting,
    scanner: {
      scan: (content) => scanStream({ address, timeoutMs: scanTimeoutMs }, content),
      ping: () => pingClamd({ address, timeoutMs: pingTimeoutMs }),
    },
  };
}

/** A socket that every process of the installation finds by itself; its name may not be long. */
export function simulatorAddress({
  dataFolder,
}: Pick<Config, 'dataFolder'>): Extract<ClamdAddress, { path: string }> {
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  const path = join(dataFolder, 'clamd-mo-phong.sock');
  return { path: path.length < 100 ? path : join(tmpdir(), `motcua-clamd-${name}.sock`) };
}
