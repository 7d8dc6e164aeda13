import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createIdentity, type Identity, type IdentityDeps } from '../../modules/identity/public.ts';
import { many, one } from '../../platform/database.ts';
import { newUuidV7 } from '../../platform/ids.ts';
import { createSeal } from '../../platform/sealed-text.ts';
import { useTestDatabase } from '../../platform/testing/test-database.ts';
import { citizensCast } from './citizens.ts';
import { createIdentitySimulator } from './simulator.ts';
import { aCitizen, chooseAtSimulator, startTestSimulator } from './testing.ts';

const now = new Date('2026-11-23T08:00:00+07:00');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const origin = { ip: '10.0.0.1', userAgent: 'test' };

const seal = createSeal({
  keys: new Map([['test', Buffer.alloc(32, 1)]]),
  currentKeyId: 'test',
  blindKey: Buffer.alloc(32, 2),
});

describe('citizens signing in at the local identity provider', () => {
  const test = useTestDatabase();
  let simulator: Awaited<ReturnType<typeof startTestSimulator>>;
  let identity: Identity;

  const identityAt = (provider: IdentityDeps['provider']) =>
    createIdentity({
      db: test.db,
      jurisdiction: test.jurisdiction,
      newId: newUuidV7,
      seal,
      mode: 'demo',
      baseUrl: new URL('http://localhost'),
      provider: { ...provider, timeoutSeconds: 2 },
    });

  const citizens = [
    aCitizen('demo-thuy-tien'),
    aCitizen('demo-two-phones', { name: 'Lê Văn Hòa', identityNumber: '080085999002', gender: 'male' }),
    aCitizen('demo-new-phone', { name: 'Lê Văn Hòa', identityNumber: '080085999002', gender: 'male' }),
    aCitizen('demo-never-in', { name: 'Hồ Thị Lành', identityNumber: '072180999004' }),
    aCitizen('demo-level-1', { name: 'Hồ Văn Một', identityNumber: '072080999005' }),
    aCitizen('demo-two-tabs', { name: 'Phạm Thị Sen', identityNumber: '072179999003' }),
  ];

  beforeAll(async () => {
    simulator = await startTestSimulator(citizens);
    identity = identityAt(simulator.client);
  });
  afterAll(() => simulator.stop());

  async function begin(returnPath?: string, at = identity) {
    const started = await at.startCitizenSignIn(returnPath, now);
    if (!started.ok) throw new Error(`refused: ${started.refusal.type}`);
    return started.value;
  }

  async function signIn(techId: string, returnPath?: string) {
    const started = await begin(returnPath);
    const callback = await chooseAtSimulator(started.redirectTo, { nguoi: techId });
    return identity.finishCitizenSignIn(started.flowToken, callback.searchParams, now, origin);
  }

  it('makes a person and an account at the first sign-in, and finds them at the second', async () => {
    const first = await signIn('demo-thuy-tien', '/nop/1.001193');
    if (!first.ok || first.value.kind !== 'signedIn') throw new Error('not signed in');
    expect(first.value.returnPath).toBe('/nop/1.001193');
    const second = await signIn('demo-thuy-tien', 'https://evil.example/');
    if (!second.ok || second.value.kind !== 'signedIn') throw new Error('not signed in');
    expect(second.value.returnPath).toBe('/ho-so');

    const a = await identity.resolveSession(first.value.session.token, now);
    const b = await identity.resolveSession(second.value.session.token, now);
    expect(a).toMatchObject({ displayName: 'Nguyễn Thị Thủy Tiên', actor: { kind: 'citizen' } });
    expect(b.actor).toEqual(a.actor);
    if (a.actor.kind !== 'citizen') throw new Error('not a citizen');
    expect(await identity.citizenProfile(test.db, a.actor.personId)).toEqual({
      personId: a.actor.personId,
      name: 'Nguyễn Thị Thủy Tiên',
      birthDate: '1991-09-02',
      gender: 'female',
      identityNumber: '072191999001',
      phone: '0530000001',
      email: 'thuy.tien@dan.example',
      address: 'Khu phố 2, phường Tân Ninh, tỉnh Tây Ninh',
    });
  });

  it('keeps the identity number sealed in every table', async () => {
    const row = await one(
      test.owner,
      sql<{ text: string }>`select string_agg(person::text, ' ') as text from identity.person`,
    );
    expect(row.text).not.toContain('072191999001');
  });

  it('asks before linking an older record with the same identity number', async () => {
    await signIn('demo-two-phones');
    const other = await signIn('demo-new-phone', '/ho-so');
    if (!other.ok || other.value.kind !== 'confirm') throw new Error('not asked');
    const { flowToken } = other.value;
    expect(await identity.findPendingLink(flowToken, now)).toEqual({
      name: 'Lê Văn Hòa',
      matched: 'identityNumber',
      numberEnding: '9002',
    });
    expect(await identity.findPendingLink(flowToken, minutes(11))).toBeUndefined();
    expect(await identity.findPendingLink('made-up', now)).toBeUndefined();

    const confirmed = await identity.confirmLink(flowToken, now, origin);
    expect(confirmed).toMatchObject({ ok: true, value: { kind: 'signedIn', returnPath: '/ho-so' } });
    expect(await identity.confirmLink(flowToken, now, origin)).toMatchObject({
      ok: false,
      refusal: { type: 'identity.sign-in-expired' },
    });
    expect(await signIn('demo-new-phone')).toMatchObject({ value: { kind: 'signedIn' } });
    const people = await many(test.owner, sql`select id from identity.person where name = 'Lê Văn Hòa'`);
    const accounts = await many(
      test.owner,
      sql`select id from identity.account where subject in ('demo-two-phones', 'demo-new-phone')`,
    );
    expect([people.length, accounts.length]).toEqual([1, 2]);
  });

  it('makes one account of two first sign-ins at once', async () => {
    const outcomes = await Promise.all([signIn('demo-two-tabs'), signIn('demo-two-tabs')]);
    expect(outcomes.map((outcome) => outcome.ok && outcome.value.kind)).toEqual(['signedIn', 'signedIn']);
    const people = await many(test.owner, sql`select id from identity.person where name = 'Phạm Thị Sen'`);
    expect(people).toHaveLength(1);
  });

  it('takes an answer once, only in the browser that asked, and only for a quarter of an hour', async () => {
    const expired = { ok: false, refusal: { type: 'identity.sign-in-expired' } };
    const started = await begin();
    const { searchParams } = await chooseAtSimulator(started.redirectTo, { nguoi: 'demo-thuy-tien' });
    const finish = (token: string | undefined, at = now) =>
      identity.finishCitizenSignIn(token, searchParams, at, origin);
    expect(await finish(undefined)).toMatchObject(expired);
    expect(await finish('made-up')).toMatchObject(expired);
    expect(await finish(started.flowToken, minutes(16))).toMatchObject(expired);
    expect(await finish(started.flowToken)).toMatchObject({ ok: true });
    expect(await finish(started.flowToken)).toMatchObject(expired);
  });

  it('refuses an answer with a wrong state', async () => {
    const started = await begin();
    const { searchParams } = await chooseAtSimulator(started.redirectTo, { nguoi: 'demo-thuy-tien' });
    searchParams.set('state', 'somebody-elses');
    expect(await identity.finishCitizenSignIn(started.flowToken, searchParams, now, origin)).toMatchObject({
      ok: false,
      refusal: { type: 'identity.sign-in-rejected' },
    });
  });

  it('refuses an answer with a wrong nonce', async () => {
    const started = await begin();
    const tampered = new URL(started.redirectTo);
    tampered.searchParams.set('nonce', 'replayed');
    const { searchParams } = await chooseAtSimulator(tampered.href, { nguoi: 'demo-thuy-tien' });
    expect(await identity.finishCitizenSignIn(started.flowToken, searchParams, now, origin)).toMatchObject({
      ok: false,
      refusal: { type: 'identity.sign-in-rejected' },
    });
  });

  it('refuses a code asked for under another PKCE challenge', async () => {
    const started = await begin();
    const tampered = new URL(started.redirectTo);
    tampered.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
    const { searchParams } = await chooseAtSimulator(tampered.href, { nguoi: 'demo-thuy-tien' });
    expect(await identity.finishCitizenSignIn(started.flowToken, searchParams, now, origin)).toMatchObject({
      ok: false,
      refusal: { type: 'identity.sign-in-expired' },
    });
  });

  it.each([
    ['missing-claims', 'identity.claims-missing'],
    ['low-assurance', 'identity.assurance-too-low'],
    ['expired-code', 'identity.sign-in-expired'],
    ['wrong-nonce', 'identity.sign-in-rejected'],
    ['wrong-signature', 'identity.sign-in-rejected'],
    ['issuer-down', 'identity.issuer-unavailable'],
    ['slow', 'identity.issuer-unavailable'],
  ])('refuses when the provider has the fault %s, and writes nobody', async (fault, type) => {
    const started = await begin();
    const { searchParams } = await chooseAtSimulator(started.redirectTo, {
      nguoi: 'demo-never-in',
      'su-co': fault,
    });
    expect(await identity.finishCitizenSignIn(started.flowToken, searchParams, now, origin)).toMatchObject({
      ok: false,
      refusal: { type },
    });
    const people = await many(test.owner, sql`select id from identity.person where name = 'Hồ Thị Lành'`);
    expect(people).toEqual([]);
  });

  it('lets in as low an account as it is told to', async () => {
    const lenient = identityAt({ ...simulator.client, leastAssurance: 1 });
    const started = await begin(undefined, lenient);
    const { searchParams } = await chooseAtSimulator(started.redirectTo, {
      nguoi: 'demo-level-1',
      'su-co': 'low-assurance',
    });
    expect(await lenient.finishCitizenSignIn(started.flowToken, searchParams, now, origin)).toMatchObject({
      value: { kind: 'signedIn' },
    });
  });

  it('says so when the code has expired at the provider', async () => {
    const started = await begin();
    const { searchParams } = await chooseAtSimulator(started.redirectTo, { nguoi: 'demo-thuy-tien' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    try {
      expect(await identity.finishCitizenSignIn(started.flowToken, searchParams, now, origin)).toMatchObject({
        ok: false,
        refusal: { type: 'identity.sign-in-expired' },
      });
    } finally {
      vi.useRealTimers();
    }
  });

  it('says so when the person leaves, or is nobody the provider knows', async () => {
    for (const form of [{ huy: '1' }, { nguoi: 'nobody' }]) {
      const started = await begin();
      const { searchParams } = await chooseAtSimulator(started.redirectTo, form);
      expect(await identity.finishCitizenSignIn(started.flowToken, searchParams, now, origin)).toMatchObject({
        ok: false,
        refusal: { type: 'identity.sign-in-cancelled' },
      });
    }
  });

  it('says so when the issuer is down, before and during a sign-in', async () => {
    const unavailable = { ok: false, refusal: { type: 'identity.issuer-unavailable', kind: 'unavailable' } };
    const down = await startTestSimulator(citizens);
    const behind = identityAt(down.client);
    const started = await begin(undefined, behind);
    const { searchParams } = await chooseAtSimulator(started.redirectTo, { nguoi: 'demo-thuy-tien' });
    await down.stop();
    expect(await behind.finishCitizenSignIn(started.flowToken, searchParams, now, origin)).toMatchObject(
      unavailable,
    );
    expect(await identityAt(down.client).startCitizenSignIn('/', now)).toMatchObject(unavailable);
  });

  it('recovers when an issuer that was down comes up', async () => {
    const behind = identityAt({ ...simulator.client, issuer: new URL('http://127.0.0.1:9/') });
    expect(await behind.startCitizenSignIn('/', now)).toMatchObject({ ok: false });
    expect(await identity.startCitizenSignIn('/', now)).toMatchObject({ ok: true });
  });

  it('refuses to run in production', () => {
    expect(() =>
      createIdentitySimulator({ ...simulator.client, cast: citizensCast(citizens), mode: 'production' }),
    ).toThrow(/demo/);
  });
});
