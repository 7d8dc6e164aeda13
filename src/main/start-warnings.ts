import type { Config } from '../platform/config.ts';

/** What whoever starts the product in production should know though it starts all the same. */
export function startWarnings({ mode, clamd }: Pick<Config, 'mode' | 'clamd'>): readonly string[] {
  if (mode !== 'production' || clamd) return [];
  return ['MOTCUA_CLAMD is not set: uploads are not scanned for malware'];
}
