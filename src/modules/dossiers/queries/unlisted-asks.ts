import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can } from '../../identity/public.ts';
import type { UnlistedAsks } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { unitLabel } from './unit-label.ts';

const input = z.strictObject({ unitId: z.uuid().optional() });

/** How many attempts are shown one by one; the counts hold all. */
const most = 200;

/** Attempts to ask for a paper outside the published list: how many in each unit, and the latest with their dossiers. */
export async function unlistedAsks(
  deps: DossierDeps,
  ctx: QueryContext,
  asked: unknown,
): Promise<Result<UnlistedAsks>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'dossiers.not-allowed');
  const parsed = parseInput(input, asked);
  if (!parsed.ok) return parsed;
  const { unitId } = parsed.value;
  const units = await many(
    deps.db,
    sql<{ unit_id: Id<'unit'>; asks: number }>`
      select unit_id, count(*)::int as asks from dossiers.unlisted_ask
      where jurisdiction = ${ctx.jurisdiction} group by unit_id order by asks desc, unit_id
    `,
  );
  const latest = await many(
    deps.db,
    sql<{ ask_id: string; unit_id: Id<'unit'>; dossier_id: string; code: string; asked_at: Date }>`
      select u.ask_id, u.unit_id, u.dossier_id, d.code, u.asked_at
      from dossiers.unlisted_ask u
      join dossiers.dossier d on d.jurisdiction = u.jurisdiction and d.dossier_id = u.dossier_id
      where u.jurisdiction = ${ctx.jurisdiction}
        and (${unitId ?? null}::uuid is null or u.unit_id = ${unitId ?? null}::uuid)
      order by u.asked_at desc, u.ask_id desc limit ${most}
    `,
  );
  const nameOf = (unit: Id<'unit'>) => unitLabel(deps, ctx, unit).name;
  return ok({
    byUnit: units.map(({ unit_id, asks }) => ({ unitId: unit_id, unit: nameOf(unit_id), asks })),
    latest: latest.map((row) => ({
      askId: row.ask_id,
      unit: nameOf(row.unit_id),
      dossierId: row.dossier_id,
      code: row.code,
      at: row.asked_at.toISOString(),
    })),
  });
}
