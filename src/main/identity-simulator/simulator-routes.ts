import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { DemoCitizen, IdentityProviderOptions, ProvinceOptions } from '../../modules/identity/public.ts';
import type { Config } from '../../platform/config.ts';
import { citizensCast } from './citizens.ts';
import { officersCast, type SimulatedOfficer, simulatedFactor } from './officers.ts';
import { mountPathOf, type SimulatorOptions } from './provider.ts';
import { createIdentitySimulator } from './simulator.ts';

type IssuerConfig = Pick<Config, 'baseUrl' | 'oidc' | 'officeOidc' | 'mode'>;

/** A simulator and its only client live in one process: their secret is made at its start. */
const simulatorSecret = randomBytes(32).toString('base64url');

/** Whom citizens sign in at: the configured issuer, or the simulator under this very address. */
export function identityProviderOptions(
  config: Pick<IssuerConfig, 'baseUrl' | 'oidc'>,
): IdentityProviderOptions {
  const redirectUri = new URL('/dang-nhap/callback', config.baseUrl).href;
  return { ...(config.oidc ?? simulated('/mo-phong/vneid', config.baseUrl)), redirectUri };
}

/** Whom officers may sign in at: the configured issuer, the simulator in the demo, else nobody. */
export function provinceOptions(
  config: Pick<IssuerConfig, 'baseUrl' | 'officeOidc' | 'mode'>,
): ProvinceOptions | undefined {
  const redirectUri = new URL('/can-bo/dang-nhap/tinh/tra-loi', config.baseUrl).href;
  if (config.officeOidc) return { ...config.officeOidc, redirectUri };
  if (config.mode !== 'demo') return undefined;
  return { ...simulated('/mo-phong/tinh', config.baseUrl), redirectUri, secondFactor: [simulatedFactor] };
}

function simulated(path: string, baseUrl: URL) {
  return {
    issuer: new URL(path, baseUrl),
    clientId: 'motcua',
    clientSecret: simulatorSecret,
    simulated: true,
  };
}

/** Routes of the simulators for the demo; in place of a configured issuer there is none. */
export function simulatorRoutes(
  config: IssuerConfig,
  people: { readonly citizens: readonly DemoCitizen[]; readonly officers: readonly SimulatedOfficer[] },
): readonly ((server: FastifyInstance) => void)[] {
  const citizens = config.oidc
    ? []
    : [{ ...identityProviderOptions(config), cast: citizensCast(people.citizens) }];
  const province = config.officeOidc ? undefined : provinceOptions(config);
  const officers = province ? [{ ...province, cast: officersCast(people.officers) }] : [];
  return [...citizens, ...officers].map((options) => routesOf({ ...options, mode: config.mode }));
}

function routesOf(options: SimulatorOptions & Pick<Config, 'mode'>) {
  const handle = createIdentitySimulator(options);
  return (server: FastifyInstance) => {
    // The provider reads request bodies itself.
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', (_request, _payload, done) => done(null));
    server.all(`${mountPathOf(options.issuer)}/*`, { schema: { hide: true } }, async (request, reply) => {
      reply.hijack();
      await handle(request.raw, reply.raw).catch((error: unknown) => {
        request.log.error({ err: error }, 'the identity simulator failed');
        reply.raw.destroy();
      });
    });
  };
}
