import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { insertFiles } from '../store/file-rows.ts';
import { anOfficeFile, aPdf } from '../testing/file-samples.ts';
import { accounts, type ServedDocuments, serveDocuments } from '../testing/served-documents.ts';

describe('downloads', () => {
  const test = useTestDatabase();
  let served: ServedDocuments;
  let pdfId: string;
  beforeAll(async () => {
    served = await serveDocuments(test);
    pdfId = await aFile('Giấy khai sinh.pdf', 'application/pdf', aPdf(), accounts.citizen);
  });
  afterAll(() => served?.close());

  async function aFile(name: string, mediaType: string, content: Buffer, uploadedBy = accounts.citizen) {
    const source = async function* () {
      yield content;
    };
    const staged = await served.blobs.stage(source(), 1_000_000);
    if (!staged.ok) throw new Error(staged.refusal.type);
    const blob = await staged.value.keep();
    const fileId = newUuidV7<'file'>();
    const file = { fileId, name, mediaType, uploadedBy, uploadedAt: served.now, ...blob };
    await inTransaction(test.db, async (tx) => ok(await insertFiles(tx, test.jurisdiction, [file])));
    return fileId;
  }

  async function readersOf(fileId: string): Promise<readonly string[]> {
    const reads = await many(
      test.owner,
      sql<{ actor_id: string }>`
        select actor_id from platform.read where subject_ids = ${[fileId]}::uuid[] order by recorded_at, read_id`,
    );
    return reads.map((read) => read.actor_id);
  }

  const get = (path: string, who = 'citizen', headers: Record<string, string> = {}) =>
    fetch(`${served.origin}${path}`, { headers: { cookie: `motcua=${who}`, ...headers } });

  describe('GET /tep/:fileId', () => {
    it('shows a PDF in the page, shut in and by its own name', async () => {
      const response = await get(`/tep/${pdfId}`);
      expect(response.status).toBe(200);
      expect(Buffer.from(await response.arrayBuffer())).toEqual(aPdf());
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="Giay khai sinh.pdf"; filename*=UTF-8''Gi%E1%BA%A5y%20khai%20sinh.pdf`,
        'content-security-policy': expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'self'$/),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'cache-control': 'private, no-cache',
        'content-length': String(aPdf().length),
      });
    });

    it('opens what shows masked facts by the key of a look at the whole alone, never by its plain address', async () => {
      served.shared.add(pdfId);
      served.masked.set(pdfId, 'the-key');
      const plain = await get(`/tep/${pdfId}`, 'officer', { accept: 'application/json' });
      expect([plain.status, (await plain.json()).type]).toEqual([403, expect.stringMatching(/file-masked$/)]);
      expect((await get(`/api/v1/files/${pdfId}/content`, 'officer')).status).toBe(403);
      expect((await get(`/tep/${pdfId}?mo=another`, 'officer')).status).toBe(403);
      expect((await get(`/tep/${pdfId}?mo=the-key`, 'officer')).status).toBe(200);
      // Whose it is needs no key.
      expect((await get(`/tep/${pdfId}`)).status).toBe(200);
      served.shared.delete(pdfId);
      served.masked.delete(pdfId);
    });

    it('offers for saving what it does not show, and anything when asked', async () => {
      const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
      const docx = await aFile('Đơn.docx', word, anOfficeFile());
      const saved = (await get(`/tep/${docx}`)).headers;
      expect(saved.get('content-disposition')).toMatch(/^attachment;/);
      expect(saved.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
      expect((await get(`/tep/${pdfId}?tai-ve=1`)).headers.get('content-disposition')).toMatch(
        /^attachment;/,
      );
    });

    it('gives a part to a viewer that asks for it', async () => {
      const response = await get(`/tep/${pdfId}`, 'citizen', { range: 'bytes=0-8' });
      expect(response.status).toBe(206);
      expect(await response.text()).toBe('%PDF-1.7\n');
      expect(response.headers.get('content-range')).toBe(`bytes 0-8/${aPdf().length}`);
      expect((await get(`/tep/${pdfId}`, 'citizen', { range: 'bytes=99999-' })).status).toBe(416);
    });

    it('answers 304 when the browser has it, and writes that it was shown again, to whoever sits there now', async () => {
      const fileId = await aFile('b.pdf', 'application/pdf', aPdf());
      const tag = (await get(`/tep/${fileId}`)).headers.get('etag') ?? '';
      served.shared.add(fileId);
      for (const who of ['citizen', 'officer'] as const)
        expect((await get(`/tep/${fileId}`, who, { 'if-none-match': tag })).status).toBe(304);
      expect(await readersOf(fileId)).toEqual([accounts.citizen, accounts.citizen, accounts.officer]);
    });

    it('gives no byte, kept or sent, while its reading cannot be written', async () => {
      const tag = (await get(`/tep/${pdfId}`)).headers.get('etag') ?? '';
      await sql`revoke insert on platform.read from motcua_app`.execute(test.owner);
      try {
        for (const headers of [{}, { 'if-none-match': tag }, { range: 'bytes=0-8' }]) {
          const response = await get(`/tep/${pdfId}`, 'citizen', headers);
          expect(response.status).toBe(500);
          expect(await response.text()).not.toContain('%PDF');
        }
      } finally {
        await sql`grant insert on platform.read to motcua_app`.execute(test.owner);
      }
    });

    it.each(['neighbour', 'officer', 'nobody'])('is not there for %s', async (who) => {
      expect((await get(`/tep/${pdfId}`, who)).status).toBe(404);
      expect((await get(`/tep/${pdfId}`, who, { 'if-none-match': '"x"' })).status).toBe(404);
    });

    it('answers alike for what does not exist and what is no id', async () => {
      expect((await get(`/tep/${newUuidV7()}`)).status).toBe(404);
      expect((await get('/tep/..%2f..%2fetc')).status).toBe(404);
    });

    it('is there for whom its place lets in, and the reading is written down', async () => {
      const fileId = await aFile('a.pdf', 'application/pdf', aPdf());
      served.shared.add(fileId);
      expect((await get(`/tep/${fileId}`, 'officer')).status).toBe(200);
      expect(await readersOf(fileId)).toEqual([accounts.officer]);
    });

    it('shows an officer an own scan for a day, then only through its dossier', async () => {
      const fileId = await aFile('a.pdf', 'application/pdf', aPdf(), accounts.officer);
      expect((await get(`/tep/${fileId}`, 'officer')).status).toBe(200);
      const then = served.now;
      served.now = new Date(then.getTime() + 25 * 3_600_000);
      expect((await get(`/tep/${fileId}`, 'officer')).status).toBe(404);
      served.now = then;
    });
  });
});
