import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import type { Suspension, SuspensionGround, WaitingStatus } from '../../process/public.ts';

/** One line of the log: what stopped the clock (or was only logged), on which legal ground, from when to when. */
export interface LoggedSuspension extends Suspension {
  readonly suspensionId: Id<'suspension'>;
  readonly ground: string;
  readonly groundName: string;
  readonly source: string;
  readonly certainty: string;
  readonly status: WaitingStatus | null;
  /** Number of the paper it rests on. */
  readonly document: string | null;
  /** It stands until papers or a message come, which end it. */
  readonly awaits: boolean;
}

/** The log of a dossier, oldest first. */
export function suspensionsOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<readonly LoggedSuspension[]> {
  return many(
    connection,
    sql<LoggedSuspension>`
      select suspension_id as "suspensionId", ground, ground_name as "groundName", source, certainty, effect, status,
        document, from_at as "from", to_at as "to", to_at is null and (
          exists (
            select from dossiers.supplement_request r
            where r.jurisdiction = s.jurisdiction and r.dossier_id = s.dossier_id and r.suspension_id = s.suspension_id
              and r.closed_at is null
          ) or exists (
            select from dossiers.task t
            where t.jurisdiction = s.jurisdiction and t.dossier_id = s.dossier_id and t.kind = 'wait'
              and t.closed_at is null and t.facts ->> 'suspensionId' = s.suspension_id::text
          )) as awaits
      from dossiers.suspension s
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
      order by from_at, suspension_id
    `,
  );
}

/** Writes a line that has no end yet. */
export async function logOpened(
  tx: Tx,
  ctx: CommandContext,
  dossierId: Id<'dossier'>,
  opened: {
    readonly suspensionId: Id<'suspension'>;
    readonly ground: SuspensionGround;
    readonly effect: Suspension['effect'];
    readonly status: WaitingStatus | null;
    readonly document: string | undefined;
  },
): Promise<void> {
  const { ground } = opened;
  await sql`
    insert into dossiers.suspension (jurisdiction, dossier_id, suspension_id, ground, ground_name, source, certainty,
      effect, status, document, from_at, opened_by)
    values (${ctx.jurisdiction}, ${dossierId}, ${opened.suspensionId}, ${ground.ground}, ${ground.name}, ${ground.source},
      ${ground.certainty}, ${opened.effect}, ${opened.status}, ${opened.document ?? null}, ${ctx.now}, ${accountOf(ctx)})
  `.execute(tx);
}

/** Gives an open line its end; undefined when it has one already, or is not there. */
export function logClosed(
  tx: Tx,
  ctx: CommandContext,
  dossierId: Id<'dossier'>,
  suspensionId: string,
): Promise<{ readonly ground: string } | undefined> {
  return maybeOne(
    tx,
    sql<{ ground: string }>`
      update dossiers.suspension set to_at = ${ctx.now}, closed_by = ${accountOf(ctx)}
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId} and suspension_id = ${suspensionId}
        and to_at is null
      returning ground
    `,
  );
}

/** Shows on the dossier the national status of what is open in its log. */
export async function showWaiting(
  tx: Tx,
  jurisdiction: Jurisdiction,
  dossierId: Id<'dossier'>,
  status: WaitingStatus | null,
): Promise<void> {
  await sql`
    update dossiers.dossier set waiting_status = ${status}
    where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
  `.execute(tx);
}

function accountOf({ actor }: CommandContext): Id<'account'> | null {
  return actor.kind === 'officer' || actor.kind === 'citizen' ? actor.accountId : null;
}
