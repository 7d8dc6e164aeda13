import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/page.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../platform/cursor.ts';
import { many } from '../../../platform/database.ts';
import { recordRead } from '../../../platform/journal.ts';
import { refuseStale } from '../../identity/public.ts';
import { officeMinutesBetween } from '../../process/public.ts';
import type { InboxRow, Queue, QueueChoice } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { barredRows } from './barred-rows.ts';
import { queueBounds } from './queue-bounds.ts';
import { type QueueRow, queuePage } from './queue-page.ts';
import { type QueueReach, queueReach } from './queue-reach.ts';
import { unitLabel } from './unit-label.ts';

const pageSize = 50;
/** A list taken away as a file: read in larger bites. */
const exportSize = 500;
const cursorShape = z.tuple([cursorInstant, z.uuid()]);

export interface InboxOptions {
  readonly cursor?: string | undefined;
  readonly choice?: QueueChoice | undefined;
  /** The list leaves as a file: asks for a fresh proof. */
  readonly isExport?: boolean;
}

/** One page of a queue, earliest due first unless asked otherwise, within the units and roles the officer holds. */
export async function inbox(
  deps: DossierDeps,
  ctx: QueryContext,
  queue: Queue,
  { cursor, choice = {}, isExport = false }: InboxOptions = {},
): Promise<Result<Page<InboxRow>>> {
  if (ctx.actor.kind !== 'officer') return refuse('forbidden', 'dossiers.not-allowed');
  const stale = isExport ? refuseStale(ctx) : undefined;
  if (stale) return stale;
  const after = readCursor(cursorShape, cursor);
  if (!after.ok) return after;
  const reach = await queueReach(deps, ctx, ctx.actor, queue, choice.scope ?? 'group');
  const bounds = queueBounds(deps, ctx, ctx.actor);
  const size = isExport ? exportSize : pageSize;
  const rows = await many(deps.db, queuePage(ctx, queue, reach, bounds, choice, after.value, size + 1));
  const items = rows.slice(0, size);
  const last = items.at(-1);
  const holders = await namesOf(deps, ctx, items);
  const barred = await barredRows(deps, ctx, items);
  const subjectIds = items.map((row) => row.dossier_id);
  const query = isExport ? `dossiers.inbox-export.${queue}` : `dossiers.inbox.${queue}`;
  await recordRead(deps.db, ctx, deps.newId, { query, subjectIds });
  const lastId = queue === 'tra-hom-nay' ? last?.dossier_id : last?.task_id;
  return ok({
    items: items.map((row) => rowOf(deps, ctx, row, { reach, holders, barred })),
    ...(rows.length > size && last && lastId && { next: writeCursor([last.sort_key, lastId]) }),
  });
}

async function namesOf(
  deps: DossierDeps,
  ctx: QueryContext,
  rows: readonly QueueRow[],
): Promise<ReadonlyMap<string, string>> {
  const accounts = new Set(rows.flatMap((row) => row.assigned_to ?? []));
  const people = await deps.identity.describeAccounts(deps.db, [...accounts], plainDateOf(ctx.now));
  return new Map([...people].map(([account, person]) => [account, person.name]));
}

function rowOf(
  deps: DossierDeps,
  ctx: QueryContext,
  row: QueueRow,
  known: {
    readonly reach: QueueReach;
    readonly holders: ReadonlyMap<string, string>;
    readonly barred: ReadonlyMap<string, string>;
  },
): InboxRow {
  const { reach, holders } = known;
  const barredBy = known.barred.get(row.task_id);
  const holder = row.assigned_to === null ? undefined : holders.get(row.assigned_to);
  const isMine = ctx.actor.kind === 'officer' && row.assigned_to === ctx.actor.accountId;
  return {
    taskId: row.task_id,
    dossierId: row.dossier_id,
    code: row.code,
    procedureCode: row.procedure_code,
    procedureName: row.procedure_name,
    ownerName: row.owner_name,
    stepName: row.step_name,
    kind: row.kind,
    unit: unitLabel(deps, ctx, row.unit_id),
    ...(row.channel !== null && { channel: row.channel }),
    openedAt: row.opened_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    ...(row.promised_at && { promisedAt: row.promised_at.toISOString() }),
    ...(row.waiting !== null && { waiting: row.waiting }),
    // A result that waits for its people is never late, nor what rests by law (practice 7).
    overdue:
      row.kind !== 'return' && row.waiting === null && row.suspended_at === null && row.due_at < ctx.now,
    ...(row.warned_at && { alert: row.escalated_at ? 'escalated' : 'warned' }),
    leftMinutes: officeMinutesBetween(
      deps.process.calendarOf(row.unit_id, plainDateOf(ctx.now)),
      ctx.now,
      row.due_at,
    ),
    ...(holder !== undefined && { holder }),
    isMine,
    ...(barredBy !== undefined && { barredBy }),
    isStandIn:
      !isMine &&
      reach.held.some(({ account, unitId }) => account === row.assigned_to && unitId === row.unit_id),
  };
}
