import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/id.ts';
import type { Page } from '../../../kernel/page.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../platform/cursor.ts';
import { many } from '../../../platform/database.ts';
import { recordRead } from '../../../platform/journal.ts';
import type { CitizenDossierView, DossierSummary } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { findDossier } from '../store/dossier-row.ts';
import { isOwnDossier, ownsDossier } from '../store/own-dossiers.ts';
import { markSupplementSeen } from '../store/supplements.ts';
import { citizenView } from './citizen-view.ts';
import { dossierSummary, type SummaryRow } from './dossier-summary.ts';
import { citizenViewLeft } from './without-erased.ts';

const pageSize = 20;
const cursorShape = z.tuple([cursorInstant, z.uuid()]);

/** The caller's dossiers, newest first. */
export async function listMyDossiers(
  deps: DossierDeps,
  ctx: QueryContext,
  cursor: string | undefined,
): Promise<Result<Page<DossierSummary>>> {
  if (ctx.actor.kind !== 'citizen') return refuse('unauthenticated', 'dossiers.sign-in-first');
  const after = readCursor(cursorShape, cursor);
  if (!after.ok) return after;
  const beyond = after.value
    ? sql`and (submitted_at, dossier_id) < (${after.value[0]}::timestamptz, ${after.value[1]}::uuid)`
    : sql``;
  const rows = await many(
    deps.db,
    sql<SummaryRow & { readonly sort_key: string }>`
      select dossier_id, code, procedure_name, phase, waiting_status, withdrawal_requested_at, submitted_at, promised_at, erased_at,
        submitted_at::text as sort_key
      from dossiers.dossier d
      where jurisdiction = ${ctx.jurisdiction} and ${isOwnDossier(ctx.actor)} ${beyond}
      order by submitted_at desc, dossier_id desc
      limit ${pageSize + 1}
    `,
  );
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  return ok({
    items: items.map(dossierSummary),
    ...(rows.length > pageSize && last && { next: writeCursor([last.sort_key, last.dossier_id]) }),
  });
}

/** One of the caller's dossiers; anybody else's is not found. */
export async function getMyDossier(
  deps: DossierDeps,
  ctx: QueryContext,
  dossierId: string,
): Promise<Result<CitizenDossierView>> {
  if (ctx.actor.kind !== 'citizen') return refuse('unauthenticated', 'dossiers.sign-in-first');
  const dossier = isUuid(dossierId) ? await findDossier(deps.db, ctx.jurisdiction, dossierId) : undefined;
  if (!dossier || !ownsDossier(ctx.actor, dossier)) return refuse('not-found', 'dossiers.not-found');
  const subjectIds = [dossier.dossier_id];
  await recordRead(deps.db, ctx, deps.newId, { query: 'dossiers.my-dossier', subjectIds });
  await markSupplementSeen(deps.db, ctx.jurisdiction, dossier.dossier_id, ctx.now);
  return ok(citizenViewLeft(dossier, await citizenView(deps, ctx, dossier)));
}
