import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import type { PermissionScope } from '../../identity/public.ts';
import type { KeptKind, LeftBecause } from '../contract.ts';
import type { DueRow } from './retention-due.ts';
import { within } from './retention-due.ts';

export interface ErasureRow {
  readonly erasure_id: string;
  readonly fixed_at: Date;
  readonly fixed_by: Id<'account'>;
  readonly fixed_by_person: Id<'person'>;
  readonly items: number;
  readonly decision_number: string | null;
  readonly decided_on: PlainDate | null;
  readonly confirmed_at: Date | null;
  readonly confirmed_by: Id<'account'> | null;
  readonly dropped_at: Date | null;
  readonly finished_at: Date | null;
}

export interface ErasureItemRow {
  readonly dossier_id: Id<'dossier'>;
  readonly dossier_code: string;
  readonly procedure_name: string;
  readonly unit_id: Id<'unit'>;
  readonly ended_on: PlainDate;
  readonly due_on: PlainDate;
  readonly kinds: readonly KeptKind[];
  readonly basis: string;
  readonly source: string;
  readonly erased_at: Date | null;
  readonly left_because: LeftBecause | null;
}

const columns =
  sql.raw(`erasure_id, fixed_at, fixed_by, fixed_by_person, items, decision_number, decided_on, confirmed_at,
  confirmed_by, dropped_at, finished_at`);
const itemColumns =
  sql.raw(`dossier_id, dossier_code, procedure_name, unit_id, ended_on, due_on, kinds, basis, source,
  erased_at, left_because`);

/** Writes a list with its lines, as they stand now. */
export async function addErasure(
  tx: Tx,
  ctx: CommandContext,
  list: { readonly erasureId: string; readonly by: Id<'account'>; readonly person: Id<'person'> },
  lines: readonly DueRow[],
): Promise<void> {
  await sql`
    insert into privacy.erasure (jurisdiction, erasure_id, fixed_at, fixed_by, fixed_by_person, items)
    values (${ctx.jurisdiction}, ${list.erasureId}, ${ctx.now}, ${list.by}, ${list.person}, ${lines.length})`.execute(
    tx,
  );
  await sql`
    insert into privacy.erasure_item (jurisdiction, erasure_id, dossier_id, dossier_code, procedure_code, procedure_name,
      unit_id, ended_on, due_on, kinds, basis, source)
    select ${ctx.jurisdiction}, ${list.erasureId}, r.dossier_id, r.dossier_code, r.procedure_code, r.procedure_name,
      r.unit_id, r.ended_on, r.due_on, array(select jsonb_array_elements_text(r.kinds)), r.basis, r.source
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r(dossier_id uuid, dossier_code text,
      procedure_code text, procedure_name text, unit_id uuid, ended_on date, due_on date, kinds jsonb, basis text,
      source text)`.execute(tx);
}

/** A list of which every line is in the reach; undefined else. */
export function findErasure(
  connection: Connection,
  jurisdiction: Jurisdiction,
  scope: PermissionScope,
  erasureId: string,
  lock = false,
): Promise<ErasureRow | undefined> {
  return maybeOne(
    connection,
    sql<ErasureRow>`
      select ${columns} from privacy.erasure e
      where e.jurisdiction = ${jurisdiction} and e.erasure_id = ${erasureId} and ${isReached(scope)}
      ${lock ? sql`for update of e` : sql``}`,
  );
}

/** Lists in the reach, newest first. */
export function newestErasures(
  connection: Connection,
  jurisdiction: Jurisdiction,
  scope: PermissionScope,
  limit: number,
): Promise<readonly ErasureRow[]> {
  return many(
    connection,
    sql<ErasureRow>`
      select ${columns} from privacy.erasure e
      where e.jurisdiction = ${jurisdiction} and ${isReached(scope)}
      order by e.fixed_at desc, e.erasure_id desc limit ${limit}`,
  );
}

function isReached(scope: PermissionScope) {
  if (scope.kind === 'jurisdiction') return sql`true`;
  return sql`not exists (
    select from privacy.erasure_item d
    where d.jurisdiction = e.jurisdiction and d.erasure_id = e.erasure_id and not (${within(scope)})
  )`;
}

export function itemsOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  erasureId: string,
): Promise<readonly ErasureItemRow[]> {
  return many(
    connection,
    sql<ErasureItemRow>`
      select ${itemColumns} from privacy.erasure_item
      where jurisdiction = ${jurisdiction} and erasure_id = ${erasureId}
      order by dossier_code, dossier_id`,
  );
}

/** A line whose turn has not come, locked: done in another window meanwhile, it is passed over. */
export function lockOpenItem(
  tx: Tx,
  jurisdiction: Jurisdiction,
  erasureId: string,
): Promise<ErasureItemRow | undefined> {
  return maybeOne(
    tx,
    sql<ErasureItemRow>`
      select ${itemColumns} from privacy.erasure_item
      where jurisdiction = ${jurisdiction} and erasure_id = ${erasureId} and erased_at is null
        and left_because is null
      order by dossier_id limit 1 for update`,
  );
}

export async function closeItem(
  tx: Tx,
  jurisdiction: Jurisdiction,
  erasureId: string,
  dossierId: string,
  done: { readonly erasedAt: Date; readonly kinds: readonly KeptKind[] } | { readonly left: LeftBecause },
): Promise<void> {
  const change =
    'left' in done
      ? sql`left_because = ${done.left}`
      : sql`erased_at = ${done.erasedAt}, kinds = ${[...done.kinds]}::text[]`;
  await sql`
    update privacy.erasure_item set ${change}
    where jurisdiction = ${jurisdiction} and erasure_id = ${erasureId} and dossier_id = ${dossierId}`.execute(
    tx,
  );
}

/** What was erased of one dossier, oldest first, each with the decision it rested on. */
export function tracesOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<
  readonly (Pick<ErasureItemRow, 'kinds' | 'basis' | 'source'> & {
    readonly erased_at: Date;
    readonly decision_number: string;
  })[]
> {
  return many(
    connection,
    sql<Pick<ErasureItemRow, 'kinds' | 'basis' | 'source'> & { erased_at: Date; decision_number: string }>`
      select i.kinds, i.basis, i.source, i.erased_at, e.decision_number from privacy.erasure_item i
      join privacy.erasure e on e.jurisdiction = i.jurisdiction and e.erasure_id = i.erasure_id
      where i.jurisdiction = ${jurisdiction} and i.dossier_id = ${dossierId} and i.erased_at is not null
      order by i.erased_at`,
  );
}

/** Confirmed lists of which something is left to do. */
export async function runningErasures(
  connection: Connection,
  jurisdiction: Jurisdiction,
): Promise<readonly string[]> {
  const rows = await many(
    connection,
    sql<{ erasure_id: string }>`
      select erasure_id from privacy.erasure
      where jurisdiction = ${jurisdiction} and confirmed_at is not null and finished_at is null
      order by erasure_id`,
  );
  return rows.map((row) => row.erasure_id);
}

/** Nothing of a confirmed list is left to do. */
export async function finishErasure(
  tx: Tx,
  jurisdiction: Jurisdiction,
  erasureId: string,
  now: Date,
): Promise<void> {
  await sql`
    update privacy.erasure set finished_at = ${now}
    where jurisdiction = ${jurisdiction} and erasure_id = ${erasureId} and finished_at is null
      and confirmed_at is not null`.execute(tx);
}
