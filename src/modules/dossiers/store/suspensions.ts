import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import type { ProcedureVersion } from '../../catalogue/public.ts';
import type { Suspension, SuspensionGround, WaitingStatus } from '../../process/public.ts';
import type { DossierEvent } from '../core/events.ts';
import type { DossierDeps } from './deps.ts';
import type { DossierRow } from './dossier-row.ts';
import { recountClock } from './recount-clock.ts';
import { logClosed, logOpened, showWaiting, suspensionsOf } from './suspension-log.ts';

/** Why a clock is to stop. Effect and status are those of the regime unless the caller's own rule says otherwise. */
export interface WantedSuspension {
  readonly ground: string;
  readonly effect?: Suspension['effect'];
  readonly status?: WaitingStatus;
  /** Number of the paper it rests on. */
  readonly document?: string | undefined;
}

export interface SuspensionChange {
  readonly suspensionId: Id<'suspension'>;
  /** Whether the law stops the clock for it. */
  readonly stops: boolean;
  /** For the command's own `record`. */
  readonly events: readonly DossierEvent[];
}

/**
 * Opens a line of the suspension log at `ctx.now` inside a command's transaction and counts the clock anew. Refuses a
 * ground the regime of the day does not know (`dossiers.ground-unknown`) and a second stop beside an open one
 * (`dossiers.already-suspended`). The dossier is locked by the caller.
 */
export async function openSuspension(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  wanted: WantedSuspension,
): Promise<Result<SuspensionChange>> {
  const found = await groundOf(tx, ctx, deps, dossier, wanted.ground);
  if (!found.ok) return found;
  const { ground, version } = found.value;
  const own = wanted.ground === 'supplement' ? version.content.supplementEffect : undefined;
  const effect = wanted.effect ?? own ?? ground.effect;
  const status = wanted.status ?? ground.status ?? null;
  const open = (await suspensionsOf(tx, ctx.jurisdiction, dossier.dossier_id)).find(
    (each) => each.to === null && each.effect !== 'none',
  );
  if (open && effect !== 'none') {
    return refuse('conflict', 'dossiers.already-suspended', { params: { ground: open.groundName } });
  }
  const suspensionId = deps.newId<'suspension'>();
  await logOpened(tx, ctx, dossier.dossier_id, {
    suspensionId,
    ground,
    effect,
    status,
    document: wanted.document,
  });
  if (status !== null) await showWaiting(tx, ctx.jurisdiction, dossier.dossier_id, status);
  const counted = await recountClock(tx, ctx, deps, dossier);
  if (!counted.ok) return counted;
  const payload = { suspensionId, ground: ground.ground, groundName: ground.name, effect, status };
  return ok({
    suspensionId,
    stops: effect !== 'none',
    events: [{ type: 'dossiers.suspended', payload }],
  });
}

/**
 * Ends an open line of the log at `ctx.now` and counts the clock anew: a forecast again, and later due times of the open
 * steps. Refuses `dossiers.not-suspended` when it has ended already.
 */
export async function closeSuspension(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  suspensionId: string,
): Promise<Result<SuspensionChange>> {
  const log = await suspensionsOf(tx, ctx.jurisdiction, dossier.dossier_id);
  const open = log.find((each) => each.suspensionId === suspensionId && each.to === null);
  if (!open) return refuse('conflict', 'dossiers.not-suspended');
  await logClosed(tx, ctx, dossier.dossier_id, open.suspensionId);
  const others = log.filter((each) => each.to === null && each !== open);
  const status = others.find((each) => each.status !== null)?.status ?? null;
  await showWaiting(tx, ctx.jurisdiction, dossier.dossier_id, status);
  const counted = await recountClock(tx, ctx, deps, dossier);
  if (!counted.ok) return counted;
  const payload = { suspensionId: open.suspensionId, ground: open.ground, groundName: open.groundName };
  return ok({
    suspensionId: open.suspensionId,
    stops: open.effect !== 'none',
    events: [{ type: 'dossiers.resumed', payload }],
  });
}

async function groundOf(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  name: string,
): Promise<Result<{ readonly ground: SuspensionGround; readonly version: ProcedureVersion }>> {
  const version = await deps.catalogue.getVersion(tx, ctx.jurisdiction, dossier.procedure_version_id);
  if (!version.ok) return version;
  const ground = await deps.process.findSuspensionGround(tx, {
    ground: name,
    sector: version.value.sector,
    procedureCode: dossier.procedure_code,
    on: plainDateOf(ctx.now),
  });
  return ground
    ? ok({ ground, version: version.value })
    : refuse('invalid', 'dossiers.ground-unknown', { params: { ground: name } });
}
