import { createHash } from 'node:crypto';
import type { IdentityProviderOptions } from '../modules/identity/public.ts';
import type { Config } from '../platform/config.ts';

/** Path at which the citizens' identity provider sends the browser back. */
export const callbackPath = '/dang-nhap/xac-nhan';

/**
 * The citizens' identity provider: the configured one, else the demo's local one on the next port, whose client
 * secret follows from the installation's own.
 */
export function identityProviderOf(config: Config): IdentityProviderOptions {
  const redirectUri = new URL(callbackPath, config.baseUrl).href;
  if (config.oidc) return { ...config.oidc, redirectUri };
  return {
    issuer: new URL(`http://localhost:${localProviderPort(config)}`),
    clientId: 'motcua',
    clientSecret: createHash('sha256').update(`local-provider ${config.sessionSecret}`).digest('base64url'),
    redirectUri,
  };
}

/** Port of the demo's local provider. */
export function localProviderPort(config: Config): number {
  return config.port + 1;
}
