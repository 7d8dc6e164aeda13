import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import type { SupplementStage } from '../core/supplement.ts';

/** A request for supplement as stored. */
export interface SupplementRow {
  readonly request_id: Id<'supplement'>;
  readonly dossier_id: Id<'dossier'>;
  readonly ordinal: number;
  readonly stage: SupplementStage;
  readonly task_id: Id<'task'>;
  /** The agency whose notice it is. */
  readonly unit_id: Id<'unit'>;
  /** The unit whose step it was asked in. */
  readonly task_unit_id: Id<'unit'>;
  readonly suspension_id: Id<'suspension'> | null;
  readonly guidance: string | null;
  readonly answer_by: PlainDate;
  readonly number: string;
  readonly signer_lines: readonly string[];
  readonly signer_id: Id<'person'> | null;
  readonly requested_at: Date;
  readonly requested_by: Id<'account'>;
  readonly requested_by_person: Id<'person'>;
  readonly seen_at: Date | null;
  readonly closed_at: Date | null;
  readonly closed_as: 'online' | 'counter' | 'withdrawn' | 'ended' | null;
  readonly answer_note: string | null;
}

/** A paper asked for, with the files its citizen has put to it. */
export interface SupplementItemRow {
  readonly request_id: Id<'supplement'>;
  readonly key: string;
  readonly name: string;
  readonly mode: 'submit' | 'present';
  readonly reason: string;
  readonly fileIds: readonly string[];
}

const columns = sql.raw(`request_id, dossier_id, ordinal, stage, task_id, unit_id, suspension_id, guidance,
  answer_by::text as answer_by, number, signer_lines, signer_id, requested_at, requested_by, requested_by_person,
  seen_at, closed_at, closed_as, answer_note, (
    select t.unit_id from dossiers.task t
    where t.jurisdiction = r.jurisdiction and t.dossier_id = r.dossier_id and t.task_id = r.task_id
  ) as task_unit_id`);

/** All requests of a dossier, oldest first. */
export function supplementsOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<readonly SupplementRow[]> {
  return many(
    connection,
    sql<SupplementRow>`
      select ${columns} from dossiers.supplement_request r
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
      order by ordinal
    `,
  );
}

/** The one unanswered request, when there is one. */
export function openSupplement(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<SupplementRow | undefined> {
  return maybeOne(
    connection,
    sql<SupplementRow>`
      select ${columns} from dossiers.supplement_request r
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId} and closed_at is null
    `,
  );
}

/** The papers of all requests of a dossier, in the order they were asked for. */
export function supplementItemsOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<readonly SupplementItemRow[]> {
  return many(
    connection,
    sql<SupplementItemRow>`
      select i.request_id, i.component_key as key, c.name, c.mode, i.reason,
        array(
          select f.file_id from dossiers.supplement_file f
          where f.jurisdiction = i.jurisdiction and f.dossier_id = i.dossier_id and f.request_id = i.request_id
            and f.component_key = i.component_key
          order by f.attached_at, f.file_id
        ) as "fileIds"
      from dossiers.supplement_item i
      join dossiers.component c using (jurisdiction, dossier_id, component_key)
      where i.jurisdiction = ${jurisdiction} and i.dossier_id = ${dossierId}
      order by i.request_id, i.position
    `,
  );
}

export type NewSupplement = Omit<
  SupplementRow,
  'requested_at' | 'task_unit_id' | 'seen_at' | 'closed_at' | 'closed_as' | 'answer_note'
> & { readonly items: readonly { readonly componentKey: string; readonly reason: string }[] };

/** Writes a notice and its papers in one statement. */
export async function insertSupplement(tx: Tx, ctx: CommandContext, asked: NewSupplement): Promise<void> {
  await sql`
    with request as (
      insert into dossiers.supplement_request (jurisdiction, dossier_id, request_id, ordinal, stage, task_id, unit_id,
        suspension_id, guidance, answer_by, number, signer_lines, signer_id, requested_at, requested_by,
        requested_by_person)
      values (${ctx.jurisdiction}, ${asked.dossier_id}, ${asked.request_id}, ${asked.ordinal}, ${asked.stage},
        ${asked.task_id}, ${asked.unit_id}, ${asked.suspension_id}, ${asked.guidance}, ${asked.answer_by},
        ${asked.number}, ${[...asked.signer_lines]}::text[], ${asked.signer_id}, ${ctx.now}, ${asked.requested_by},
        ${asked.requested_by_person})
    )
    insert into dossiers.supplement_item (jurisdiction, dossier_id, request_id, component_key, position, reason)
    select ${ctx.jurisdiction}, ${asked.dossier_id}, ${asked.request_id}, i."componentKey", i.position, i.reason
    from rows from (jsonb_to_recordset(${JSON.stringify(asked.items)}::jsonb) as ("componentKey" text, reason text))
      with ordinality as i("componentKey", reason, position)
  `.execute(tx);
}

/** Closes an open request; what was uploaded to an answered one joins the dossier's papers. */
export async function closeSupplement(
  tx: Tx,
  ctx: CommandContext,
  request: Pick<SupplementRow, 'dossier_id' | 'request_id'>,
  closing: { readonly as: NonNullable<SupplementRow['closed_as']>; readonly note?: string | undefined },
): Promise<void> {
  const by = 'accountId' in ctx.actor ? ctx.actor.accountId : null;
  await sql`
    with closed as (
      update dossiers.supplement_request
      set closed_at = ${ctx.now}, closed_by = ${by}, closed_as = ${closing.as}, answer_note = ${closing.note ?? null}
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${request.dossier_id}
        and request_id = ${request.request_id} and closed_at is null
      returning closed_as
    )
    insert into dossiers.dossier_file (jurisdiction, dossier_id, file_id, kind, component_key, attached_at)
    select f.jurisdiction, f.dossier_id, f.file_id, 'component', f.component_key, ${ctx.now}
    from dossiers.supplement_file f, closed
    where f.jurisdiction = ${ctx.jurisdiction} and f.dossier_id = ${request.dossier_id}
      and f.request_id = ${request.request_id} and closed.closed_as in ('online', 'counter')
    on conflict (jurisdiction, dossier_id, file_id) do nothing
  `.execute(tx);
}

/** Its citizen has opened the dossier: the request cannot be taken back any more. */
export async function markSupplementSeen(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
  now: Date,
): Promise<void> {
  await sql`
    update dossiers.supplement_request set seen_at = ${now}
    where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId} and closed_at is null and seen_at is null
  `.execute(connection);
}
