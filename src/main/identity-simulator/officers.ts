import type { Cast } from './cast.ts';

/** A fictional account at the province's issuer. */
export interface SimulatedOfficer {
  /** How the province's issuer calls them; it may differ from the login here, and proves nothing. */
  readonly login: string;
  readonly name: string;
  readonly title: string;
}

/** What the simulated issuer says of a sign-in with a second factor. */
export const simulatedFactor = 'mfa';

const daySeconds = 86_400;

/** The province's part: fictional officers. */
export function officersCast(officers: readonly SimulatedOfficer[]): Cast {
  return {
    people: officers.map(({ login, name, title }) => ({
      id: subjectOfOfficer(login),
      name,
      lines: [`${title} · ${login}`],
      claims: (fault) =>
        fault === 'missing-claims'
          ? {}
          : {
              ...{ name, preferred_username: login },
              ...(fault === 'unsigned-factor' && { acr: simulatedFactor }),
            },
    })),
    claimNames: ['name', 'preferred_username', 'acr'],
    faults: {
      'missing-claims': 'simulator.province.fault.missing-claims',
      'low-assurance': 'simulator.province.fault.low-assurance',
      'unsigned-factor': 'simulator.province.fault.unsigned-factor',
      'expired-code': 'simulator.province.fault.expired-code',
      'wrong-nonce': 'simulator.province.fault.wrong-nonce',
      'wrong-signature': 'simulator.province.fault.wrong-signature',
      'issuer-down': 'simulator.province.fault.issuer-down',
      slow: 'simulator.province.fault.slow',
      'old-sign-in': 'simulator.province.fault.old-sign-in',
    },
    signIn: (fault) => ({
      amr:
        fault === 'low-assurance' || fault === 'unsigned-factor' ? ['pwd'] : ['pwd', 'otp', simulatedFactor],
      ...(fault === 'old-sign-in' && { ts: Math.floor(Date.now() / 1000) - daySeconds }),
    }),
    texts: {
      title: 'simulator.province.title',
      warning: 'simulator.province.warning',
      shares: 'simulator.province.shares',
    },
    signInPath: '/can-bo/dang-nhap',
  };
}

/** The stable subject of a fictional officer. */
export function subjectOfOfficer(login: string): string {
  return `tinh-${login}`;
}
