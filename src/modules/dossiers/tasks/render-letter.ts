import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { ok } from '../../../kernel/result.ts';
import { maybeOne } from '../../../platform/database.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import type { FileDescription } from '../../documents/public.ts';
import type { DossierDeps } from '../store/deps.ts';
import { type DossierRow, findDossier, lockDossier } from '../store/dossier-row.ts';
import { attachFile } from '../store/files.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { confirmationData, receiptData } from './letter-data.ts';
import { newDateData } from './new-date-data.ts';
import { stopData, supplementData } from './notice-data.ts';

const payloadShape = z.object({ jurisdiction: z.int(), dossierId: z.uuid(), letterId: z.uuid() });

/**
 * Renders a requested letter and puts its PDF on the dossier. Doing it twice is harmless: a letter that has its file is
 * left alone. Rendering happens outside the transaction, so no lock waits for it.
 */
export async function renderLetter(deps: DossierDeps, now: Date, payload: unknown): Promise<void> {
  const wanted = payloadShape.parse(payload);
  const ctx = taskContext(deps, now, wanted.jurisdiction as Jurisdiction);
  const letter = await maybeOne(
    deps.db,
    sql<LetterRow>`
      select form, file_id, requested_at, promise_seq, subject_id from dossiers.letter
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${wanted.dossierId} and letter_id = ${wanted.letterId}
    `,
  );
  const dossier = await findDossier(deps.db, ctx.jurisdiction, wanted.dossierId);
  if (!letter || !dossier || letter.file_id !== null) return;
  const file = await store(deps, { ...ctx, now: letter.requested_at }, dossier, letter);
  await inTransaction(deps.db, async (tx) => {
    const locked = await lockDossier(tx, ctx.jurisdiction, wanted.dossierId);
    if (!locked) throw new Error(`dossier ${wanted.dossierId} is gone`);
    const first = await maybeOne(
      tx,
      sql<{ letter_id: string }>`
        update dossiers.letter set file_id = ${file.fileId}, rendered_at = ${ctx.now}
        where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${wanted.dossierId}
          and letter_id = ${wanted.letterId} and file_id is null
        returning letter_id
      `,
    );
    if (!first) return ok(null);
    await attachFile(tx, ctx, wanted.dossierId, file.fileId, 'letter');
    const lastSeq = await record(tx, ctx, deps, {
      command: 'dossiers.render-letter',
      dossierId: wanted.dossierId,
      lastSeq: locked.last_seq,
      events: [
        {
          type: 'dossiers.letterIssued',
          payload: { letterId: wanted.letterId, form: letter.form, fileId: file.fileId },
        },
      ],
    });
    await saveDossier(tx, ctx.jurisdiction, locked, {}, lastSeq);
    return ok(null);
  });
}

interface LetterRow {
  readonly form: string;
  readonly file_id: string | null;
  readonly requested_at: Date;
  readonly promise_seq: number | null;
  readonly subject_id: string | null;
}

async function store(
  deps: DossierDeps,
  ctx: CommandContext,
  dossier: DossierRow,
  { form, promise_seq: seq, subject_id: subjectId }: LetterRow,
): Promise<FileDescription> {
  const { storeLetter } = deps.documents.commands;
  const fileName = `${form}-${dossier.code}.pdf`;
  if (form === 'receipt')
    return storeLetter(ctx, { form, fileName, data: await receiptData(deps, ctx, dossier) });
  if (form === 'submission-confirmation') {
    return storeLetter(ctx, { form, fileName, data: await confirmationData(deps, ctx, dossier) });
  }
  if ((form === 'apology' || form === 'extension') && seq !== null)
    return storeLetter(ctx, { form, fileName, data: await newDateData(deps, ctx, dossier, seq) });
  if (form === 'supplement') {
    const data = await supplementData(deps, ctx, dossier, subjectId);
    return storeLetter(ctx, { form, fileName, data });
  }
  if (form === 'stop') return storeLetter(ctx, { form, fileName, data: await stopData(deps, ctx, dossier) });
  throw new Error(`dossiers does not fill letter form ${form}`);
}

function taskContext(deps: DossierDeps, now: Date, jurisdiction: Jurisdiction): CommandContext {
  return {
    jurisdiction,
    actor: { kind: 'system', task: 'dossiers.render-letter' },
    now,
    origin: { ip: undefined, userAgent: undefined },
    requestId: deps.newId<'request'>() as Id<'request'>,
  };
}
