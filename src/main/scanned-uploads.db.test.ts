import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, CitizenActor, OfficerActor } from '../kernel/actor.ts';
import { readUploadOutcome } from '../modules/documents/contract.ts';
import { aPdf } from '../modules/documents/testing/file-samples.ts';
import { many, one } from '../platform/database.ts';
import { registerCaller } from '../platform/http/caller.ts';
import { createHttpServer } from '../platform/http/http-server.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { clamdSimulatorPath } from './clamd-simulator/clamd-routes.ts';
import { eicar } from './clamd-simulator/clamd-server.ts';
import type { ClamdFaultName } from './clamd-simulator/faults.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

const minutes = (count: number) => new Date(morning.getTime() + count * 60_000);

/** A PDF that is like no other, with a virus that is none or without. */
const paper = (infected: boolean) => aPdf(`% ${newUuidV7()} ${infected ? eicar : ''}`);

describe('uploads behind a scanner', () => {
  const test = useTestDatabase();
  const settings = { address: 'simulator' as const, openWaiting: false };
  const world = useSeededProduct(test, () => ({ clamd: settings }));
  const people = new Map<string, Actor>();
  let mother: CitizenActor;
  let counter: OfficerActor;
  let server: FastifyInstance;
  let origin: string;
  let now = morning;

  beforeAll(async () => {
    mother = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    counter = await world.officer('tiepnhan.tanninh');
    people.set('mother', mother);
    people.set('counter', counter);
    server = await createHttpServer({
      baseUrl: new URL('http://localhost'),
      trustedProxies: 0,
      logLevel: 'error',
      rateLimitFactor: 100,
    });
    await server.register(async (called) => {
      registerCaller(called, {
        jurisdiction: test.jurisdiction,
        clock: () => now,
        resolveSession: async (token = '') => ({
          actor: people.get(token) ?? { kind: 'anonymous' },
          expired: false,
        }),
        sessionCookie: 'motcua',
      });
      for (const routes of world.product.routes) await called.register(async (scope) => routes(scope));
    });
    origin = await server.listen({ port: 0, host: '127.0.0.1' });
  }, 60_000);
  afterAll(() => server?.close());
  beforeEach(async () => {
    now = morning;
    await fail();
  });

  const dossiers = () => world.product.modules.dossiers;
  const fail = (fault: ClamdFaultName | '' = '') =>
    fetch(new URL(clamdSimulatorPath, origin), {
      method: 'POST',
      body: new URLSearchParams({ 'su-co': fault }),
      headers: { origin },
      redirect: 'manual',
    });
  const task = (name: string, payload: unknown = {}) => world.product.tasks[name]?.(payload);
  const scan = (fileId: string) => task('documents.scan-file', { fileId });
  const open = async (who: string, fileId: string) => {
    const response = await fetch(`${origin}/tep/${fileId}`, { headers: { cookie: `motcua=${who}` } });
    const text = await response.text();
    return { status: response.status, type: response.ok ? '' : /"type":"[^"]*?([\w.-]+)"/.exec(text)?.[1] };
  };
  const stateOf = (fileId: string) =>
    one(
      test.owner,
      sql<{ state: string; finding: string | null; sha256: string }>`
        select scan_state as state, scan_finding as finding, sha256 from documents.file where file_id = ${fileId}`,
    );

  /** Sends a paper to a new draft as a browser does; its file. */
  async function upload(content: Buffer): Promise<{ draftId: string; fileId: string }> {
    const draftId = await aBirthDraft(world, test, mother, { withPaper: false });
    const form = new FormData();
    const fields = { requestId: newUuidV7(), draftId, componentKey: 'giay-chung-sinh' };
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('tep', new Blob([new Uint8Array(content)]), 'Giấy chứng sinh.pdf');
    const headers = { cookie: 'motcua=mother', origin };
    const response = await fetch(`${origin}/tai-len`, {
      ...{ method: 'POST', body: form, redirect: 'manual', headers },
    });
    const address = new URL(response.headers.get('location') ?? '', origin);
    expect(readUploadOutcome(address.searchParams)).toEqual({ kind: 'kept', count: 1 });
    const { files } = must(await dossiers().queries.getDraft(world.as(mother), draftId));
    return { draftId, fileId: files[0]?.fileId ?? '' };
  }

  const submit = (draftId: string) =>
    dossiers().commands.submitDraft(world.as(mother), { draftId, expectedVersion: 3 });

  it('wait, are found clean by their job and open then, not before, to others than their sender', async () => {
    const { draftId, fileId } = await upload(paper(false));
    const { dossierId } = must(await submit(draftId));
    expect(await stateOf(fileId)).toMatchObject({ state: 'waiting' });
    expect(await open('counter', fileId)).toEqual({ status: 403, type: 'documents.file-waiting' });
    expect((await open('mother', fileId)).status).toBe(200);
    const seen = must(await dossiers().queries.getOfficeDossier(world.as(counter), dossierId));
    expect(seen.files).toMatchObject([{ fileId, hold: { why: 'waiting', isShut: true } }]);

    await world.runJobs();
    expect(await stateOf(fileId)).toMatchObject({ state: 'clean', finding: null });
    expect((await open('counter', fileId)).status).toBe(200);
    const after = must(await dossiers().queries.getOfficeDossier(world.as(counter), dossierId));
    expect(after.files[0]?.hold).toBeUndefined();
  });

  it('that are infected are opened by nobody, lie in quarantine, and are told to owner, officer and journal', async () => {
    const { draftId, fileId } = await upload(paper(true));
    const { dossierId } = must(await submit(draftId));
    await world.runJobs();
    const { sha256, ...known } = await stateOf(fileId);
    expect(known).toEqual({ state: 'infected', finding: 'Eicar-Test-Signature' });
    for (const who of ['mother', 'counter'])
      expect(await open(who, fileId)).toEqual({ status: 403, type: 'documents.file-infected' });
    const files = join(world.product.config.dataFolder, 'files');
    expect(existsSync(join(files, 'quarantine', sha256))).toBe(true);
    expect(existsSync(join(files, sha256.slice(0, 2), sha256.slice(2, 4), sha256))).toBe(false);

    const seen = must(await dossiers().queries.getOfficeDossier(world.as(counter), dossierId));
    expect(seen.files).toMatchObject([{ fileId, hold: { why: 'infected', isShut: true } }]);
    expect(seen.timeline.map(({ key }) => key)).toContain('fileInfected');
    const own = must(await dossiers().queries.getMyDossier(world.as(mother), dossierId));
    expect(own.timeline.map(({ key }) => key)).toContain('citizen.fileInfected');
    const { items } = must(await world.product.modules.notifications.queries.inbox(world.as(mother)));
    const told = items.filter((item) => item.dossierId === dossierId).map(({ textKey }) => textKey);
    expect(told.filter((key) => key === 'notifications.file-infected')).toHaveLength(1);
    const journal = await many(
      test.owner,
      sql<{ facts: unknown }>`
        select facts from platform.action where subject_id = ${fileId} and command = 'documents.scan-file'`,
    );
    expect(journal).toEqual([{ facts: { verdict: 'found', signature: 'Eicar-Test-Signature', sha256 } }]);

    await scan(fileId);
    expect(existsSync(join(files, 'quarantine', sha256))).toBe(true);
  });

  it('found infected in a draft keep it from being handed in until they are taken away', async () => {
    const { draftId, fileId } = await upload(paper(true));
    await scan(fileId);
    expect(await submit(draftId)).toMatchObject({
      refusal: {
        type: 'dossiers.draft-incomplete',
        fields: [{ pointer: '/components/giay-chung-sinh', type: 'documents.file-infected' }],
      },
    });
  });

  it('of the same content are infected all at once, and so is one sent again', async () => {
    const content = paper(true);
    const [one, other] = [await upload(content), await upload(content)];
    await scan(one.fileId);
    expect(await stateOf(other.fileId)).toMatchObject({ state: 'infected' });
    const again = await upload(content);
    expect(await stateOf(again.fileId)).toMatchObject({ state: 'waiting' });
    await scan(again.fileId);
    expect(await stateOf(again.fileId)).toMatchObject({ state: 'infected' });
    expect((await open('mother', again.fileId)).status).toBe(403);
  });

  it.each(['down', 'cut', 'garbage'] as const)(
    'wait on while the scanner is %s, and go through when it is back',
    async (fault) => {
      const { draftId, fileId } = await upload(paper(true));
      must(await submit(draftId));
      await fail(fault);
      await expect(scan(fileId)).rejects.toThrow(/^(cut|garbage): /);
      await expect(task('documents.scan-waiting')).rejects.toThrow();
      expect(await stateOf(fileId)).toMatchObject({ state: 'waiting' });
      expect(await open('counter', fileId)).toEqual({ status: 403, type: 'documents.file-waiting' });
      now = minutes(20);
      const { documents } = world.product.modules;
      expect(await documents.queries.scanTrouble(now)).toMatch(/does not answer .*; 1 uploads wait for it/);
      now = morning;
      await fail();
      await scan(fileId);
      expect(await stateOf(fileId)).toMatchObject({ state: 'infected' });
      expect(await documents.queries.scanTrouble(minutes(20))).toBeUndefined();
    },
  );

  it('whose jobs were lost, or which came before there was a scanner, are sent to it again', async () => {
    const lost = await upload(paper(true));
    const old = await upload(paper(false));
    must(await submit(old.draftId));
    await sql`delete from graphile_worker._private_jobs`.execute(test.owner);
    const five = minutes(-6).toISOString();
    await sql`
      update documents.file set uploaded_at = ${five}::timestamptz
      where file_id in (${lost.fileId}, ${old.fileId})`.execute(test.owner);
    await sql`update documents.file set scan_state = 'unscanned' where file_id = ${old.fileId}`.execute(
      test.owner,
    );
    // What was here before stays open until it has been looked at.
    expect((await open('counter', old.fileId)).status).toBe(200);
    await task('documents.scan-waiting');
    await world.runJobs();
    expect(await stateOf(lost.fileId)).toMatchObject({ state: 'infected' });
    expect(await stateOf(old.fileId)).toMatchObject({ state: 'clean' });
  });

  it('too large for the scanner stay shut, are counted, and are tried again a day later', async () => {
    const { draftId, fileId } = await upload(paper(false));
    must(await submit(draftId));
    await fail('size-limit');
    await scan(fileId);
    expect(await stateOf(fileId)).toMatchObject({ state: 'unscanned' });
    expect(await open('counter', fileId)).toEqual({ status: 403, type: 'documents.file-unscanned' });
    const { documents } = world.product.modules;
    expect(await documents.queries.scanTrouble(now)).toMatch(/1 uploads are larger than it takes/);
    await fail();
    await sql`
      update documents.file set scanned_at = scanned_at - interval '25 hours', uploaded_at = uploaded_at - interval '25 hours'
      where file_id = ${fileId}`.execute(test.owner);
    await task('documents.scan-waiting');
    await world.runJobs();
    expect(await stateOf(fileId)).toMatchObject({ state: 'clean' });
  });
});
