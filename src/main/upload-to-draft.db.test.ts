import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, CitizenActor } from '../kernel/actor.ts';
import { readUploadOutcome } from '../modules/documents/contract.ts';
import { registerCaller } from '../platform/http/caller.ts';
import { createHttpServer } from '../platform/http/http-server.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

const pdf = '%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF';

describe('a paper on its way to a draft', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const people = new Map<string, Actor>();
  let mother: CitizenActor;
  let server: FastifyInstance;
  let origin: string;

  beforeAll(async () => {
    mother = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    people.set('mother', mother);
    people.set('stranger', await world.citizen('Trương Văn Lợi', '072090999002', '0530000052'));
    people.set('officer', await world.officer('tiepnhan.tanninh'));
    const baseUrl = new URL('http://localhost');
    server = await createHttpServer({ baseUrl, trustedProxies: 0, logLevel: 'error' });
    await server.register(async (called) => {
      registerCaller(called, {
        jurisdiction: test.jurisdiction,
        clock: () => morning,
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

  const send = (who: string, fields: Readonly<Record<string, string>>, name = 'Giấy chứng sinh.pdf') => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('tep', new Blob([pdf]), name);
    const headers = { cookie: `motcua=${who}`, origin };
    return fetch(`${origin}/tai-len`, { method: 'POST', body: form, redirect: 'manual', headers });
  };
  const outcomeOf = (response: Response) =>
    readUploadOutcome(new URL(response.headers.get('location') ?? '', origin).searchParams);
  const filesOf = async (draftId: string) =>
    must(await world.product.modules.dossiers.queries.getDraft(world.as(mother), draftId)).files;
  const open = (who: string, fileId: string) =>
    fetch(`${origin}/tep/${fileId}`, { headers: { cookie: `motcua=${who}` } });

  it('lies under its component once, though the form was sent twice', async () => {
    const draftId = await aBirthDraft(world, test, mother, { withPaper: false });
    const fields = { requestId: newUuidV7(), draftId, componentKey: 'giay-chung-sinh' };
    const answers = await Promise.all([send('mother', fields), send('mother', fields)]);
    expect(answers.map(outcomeOf)).toEqual([
      { kind: 'kept', count: 1 },
      { kind: 'kept', count: 1 },
    ]);
    const files = await filesOf(draftId);
    expect(files).toMatchObject([{ componentKey: 'giay-chung-sinh' }]);
    const [file] = files;
    const readers = await Promise.all(
      ['mother', 'stranger', 'officer'].map((who) => open(who, file?.fileId ?? '')),
    );
    expect(readers.map(({ status }) => status)).toEqual([200, 404, 404]);
  });

  it('is refused under a paper that the list does not have, and under somebody else’s draft', async () => {
    const draftId = await aBirthDraft(world, test, mother, { withPaper: false });
    const unlisted = await send('mother', { draftId, componentKey: 'so-ho-khau' });
    expect(outcomeOf(unlisted)).toMatchObject({ type: 'dossiers.component-not-listed' });
    const foreign = await send('stranger', { draftId, componentKey: 'giay-chung-sinh' });
    expect(outcomeOf(foreign)).toMatchObject({ kind: 'refused' });
    expect(await filesOf(draftId)).toEqual([]);
  });

  it('is refused when it is not what its name says, with the draft as it was', async () => {
    const draftId = await aBirthDraft(world, test, mother, { withPaper: false });
    const fields = { draftId, componentKey: 'giay-chung-sinh', 'tro-ve': `/ban-khai/${draftId}/giay-to` };
    const response = await send('mother', fields, 'anh.jpg');
    expect(response.headers.get('location')).toMatch(
      `/ban-khai/${draftId}/giay-to?loi=documents.mislabelled`,
    );
    expect(await filesOf(draftId)).toEqual([]);
  });
});
