import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import {
  aCitizenSession,
  forgetUsedCodes,
  proveByDemoCode,
} from '../../../modules/identity/testing/test-identity.ts';
import { createBlobFolder } from '../../../platform/blob-folder.ts';
import { must } from '../../../platform/testing/must.ts';
import { type TestDatabase, useTestDatabase } from '../../../platform/testing/test-database.ts';
import { demoOfficers } from '../../demo-people.ts';
import { createServer } from '../../server.ts';
import { birthAnswers } from '../birth-draft.ts';
import { dossierSamples } from '../dossier-samples.ts';
import { type SeededProduct, useSeededProduct } from '../seeded-product.ts';
import { aServedApp, aServerConfig, builtWeb } from '../served-app.ts';
import { morning } from '../test-config.ts';
import { faultsOf } from './answer-faults.ts';
import { addressOfQuestion, type Disclosure, toldBy } from './disclosures.ts';
import { officeWork } from './office-work.ts';
import { aSecondOwner, secondCanaries } from './second-owner.ts';

/** Somebody who asks, with what must never reach their screen. */
export interface Visitor {
  readonly name: string;
  /** Secret of their session. */
  token: string | undefined;
  /** Signs in; of those who have an account. */
  readonly signIn?: () => Promise<string | undefined>;
  readonly mayNotSee: readonly string[];
  /** Whether they stand outside everything that happened in the world: no dossier of it is theirs to see. */
  readonly isOutsider: boolean;
}

export interface Asked {
  readonly method?: InjectOptions['method'];
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface CrawledProduct {
  readonly test: TestDatabase;
  readonly world: SeededProduct;
  readonly server: FastifyInstance;
  readonly visitors: readonly Visitor[];
  /** Addresses of the modules' own routes, as Fastify got them. */
  readonly ownRoutes: readonly { readonly method: string; readonly url: string }[];
  readonly patternOf: (pathname: string) => string;
  /** What was wrong with any answer so far, each with what had been asked. */
  readonly faults: readonly string[];
  /** What must be hidden from outsiders and was shown to somebody who may see it. */
  readonly shown: ReadonlySet<string>;
  /** Answers that told somebody else something of the dossiers' owner. */
  readonly disclosures: readonly Disclosure[];
  /** Every line of the log so far. */
  readonly logged: readonly string[];
  /** What belongs to the owner of the dossiers and stands in nobody's log. */
  readonly canaries: readonly string[];
  /** Gives visitors whose session a form has ended a new one; who cannot sign in any more is no visitor. */
  signInAgain(): Promise<void>;
  ask(visitor: Visitor, asked: Asked): Promise<LightMyRequestResponse>;
}

/** A route of the tests alone that tells of the owner and records nothing: who looks for that must find it. */
export const unrecordedRoute = '/khong-ghi-nhat-ky';

/** The dossiers' owner; what stands here belongs to them and to the offices that handle it. */
const owner = { name: 'Quách Thị Kín Tiếng', identityNumber: '072195999321', phone: '0530000321' };
const ownersOwn = [owner.name, owner.identityNumber, owner.phone];
const canaries = [
  ...ownersOwn,
  birthAnswers.children[0]?.name ?? '',
  birthAnswers.requesterResidence.detail,
  ...secondCanaries,
];

/**
 * The whole product behind its server, with real sessions for one officer of each role in two communes, the owner of some
 * dossiers in the first, another citizen and nobody; every answer is judged, every error it logs is a fault.
 */
export function useCrawledProduct(): CrawledProduct {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const visitors: Visitor[] = [];
  const ownRoutes: { method: string; url: string }[] = [];
  const faults: string[] = [];
  const logged: string[] = [];
  const shown = new Set<string>();
  const disclosures: Disclosure[] = [];
  let asked = 0;
  const questions = new Map<string, string>();
  let server: FastifyInstance | undefined;
  let patternOf: (pathname: string) => string = () => '';

  beforeAll(async () => {
    const { product } = world;
    const web = await builtWeb();
    patternOf = web.patternOf;
    server = await createServer({
      config: aServerConfig({
        logLevel: 'debug',
        logStream: { write: (line) => logged.push(line) },
        // A machine that is busy with other tests is no fault of the pages.
        maxEventLoopDelay: 0,
      }),
      app: {
        ...aServedApp(),
        ...product,
        clock: () => morning,
        resolveSession: product.modules.identity.resolveSession,
        routes: [
          ...product.routes.map((register) => async (scope: FastifyInstance) => {
            scope.addHook('onRoute', ({ method, url }) => {
              if (url === unrecordedRoute) return;
              for (const each of [method].flat()) ownRoutes.push({ method: each, url });
            });
            await register(scope);
          }),
          async (scope: FastifyInstance) => {
            scope.get(unrecordedRoute, { schema: { hide: true } }, async () => owner.name);
          },
        ],
      },
      web,
    });
    await server.ready();
    visitors.push({ name: 'nobody', token: undefined, mayNotSee: canaries, isOutsider: true });
    await dossiersOf(world, test, visitors);
    await officeWork(world, test);
    await officersOf(world, test, visitors);
  }, 240_000);
  afterAll(() => server?.close());

  function loggedFaults(): readonly string[] {
    return logged.flatMap((line) => {
      const { level, reqId, err, msg } = JSON.parse(line);
      if (level !== 'error' && level !== 'fatal') return [];
      const where = String(err?.stack ?? '').split('\n')[0];
      return [
        `${questions.get(reqId) ?? 'somebody'} → logged "${msg}": ${err?.type} ${err?.message} ${where}`,
      ];
    });
  }

  function started(): FastifyInstance {
    if (!server) throw new Error('the server is ready only inside tests and hooks');
    return server;
  }

  async function ask(
    visitor: Visitor,
    { method = 'GET', url, headers, body }: Asked,
  ): Promise<LightMyRequestResponse> {
    asked += 1;
    const from = addressOfQuestion(asked);
    const answer = await started().inject({
      method,
      url,
      remoteAddress: from,
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      ...(visitor.token === undefined ? {} : { cookies: { motcua: visitor.token } }),
      ...(body === undefined ? {} : { body }),
    });
    const said = `${visitor.name} ${method} ${short(url)}${body === undefined ? '' : ` ${short(String(body))}`}`;
    questions.set(String(answer.headers['x-request-id']), said);
    const { statusCode: status, headers: sent } = answer;
    for (const text of canaries) if (answer.body.includes(text)) shown.add(text);
    const asks: Asked = body === undefined ? { url } : { url, body };
    if (!visitor.name.startsWith('owner') && toldBy(answer.body, asks, canaries).length > 0)
      disclosures.push({ visitor: visitor.name, url, pattern: patternOf(url.split('?', 1)[0] ?? url), from });
    for (const fault of faultsOf({ status, headers: sent, body: answer.body }, visitor.mayNotSee))
      faults.push(`${said} → ${status}: ${fault}`);
    return answer;
  }

  async function signInAgain(): Promise<void> {
    for (const visitor of [...visitors]) {
      if (!visitor.signIn || visitor.token === undefined) continue;
      const { actor } = await world.product.modules.identity.resolveSession(visitor.token, morning);
      if (actor.kind !== 'anonymous') continue;
      visitor.token = await visitor.signIn();
      if (visitor.token === undefined) visitors.splice(visitors.indexOf(visitor), 1);
    }
  }

  return {
    test,
    world,
    visitors,
    ownRoutes,
    shown,
    disclosures,
    logged,
    canaries,
    ask,
    signInAgain,
    patternOf: (pathname) => patternOf(pathname),
    get faults() {
      return [...faults, ...loggedFaults()];
    },
    get server() {
      return started();
    },
  };
}

function short(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}… (${text.length})` : text;
}

/** A draft, a submitted and two accepted dossiers of one citizen, a citizen who has none, and a second owner. */
async function dossiersOf(world: SeededProduct, test: TestDatabase, visitors: Visitor[]): Promise<void> {
  const citizen = await world.citizen(owner.name, owner.identityNumber, owner.phone);
  const other = await world.citizen('Lê Văn Khác', '072195999002', '0530000052');
  const counter = await world.officer('tiepnhan.tanninh');
  const specialist = await world.officer('hotich.tanninh');
  const samples = dossierSamples(world, test, () => ({ owner: citizen, counter }));
  await samples.aDraft();
  await samples.aSubmitted();
  const { taskId } = await samples.anAccepted();
  await samples.anAccepted();
  const step = { taskId, outcome: 'forward' };
  must(await world.product.modules.dossiers.commands.completeTask(world.as(specialist), step));
  const second = await aSecondOwner(world, test);
  await putContentBehind(world, test);
  await world.runJobs();
  for (const [name, who, mayNotSee] of [
    ['owner', citizen, secondCanaries],
    ['other citizen', other, canaries],
    // Their own draft tells of a child of the same name.
    ['owner of an organisation', second, ownersOwn],
  ] as const) {
    const signIn = () => aCitizenSession(test.db, test.jurisdiction, who, morning);
    visitors.push({ name, token: await signIn(), signIn, mayNotSee, isOutsider: who === other });
  }
}

/** Samples name files whose content nobody keeps; here it is asked for. */
async function putContentBehind(world: SeededProduct, test: TestDatabase): Promise<void> {
  const { config } = world.product;
  const blobs = createBlobFolder({ folder: join(config.dataFolder, 'files'), clock: () => morning });
  const staged = must(await blobs.stage(Readable.from([Buffer.from('%PDF-1.7\n%%EOF\n')]), 1000));
  const { sha256, size } = await staged.keep();
  await sql`update documents.file set sha256 = ${sha256}, size = ${size}`.execute(test.owner);
}

/** One officer of each role in the dossiers' commune, in another one, and of each role that neither has. */
async function officersOf(world: SeededProduct, test: TestDatabase, visitors: Visitor[]): Promise<void> {
  const officers = await demoOfficers({ mode: 'demo' });
  const here = officers.filter(({ unit }) => unit.startsWith('phuong-tan-ninh'));
  const there = officers.filter(({ unit }) => unit.startsWith('xa-tan-bien'));
  const chosen = [firstOfEachRole(here), firstOfEachRole(there), firstOfEachRole(officers)].flatMap(
    (list, at) => list.map((officer) => ({ ...officer, isOutsider: at === 1 })),
  );
  const logins = new Set<string>();
  for (const { login, role, isOutsider } of chosen) {
    if (logins.has(login) || (!isOutsider && visitors.some(({ name }) => name.startsWith(`${role} `))))
      continue;
    logins.add(login);
    const signIn = () => signedIn(world, test, login);
    const mayNotSee = isOutsider ? canaries : [];
    visitors.push({ name: `${role} ${login}`, token: await signIn(), signIn, mayNotSee, isOutsider });
  }
}

/** The secret of a new session of a demo officer; undefined where they cannot sign in any more. */
async function signedIn(
  world: SeededProduct,
  test: TestDatabase,
  login: string,
): Promise<string | undefined> {
  const { identity } = world.product.modules;
  const origin = { ip: '127.0.0.9', userAgent: 'test' };
  const session = await identity.signInOfficer({ login, password: 'demo-password' }, morning, origin);
  if (!session.ok) return undefined;
  await forgetUsedCodes(test.owner, test.jurisdiction);
  await proveByDemoCode(identity, login, { token: session.value.token, now: morning, origin });
  return session.value.token;
}

function firstOfEachRole<T extends { readonly role: string }>(officers: readonly T[]): readonly T[] {
  return [...Map.groupBy(officers, ({ role }) => role).values()].flatMap(([first]) => first ?? []);
}
