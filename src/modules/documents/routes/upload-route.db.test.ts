import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ok, refuse } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { readUploadOutcome, uploadedFiles } from '../contract.ts';
import { selectFiles } from '../store/file-rows.ts';
import { sweepContents } from '../tasks/sweep-contents.ts';
import { anOfficeFile, aPdf, aPhoto } from '../testing/file-samples.ts';
import { accounts, type ServedDocuments, serveDocuments } from '../testing/served-documents.ts';

describe('uploads', () => {
  const test = useTestDatabase();
  let served: ServedDocuments;
  beforeAll(async () => {
    served = await serveDocuments(test);
  });
  afterAll(() => served?.close());
  beforeEach(() => {
    served.attached.length = 0;
    served.answer = ok(null);
  });

  interface Sending {
    readonly who?: string;
    readonly accept?: string;
    readonly fields?: Readonly<Record<string, string>>;
    readonly files: readonly (readonly [string, Buffer])[];
  }

  function send({ who = 'citizen', accept = 'text/html', fields = {}, files }: Sending): Promise<Response> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const [name, content] of files) form.append('tep', new Blob([new Uint8Array(content)]), name);
    return fetch(`${served.origin}/tai-len`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      headers: { cookie: `motcua=${who}`, origin: served.origin, accept },
    });
  }

  async function outcomeOf(response: Response) {
    expect(response.status).toBe(303);
    return readUploadOutcome(new URL(response.headers.get('location') ?? '', served.origin).searchParams);
  }

  const allFiles = () => many(test.db, sql<{ file_id: string }>`select f.file_id from documents.file f`);

  /** What the sweep of tomorrow finds: nothing when nothing was left half-done. */
  async function leftovers() {
    const tomorrow = new Date(served.now.getTime() + 48 * 3_600_000);
    return sweepContents({ db: test.db, blobs: served.blobs }, tomorrow);
  }

  describe('POST /tai-len', () => {
    it('keeps a form’s files, attaches them and comes back to the page', async () => {
      const fields = { requestId: newUuidV7<'request'>(), 'tro-ve': '/ban-khai/7/giay-to', draftId: '7' };
      const files = [
        ['Giấy chứng sinh (bản quét).pdf', aPdf()],
        ['IMG_1.jpg', await aPhoto()],
        ['Đơn.docx', anOfficeFile()],
      ] as const;
      const response = await send({ fields, files });
      expect(response.headers.get('location')).toBe('/ban-khai/7/giay-to?da-tai=3');
      const [attached] = served.attached;
      expect(attached?.fields).toEqual(fields);
      const kept = await selectFiles(test.db, test.jurisdiction, attached?.fileIds ?? []);
      expect(kept.map(({ name }) => name).sort()).toEqual([
        'Giấy chứng sinh (bản quét).pdf',
        'IMG_1.jpg',
        'Đơn.docx',
      ]);
      expect(kept.every(({ uploadedBy }) => uploadedBy === accounts.citizen)).toBe(true);
    });

    it('answers JSON to a script', async () => {
      const response = await send({ accept: 'application/json', files: [['a.pdf', aPdf()]] });
      expect(response.status).toBe(201);
      const { files } = uploadedFiles.parse(await response.json());
      expect(files).toMatchObject([{ name: 'a.pdf', mediaType: 'application/pdf', size: aPdf().length }]);
    });

    it('takes a 15 MB scan', async () => {
      const scan = Buffer.concat([aPdf('4 0 obj << >>\nstream'), Buffer.alloc(15_000_000, 7)]);
      expect(await outcomeOf(await send({ files: [['quet.pdf', scan]] }))).toEqual({
        kind: 'kept',
        count: 1,
      });
      const [fileId = ''] = served.attached[0]?.fileIds ?? [];
      const [file] = await selectFiles(test.db, test.jurisdiction, [fileId]);
      expect(file?.size).toBe(scan.length);
      const content = await served.blobs.read(file?.sha256 ?? '');
      expect(content && (await buffer(content)).equals(scan)).toBe(true);
    });

    it('makes one set of files of a form sent twice', async () => {
      const sending = {
        fields: { requestId: newUuidV7<'request'>() },
        files: [['hai-lan.pdf', aPdf()]],
      } as const;
      await Promise.all([send(sending), send(sending)]);
      expect(served.attached).toHaveLength(2);
      expect(served.attached[0]?.fileIds).toEqual(served.attached[1]?.fileIds);
    });

    it.each([
      ['documents.type-not-allowed', [['virus.pdf', Buffer.from('MZ'.padEnd(9000, '\0'))]]],
      ['documents.mislabelled', [['anh.jpg', aPdf()]]],
      ['documents.too-large', [['to.pdf', Buffer.alloc(20_500_000, 1)]]],
      ['documents.no-file', []],
      ['documents.too-many-files', Array.from({ length: 4 }, (_, i) => [`${i}.pdf`, aPdf()] as const)],
      [
        'documents.empty',
        [
          ['tot.pdf', aPdf()],
          ['rong.pdf', Buffer.alloc(0)],
        ],
      ],
    ] as const)('refuses with %s and leaves nothing behind', async (type, files) => {
      const before = (await allFiles()).length;
      await leftovers();
      const fields = { 'tro-ve': '/ban-khai/7/giay-to?loai=1' };
      const response = await send({ fields, files });
      expect(await outcomeOf(response)).toMatchObject({ kind: 'refused', type });
      expect(response.headers.get('location')).toMatch(/^\/ban-khai\/7\/giay-to\?loai=1&loi=/);
      expect(served.attached).toEqual([]);
      expect((await allFiles()).length).toBe(before);
      expect(await leftovers()).toEqual({ contents: 0, staged: 0 });
    });

    it('names the file and the fix to a script, in Vietnamese', async () => {
      const response = await send({ accept: 'application/json', files: [['ảnh thẻ.jpg', aPdf()]] });
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({
        type: 'urn:motcua:problem:documents.mislabelled',
        detail: expect.stringMatching(/“ảnh thẻ\.jpg” mang đuôi \.jpg.*PDF.*đổi đúng đuôi/),
      });
    });

    it('forgets the files when their place refuses them', async () => {
      const before = (await allFiles()).length;
      served.answer = refuse('conflict', 'dossiers.draft-submitted');
      const outcome = await outcomeOf(await send({ files: [['a.pdf', aPdf('% chỉ một lần')]] }));
      expect(outcome).toMatchObject({ kind: 'refused', type: 'dossiers.draft-submitted' });
      expect((await allFiles()).length).toBe(before);
      expect((await leftovers()).contents).toBe(1);
    });

    it('takes the same form again after its place refused it once', async () => {
      const sending = {
        fields: { requestId: newUuidV7<'request'>() },
        files: [['lai.pdf', aPdf()]],
      } as const;
      served.answer = refuse('conflict', 'dossiers.draft-changed');
      await send(sending);
      served.answer = ok(null);
      expect(await outcomeOf(await send(sending))).toEqual({ kind: 'kept', count: 1 });
      const fileIds = served.attached[1]?.fileIds ?? [];
      expect(await selectFiles(test.db, test.jurisdiction, fileIds)).toHaveLength(1);
    });

    it('gives the placing a request id of its own, stable for the same files', async () => {
      const requestId = newUuidV7<'request'>();
      await send({ fields: { requestId }, files: [['mot.pdf', aPdf()]] });
      await send({ fields: { requestId }, files: [['mot.pdf', aPdf()]] });
      await send({ fields: { requestId }, files: [['hai.pdf', aPdf()]] });
      const [first, again, other] = served.attached.map((each) => each.requestId);
      expect(first).not.toBe(requestId);
      expect(again).toBe(first);
      expect(other).not.toBe(first);
    });

    it('takes nothing from somebody who is not signed in', async () => {
      expect(await outcomeOf(await send({ who: 'nobody', files: [['a.pdf', aPdf()]] }))).toMatchObject({
        type: 'documents.sign-in-to-upload',
      });
      expect(served.attached).toEqual([]);
    });

    it('never comes back to another site', async () => {
      const response = await send({ fields: { 'tro-ve': '//example.vn/x' }, files: [['a.pdf', aPdf()]] });
      expect(response.headers.get('location')).toBe('/?da-tai=1');
    });

    it('leaves nothing behind when the sender breaks off', async () => {
      await leftovers();
      const before = (await allFiles()).length;
      const head = [
        'POST /tai-len HTTP/1.1',
        'Host: x',
        'Cookie: motcua=citizen',
        'Sec-Fetch-Site: same-origin',
        'Content-Type: multipart/form-data; boundary=b',
        'Content-Length: 9000000',
        '',
        '--b',
        'Content-Disposition: form-data; name="tep"; filename="do-dang.pdf"',
        '',
        '',
      ].join('\r\n');
      const socket = connect(Number(new URL(served.origin).port), '127.0.0.1');
      socket.write(Buffer.concat([Buffer.from(head), Buffer.alloc(3_000_000)]));
      await expect.poll(served.stagedCount).toBe(1);
      socket.destroy();
      await expect.poll(served.stagedCount).toBe(0);
      expect(await leftovers()).toEqual({ contents: 0, staged: 0 });
      expect((await allFiles()).length).toBe(before);
    });
  });

  describe('POST /api/v1/files', () => {
    const post = (headers: Record<string, string>) => {
      const form = new FormData();
      form.append('tep', new Blob([new Uint8Array(aPdf())]), 'a.pdf');
      return fetch(`${served.origin}/api/v1/files`, {
        method: 'POST',
        body: form,
        headers: { cookie: 'motcua=officer', origin: served.origin, ...headers },
      });
    };

    it('answers 201 with the files, the same for the same key', async () => {
      const key = { 'idempotency-key': newUuidV7<'request'>() };
      const first = await post(key);
      expect(first.status).toBe(201);
      expect(await (await post(key)).json()).toEqual(await first.json());
    });

    it('asks for a key', async () => {
      expect((await post({})).status).toBe(422);
    });
  });
});
