import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { DemoCitizen, IdentityProviderOptions } from '../../modules/identity/public.ts';
import type { Config } from '../../platform/config.ts';
import { createIdentitySimulator } from './simulator.ts';

const mountPath = '/mo-phong/vneid';
const callbackPath = '/dang-nhap/callback';
/** The simulator and its only client live in one process: their secret is made at its start. */
const simulatorSecret = randomBytes(32).toString('base64url');

/** Whom citizens sign in at: the configured issuer, or the simulator under this very address. */
export function identityProviderOptions(config: Pick<Config, 'baseUrl' | 'oidc'>): IdentityProviderOptions {
  const redirectUri = new URL(callbackPath, config.baseUrl).href;
  if (config.oidc) return { ...config.oidc, redirectUri };
  return {
    issuer: new URL(mountPath, config.baseUrl),
    clientId: 'motcua',
    clientSecret: simulatorSecret,
    redirectUri,
    simulated: true,
  };
}

/** Routes of the simulator for the demo; with a configured issuer there are none. */
export function simulatorRoutes(
  config: Pick<Config, 'baseUrl' | 'oidc' | 'mode'>,
  citizens: readonly DemoCitizen[],
): readonly ((server: FastifyInstance) => void)[] {
  if (config.oidc) return [];
  const handle = createIdentitySimulator({ ...identityProviderOptions(config), mode: config.mode, citizens });
  return [
    (server) => {
      // The provider reads request bodies itself.
      server.removeAllContentTypeParsers();
      server.addContentTypeParser('*', (_request, _payload, done) => done(null));
      server.all(`${mountPath}/*`, { schema: { hide: true } }, async (request, reply) => {
        reply.hijack();
        await handle(request.raw, reply.raw).catch((error: unknown) => {
          request.log.error({ err: error }, 'the identity simulator failed');
          reply.raw.destroy();
        });
      });
    },
  ];
}
