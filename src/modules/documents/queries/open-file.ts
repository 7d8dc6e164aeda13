import type { Readable } from 'node:stream';
import type { QueryContext } from '../../../kernel/context.ts';
import { type Id, isUuid, type NewId } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { BlobStore, ByteRange } from '../../../platform/blob-store.ts';
import type { Database } from '../../../platform/database.ts';
import { recordRead } from '../../../platform/journal.ts';
import { ownAccounts } from '../../identity/public.ts';
import type { FileDescription } from '../core/file-description.ts';
import { selectFiles } from '../store/file-rows.ts';
import type { Scanning } from '../store/scanning.ts';
import { holdOn } from './describe-files.ts';

/** Declared here, fulfilled by whoever knows what a file belongs to; joined in compose. */
export interface FileReaders {
  /** Whether the actor may read the file because of something it is attached to. */
  mayRead(ctx: QueryContext, fileId: Id<'file'>): Promise<boolean>;
  /** Whether it shows what is masked for the actor and the key, where one was given, does not open it. */
  isClosed(ctx: QueryContext, fileId: Id<'file'>, key: string | undefined): Promise<boolean>;
}

/** How long an officer sees an own scan that is not attached to a dossier yet. */
const officerGraceMs = 24 * 3_600_000;

export interface OpenFileDeps {
  readonly db: Database;
  readonly newId: NewId;
  readonly blobs: BlobStore;
  readonly readers: FileReaders;
  /** Undefined: uploads are not scanned. */
  readonly scanning: Scanning | undefined;
}

/**
 * The description of a file the actor may read. Refuses `documents.file-unknown` alike for a file that is not
 * there and for one that is somebody else's, and says so where the scanner keeps it shut.
 */
export async function findReadableFile(
  deps: OpenFileDeps,
  ctx: QueryContext,
  fileId: string,
  key?: string,
): Promise<Result<FileDescription>> {
  if (!isUuid(fileId)) return unknown;
  const [file] = await selectFiles(deps.db, ctx.jurisdiction, [fileId]);
  if (file === undefined) return unknown;
  const isOwnFile = isOwn(ctx, file);
  if (!isOwnFile && !(await deps.readers.mayRead(ctx, file.fileId))) return unknown;
  if (!isOwnFile && (await deps.readers.isClosed(ctx, file.fileId, key)))
    return refuse('forbidden', 'documents.file-masked');
  if (file.erasedAt !== undefined) return refuse('not-found', 'documents.file-erased');
  const hold = holdOn(file, deps.scanning, isOwnFile);
  return hold?.isShut
    ? refuse('forbidden', `documents.file-${hold.why}`, { params: { name: file.name } })
    : ok(file);
}

/** Opens the content, whole or in part. Its reading is written first: no byte leaves without its row. */
export async function openContent(
  deps: OpenFileDeps,
  ctx: QueryContext,
  file: FileDescription,
  range?: ByteRange,
): Promise<Readable> {
  await recordOpening(deps, ctx, file);
  const content = await deps.blobs.read(file.sha256, range);
  if (content === undefined) throw new Error(`content ${file.sha256} of file ${file.fileId} is missing`);
  return content;
}

/** Writes the reading of a file into the journal: a part is a reading too, and so is what a browser kept from before. */
export function recordOpening(deps: OpenFileDeps, ctx: QueryContext, file: FileDescription): Promise<void> {
  return recordRead(deps.db, ctx, deps.newId, { query: 'documents.open-file', subjectIds: [file.fileId] });
}

const unknown = refuse('not-found', 'documents.file-unknown');

function isOwn({ actor, now }: QueryContext, file: FileDescription): boolean {
  if (file.uploadedBy === undefined) return false;
  if (actor.kind === 'citizen') return ownAccounts(actor).some((own) => own === file.uploadedBy);
  if (actor.kind !== 'officer' || actor.accountId !== file.uploadedBy) return false;
  return now.getTime() - file.uploadedAt.getTime() < officerGraceMs;
}
