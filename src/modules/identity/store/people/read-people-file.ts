import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { RawSheet } from '../../../../kernel/raw-sheet.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { readSheets } from '../../../../platform/spreadsheet/read-sheets.ts';
import { UnreadableFile } from '../../../../platform/spreadsheet/unreadable-file.ts';

/** Bytes of the largest file taken. */
export const largestPeopleFile = 5_000_000;

export interface PeopleFile {
  readonly sheets: readonly RawSheet[];
  /** Tells a file sent again from another one. */
  readonly hash: string;
}

/** Reads a workbook that was sent, whatever its name. Refuses `identity.people-import-…` for what cannot be read at all. */
export async function readPeopleFile(path: string): Promise<Result<PeopleFile>> {
  if ((await stat(path)).size > largestPeopleFile) return unreadable('too-large');
  try {
    const sheets = await readSheets(path);
    const hash = createHash('sha256')
      .update(await readFile(path))
      .digest('base64url');
    return ok({ sheets, hash });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return unreadable(error.reason);
  }
}

function unreadable(reason: UnreadableFile['reason']) {
  return refuse(reason === 'too-large' ? 'too-large' : 'invalid', `identity.people-import-${reason}`);
}
