import { generateKeyPairSync, randomBytes } from 'node:crypto';
import Provider, { type Configuration, type JWK } from 'oidc-provider';
import type { DemoCitizen } from '../../modules/identity/public.ts';
import { type Fault, readSubject, spoilingCodes, spoilTokenAnswers } from './faults.ts';
import { createMemoryAdapter } from './memory-adapter.ts';

export interface SimulatorOptions {
  /** Issuer identifier: the address under which the simulator is reached, path included, without a final slash. */
  readonly issuer: URL;
  readonly citizens: readonly DemoCitizen[];
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

/** The provider's own session; see `withoutSession`. */
export const sessionCookie = 'mo-phong-phien';

const claimNames = [
  'TechID',
  'LoaiTaiKhoan',
  'HoVaTen',
  'SoDinhDanh',
  'SoCMND',
  'HoChieu',
  'NgaySinh',
  'GioiTinh',
  'SoDienThoai',
  'ThuDienTu',
  'DiaChi',
  'MaSoThue',
  'MaSoDoanhNghiep',
  'TenDoanhNghiep',
  'loAs',
];

/** An OpenID Connect provider over fictional citizens, with keys made anew at each start and state in memory. */
export function createProvider(options: SimulatorOptions): Provider {
  const issuer = options.issuer.href.replace(/\/$/, '');
  const provider = new Provider(issuer, configuration(options));
  spoilTokenAnswers(provider);
  return provider;
}

/** Path under which the simulator answers, e.g. `/mo-phong/vneid`; empty at the root. */
export function mountPathOf(issuer: URL): string {
  return issuer.pathname.replace(/\/$/, '');
}

function configuration(options: SimulatorOptions): Configuration {
  const mountPath = mountPathOf(options.issuer);
  return {
    adapter: spoilingCodes(createMemoryAdapter()),
    clients: [
      {
        client_id: options.clientId,
        client_secret: options.clientSecret,
        redirect_uris: [options.redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], profile: claimNames },
    scopes: ['openid', 'profile'],
    findAccount: (_ctx, id) => {
      const { techId, fault } = readSubject(id);
      const citizen = options.citizens.find((candidate) => candidate.techId === techId);
      return citizen && { accountId: id, claims: () => ({ sub: id, ...claimsOf(citizen, fault) }) };
    },
    // Choosing a person on the sign-in page is the consent: the page says what is handed over.
    loadExistingGrant: async (ctx) => {
      const { client, session, provider } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    interactions: { url: (_ctx, interaction) => `${mountPath}/chon-nguoi/${interaction.uid}` },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    pkce: { required: () => true },
    jwks: { keys: [signingKey()] },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: sessionCookie, interaction: 'mo-phong-lan', resume: 'mo-phong-tiep' },
      long: { httpOnly: true, sameSite: 'lax', path: mountPath || '/' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 1800,
      Session: 1800,
    },
    renderError: (ctx, out) => {
      ctx.type = 'text/plain; charset=utf-8';
      ctx.body = `${out.error}: ${out.error_description ?? ''}`;
    },
  };
}

function signingKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'mo-phong' } as JWK;
}

/** As the national portal names and writes them. */
function claimsOf(citizen: DemoCitizen, fault: Fault | undefined) {
  const { organisation } = citizen;
  const told = {
    TechID: citizen.techId,
    LoaiTaiKhoan: organisation ? '2' : '1',
    HoVaTen: citizen.name,
    SoDinhDanh: citizen.identityNumber,
    NgaySinh: citizen.birthDate.split('-').toReversed().join('/'),
    GioiTinh: { male: 'Nam', female: 'Nữ' }[citizen.gender],
    SoDienThoai: citizen.phone,
    ThuDienTu: citizen.email,
    DiaChi: citizen.address,
    loAs: fault === 'low-assurance' ? '1' : String(citizen.assuranceLevel ?? 2),
    ...(organisation && {
      MaSoThue: organisation.taxCode,
      MaSoDoanhNghiep: organisation.taxCode,
      TenDoanhNghiep: organisation.name,
    }),
  };
  return fault === 'missing-claims' ? { ...told, TechID: undefined, HoVaTen: undefined } : told;
}
