import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Actor } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { createBlobFolder } from '../../../platform/blob-folder.ts';
import type { BlobStore } from '../../../platform/blob-store.ts';
import { registerCaller } from '../../../platform/http/caller.ts';
import { createHttpServer } from '../../../platform/http/http-server.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { registerDownloadRoutes } from '../routes/download-route.ts';
import { registerUploadRoutes, type UploadTarget } from '../routes/upload-route.ts';

export const accounts = {
  citizen: newUuidV7<'account'>(),
  neighbour: newUuidV7<'account'>(),
  officer: newUuidV7<'account'>(),
};

interface Placing {
  readonly requestId: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly fileIds: readonly Id<'file'>[];
}

export interface ServedDocuments {
  readonly server: FastifyInstance;
  readonly origin: string;
  readonly blobs: BlobStore;
  /** What the upload target was asked to attach; `answer` is what it says. */
  readonly attached: Placing[];
  answer: Result<unknown>;
  /** Files somebody may read because of what they are attached to. */
  readonly shared: Set<string>;
  /** Of those, files that show what is masked, each with the key that opens it. */
  readonly masked: Map<string, string>;
  now: Date;
  /** Contents being received, or left half-done. */
  stagedCount(): Promise<number>;
  close(): Promise<void>;
}

/** Upload and download routes on a listening server over a real folder; the cookie `motcua` names the account. */
export async function serveDocuments(test: TestDatabase): Promise<ServedDocuments> {
  const folder = await mkdtemp(path.join(tmpdir(), 'motcua-documents-'));
  const server = await createHttpServer({
    baseUrl: new URL('http://localhost'),
    trustedProxies: 0,
    logLevel: 'error',
    rateLimitFactor: 100,
  });
  const served: ServedDocuments = {
    server,
    origin: '',
    blobs: createBlobFolder({ folder, clock: () => served.now }),
    attached: [],
    answer: ok(null),
    shared: new Set(),
    masked: new Map(),
    now: new Date('2026-11-20T09:00:00+07:00'),
    stagedCount: async () => (await readdir(path.join(folder, 'staged'))).length,
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  const common = { db: test.db, newId: newUuidV7, blobs: served.blobs };
  await server.register(async (scope) => {
    registerCaller(scope, {
      jurisdiction: test.jurisdiction,
      clock: () => served.now,
      resolveSession: async (token) => ({ actor: actorOf(token), expired: false }),
      sessionCookie: 'motcua',
    });
    const target: UploadTarget = {
      attach: async ({ requestId }, fields, fileIds) => {
        served.attached.push({ requestId, fields, fileIds });
        return served.answer;
      },
    };
    await registerUploadRoutes(scope, {
      ...common,
      target,
      isScanning: false,
      maxBytes: 20_000_000,
      maxFiles: 3,
    });
    registerDownloadRoutes(scope, {
      ...common,
      scanning: undefined,
      readers: {
        mayRead: async (_ctx, fileId) => served.shared.has(fileId),
        isClosed: async (_ctx, fileId, key) => served.masked.has(fileId) && served.masked.get(fileId) !== key,
      },
    });
  });
  const origin = await server.listen({ port: 0, host: '127.0.0.1' });
  return Object.assign(served, { origin });
}

function actorOf(token: string | undefined): Actor {
  const personId = newUuidV7<'person'>();
  if (token === 'citizen' || token === 'neighbour')
    return { kind: 'citizen', accountId: accounts[token], personId };
  if (token === 'officer')
    return { kind: 'officer', accountId: accounts.officer, personId, posts: [], grants: [] };
  return { kind: 'anonymous' };
}
