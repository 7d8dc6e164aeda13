import { sql } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import { anAdministration } from '../../modules/identity/testing/an-administration.ts';
import { anOfficer, forgetUsedCodes, proveByDemoCode } from '../../modules/identity/testing/test-identity.ts';
import { many } from '../../platform/database.ts';
import { createSeal } from '../../platform/sealed-text.ts';
import { must } from '../../platform/testing/must.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import { simulatedFactor, subjectOfOfficer } from '../identity-simulator/officers.ts';
import { chooseAtSimulator, startTestProvince } from '../identity-simulator/testing.ts';

type House = Awaited<ReturnType<typeof anAdministration>>;

const origin = { ip: '10.0.0.7', userAgent: 'test' };
const known = (login: string) => ({ login, name: `Cán bộ ${login}`, title: 'Công chức' });
const logins = [
  'quantri',
  'quantri2',
  'quantri.khac',
  'chutich.tanninh',
  'chutich.binhminh',
  'vanthu.tanninh',
  'tiepnhan.tanninh',
  'nguoi.la',
];

/** How somebody goes to the issuer: when, with which fault there, and in whose session where they prove themselves anew. */
interface Journey {
  readonly at?: Date;
  readonly fault?: string;
  readonly identity?: House['identity'];
  readonly anew?: string;
}

/**
 * The small province's administration beside the simulated issuer of the province, on a port of its own; `nguoi.la` has no account here.
 * `trusting` is the same house where the issuer's second factor counts.
 */
export function useProvince(test: TestDatabase, now: Date) {
  let open:
    | { issuer: Awaited<ReturnType<typeof startTestProvince>>; house: House; trusting: House }
    | undefined;
  const opened = () => {
    if (!open) throw new Error('the house is ready only inside tests and hooks');
    return open;
  };

  beforeAll(async () => {
    const issuer = await startTestProvince(logins.map(known));
    const seal = createSeal({
      keys: new Map([['test', Buffer.alloc(32, 1)]]),
      currentKeyId: 'test',
      blindKey: Buffer.alloc(32, 2),
    });
    const build = (secondFactor: readonly string[]) =>
      anAdministration(test, now, { province: { ...issuer.client, timeoutSeconds: 2, secondFactor }, seal });
    const house = await build([]);
    const other = anOfficer('quantri.khac', 'tan-ninh.office', 'specialist');
    must(await house.identity.seedDemoPeople([other], house.password, now));
    open = { issuer, house, trusting: await build([simulatedFactor]) };
  });
  afterAll(() => open?.issuer.stop());

  const request = (token: string | undefined, at = now) => ({ token, now: at, origin });

  /** To the issuer and back, as a browser; what came of it. */
  async function goThere(login: string, journey: Journey = {}) {
    const { at = now, fault = '', identity = opened().house.identity, anew } = journey;
    const asked = { returnPath: '/can-bo/cho-ky', now: at, ...(anew && { anew: request(anew, at) }) };
    const started = must(await identity.province.start(asked));
    const form = { nguoi: subjectOfOfficer(login), ...(fault && { 'su-co': fault }) };
    const { searchParams } = await chooseAtSimulator(started.redirectTo, form);
    return identity.province.finish(request(anew, at), started.flowToken, searchParams);
  }

  /** Signed in by password, wholly proved: the session's secret. */
  async function byPassword(login: string, at = now): Promise<string> {
    const { identity, password } = opened().house;
    await forgetUsedCodes(test.owner, test.jurisdiction);
    const { token } = must(await identity.signInOfficer({ login, password }, at, origin));
    await proveByDemoCode(identity, login, { token, now: at, origin });
    return token;
  }

  /** Somebody nobody is linked to has come back: the secret of what waits for a link. */
  async function pendingOf(login: string): Promise<string> {
    const came = must(await goThere(login));
    if (came.kind !== 'link') throw new Error(`expected a link to be asked for, got ${came.kind}`);
    return came.flowToken;
  }

  return {
    get house() {
      return opened().house;
    },
    get issuer() {
      return opened().issuer;
    },
    get trusting() {
      return opened().trusting.identity;
    },
    request,
    goThere,
    byPassword,
    pendingOf,
    /** Links somebody to an account there, as the pages do. */
    async link(login: string, there = login) {
      const token = await byPassword(login);
      return opened().house.identity.province.link(request(token), await pendingOf(there));
    },
    /** Signed in at the issuer: the session's secret. */
    async signedIn(login: string, journey: Journey = {}): Promise<string> {
      const came = must(await goThere(login, journey));
      if (came.kind !== 'signedIn') throw new Error(`expected a session, got ${came.kind}`);
      return came.session.token;
    },
    linksOf: (login: string) =>
      many(
        test.owner,
        sql<{ subject: string }>`
          select link.subject from identity.province_link link
          join identity.account on account.jurisdiction = link.jurisdiction and account.id = link.account_id
          where account.login = ${login}`,
      ),
  };
}
