import { sql } from 'kysely';
import type { CitizenActor } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { many, maybeOne } from '../../../platform/database.ts';
import { ownAccounts } from '../../identity/public.ts';
import type { ClosedFiles } from '../contract.ts';
import { closedFiles } from '../core/closed-files.ts';
import type { DossierDeps } from '../store/deps.ts';
import { findDossier } from '../store/dossier-row.ts';
import { isOwnDossier } from '../store/own-dossiers.ts';
import { tasksOf } from '../store/tasks.ts';
import { isUnmaskedBy } from '../store/unmaskings.ts';
import { workingRoles } from './masked-view.ts';
import { mayRead, standInsOf } from './office-dossier.ts';

/**
 * Whether the caller may read a file because of a draft of theirs, a dossier of theirs (its result once issued), or one
 * their unit works on.
 */
export async function mayReadFile(
  deps: DossierDeps,
  ctx: QueryContext,
  fileId: Id<'file'>,
): Promise<boolean> {
  if (ctx.actor.kind === 'citizen') return isCitizensOwn(deps, ctx, ctx.actor, fileId);
  if (ctx.actor.kind !== 'officer') return false;
  const holders = await holdersOf(deps, ctx, fileId);
  const standIns = await standInsOf(deps, ctx);
  for (const holder of holders) {
    const dossier = await findDossier(deps.db, ctx.jurisdiction, holder.dossier_id);
    const tasks = await tasksOf(deps.db, ctx.jurisdiction, holder.dossier_id);
    if (dossier && mayRead(ctx, dossier, tasks, standIns)) return true;
  }
  return false;
}

/**
 * Whether the file shows what the dossier's page masks for the officer: then its plain address opens nothing, and the key of a
 * look at the whole does for a while. In several dossiers, each that lets it be read must close it.
 */
export async function isClosedFile(
  deps: DossierDeps,
  ctx: QueryContext,
  fileId: Id<'file'>,
  key: string | undefined,
): Promise<boolean> {
  const { actor } = ctx;
  if (actor.kind !== 'officer') return false;
  const standIns = await standInsOf(deps, ctx);
  let isClosed = false;
  for (const { dossier_id: id, kind } of await holdersOf(deps, ctx, fileId)) {
    const dossier = await findDossier(deps.db, ctx.jurisdiction, id);
    const tasks = await tasksOf(deps.db, ctx.jurisdiction, id);
    if (!dossier || !mayRead(ctx, dossier, tasks, standIns)) continue;
    const working = workingRoles(ctx, { dossier, tasks, standIns });
    const closed = closedFiles(deps.masking, working, actor, tasks, ctx.now);
    const isOpen =
      !closed[kindsOf[kind] ?? 'papers'] || (await isUnmaskedBy(deps.db, ctx, id, actor.accountId, key));
    if (isOpen) return false;
    isClosed = true;
  }
  return isClosed;
}

const kindsOf: Readonly<Record<string, keyof ClosedFiles>> = { letter: 'letters', result: 'results' };

function holdersOf(deps: DossierDeps, ctx: QueryContext, fileId: Id<'file'>) {
  return many(
    deps.db,
    sql<{ dossier_id: string; kind: string }>`
      select dossier_id, kind from dossiers.dossier_file
      where jurisdiction = ${ctx.jurisdiction} and file_id = ${fileId}`,
  );
}

async function isCitizensOwn(
  deps: DossierDeps,
  ctx: QueryContext,
  citizen: CitizenActor,
  fileId: Id<'file'>,
): Promise<boolean> {
  const row = await maybeOne(
    deps.db,
    sql<{ own: boolean }>`
      select exists (
        select from dossiers.dossier_file f
        join dossiers.dossier d on d.jurisdiction = f.jurisdiction and d.dossier_id = f.dossier_id
        where f.jurisdiction = ${ctx.jurisdiction} and f.file_id = ${fileId} and ${isOwnDossier(citizen)}
          and (f.kind in ('component', 'letter', 'message') or f.kind = 'result' and d.phase in ('completed', 'returned'))
      ) or exists (
        select from dossiers.supplement_file f
        join dossiers.dossier d on d.jurisdiction = f.jurisdiction and d.dossier_id = f.dossier_id
        where f.jurisdiction = ${ctx.jurisdiction} and f.file_id = ${fileId} and ${isOwnDossier(citizen)}
      ) or exists (
        select from dossiers.draft_file f
        join dossiers.draft d on d.jurisdiction = f.jurisdiction and d.draft_id = f.draft_id
        where f.jurisdiction = ${ctx.jurisdiction} and f.file_id = ${fileId} and d.account_id = any(${[...ownAccounts(citizen)]}::uuid[])
      ) as own
    `,
  );
  return row?.own === true;
}
