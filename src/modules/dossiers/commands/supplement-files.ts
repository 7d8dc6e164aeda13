import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { attachSupplementInput, detachSupplementInput } from '../contract.ts';
import { unlistedPaper } from '../core/supplement.ts';
import type { DossierDeps } from '../store/deps.ts';
import { supplementItemsOf } from '../store/supplements.ts';
import { lockOwnSupplement } from './lock-supplement.ts';
import { ownUploads } from './own-uploads.ts';

/** Files one answer may hold. */
const mostFiles = 60;

/** Puts uploaded files to a paper that was asked for; they stay the citizen's until the supplement is handed in. */
export function attachSupplementFiles(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  return runCommand(
    deps,
    ctx,
    'dossiers.attach-supplement-files',
    attachSupplementInput,
    input,
    async (tx, wanted) => {
      const locked = await lockOwnSupplement(tx, ctx, wanted);
      if (!locked.ok) return locked;
      const items = (await supplementItemsOf(tx, ctx.jurisdiction, wanted.dossierId)).filter(
        (item) => item.request_id === wanted.requestId,
      );
      if (!items.some((item) => item.key === wanted.componentKey)) {
        return refuse('invalid', unlistedPaper, { params: { component: wanted.componentKey } });
      }
      const own = await ownUploads(tx, ctx, deps, wanted.fileIds);
      if (!own.ok) return own;
      const attached = items.reduce((sum, item) => sum + item.fileIds.length, 0);
      if (attached + wanted.fileIds.length > mostFiles) {
        return refuse('too-large', 'dossiers.too-many-files', { params: { most: mostFiles } });
      }
      await sql`
        insert into dossiers.supplement_file (jurisdiction, dossier_id, request_id, file_id, component_key, attached_at)
        select ${ctx.jurisdiction}, ${wanted.dossierId}, ${wanted.requestId}, file_id, ${wanted.componentKey}, ${ctx.now}
        from unnest(${wanted.fileIds}::uuid[]) as file_id
        on conflict (jurisdiction, dossier_id, request_id, file_id) do update
          set component_key = excluded.component_key
      `.execute(tx);
      return ok(null);
    },
  );
}

/** Takes a file off again before handing in; removing what is not there is no error. */
export function detachSupplementFile(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  return runCommand(
    deps,
    ctx,
    'dossiers.detach-supplement-file',
    detachSupplementInput,
    input,
    async (tx, wanted) => {
      const locked = await lockOwnSupplement(tx, ctx, wanted);
      if (!locked.ok) return locked;
      await sql`
        delete from dossiers.supplement_file
        where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${wanted.dossierId}
          and request_id = ${wanted.requestId} and file_id = ${wanted.fileId}
      `.execute(tx);
      return ok(null);
    },
  );
}
