import { sql } from 'kysely';
import type { CommandContext, QueryContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import { groupOffer, type ProcedureVersion } from '../../catalogue/public.ts';
import type { OfferedGroup, PartState, PartView, RecordPartInput } from '../contract.ts';
import { choosePartsOf } from '../core/parts.ts';
import type { DossierDeps } from './deps.ts';

/** One of the other procedures as a new dossier takes it on. */
export interface NewPart {
  readonly code: string;
  readonly name: string;
  readonly agency?: string;
  readonly versionId?: Id<'procedureVersion'>;
  readonly source?: string;
}

/** The group of a version read for today, each procedure by the text in force today or as its list names it. */
export async function offeredGroup(
  connection: Connection,
  ctx: QueryContext,
  deps: Pick<DossierDeps, 'catalogue'>,
  version: ProcedureVersion,
): Promise<(OfferedGroup & { readonly procedures: readonly NewPart[] }) | undefined> {
  const group = groupOffer(version);
  if (!group) return undefined;
  const today = plainDateOf(ctx.now);
  const procedures: NewPart[] = [];
  for (const { code, name, agency } of group.procedures) {
    const own = await deps.catalogue.getVersionInForce(connection, ctx.jurisdiction, code, today);
    const known = own.ok ? own.value : undefined;
    const takesPart = known?.content.competentAgency.name ?? agency;
    procedures.push({
      code,
      name: known?.name ?? name ?? code,
      ...(takesPart !== undefined && { agency: takesPart }),
      ...(known && { versionId: known.id }),
    });
  }
  return { ...group, procedures };
}

/** What a new dossier carries, as chosen; refuses `dossiers.part-not-offered`. */
export async function chosenPartsOf(
  connection: Connection,
  ctx: QueryContext,
  deps: Pick<DossierDeps, 'catalogue'>,
  version: ProcedureVersion,
  chosen: readonly string[] | undefined,
): Promise<Result<readonly NewPart[]>> {
  const group = await offeredGroup(connection, ctx, deps, version);
  const parts = choosePartsOf(group, chosen);
  const source = group?.source;
  return parts.ok
    ? ok(parts.value.map((part) => ({ ...part, ...(source !== undefined && { source }) })))
    : parts;
}

export interface PartRow {
  readonly code: string;
  readonly name: string;
  readonly agency: string | null;
  readonly state: PartState;
  readonly foreign_code: string | null;
  readonly result_number: string | null;
  readonly result_on: string | null;
  readonly reason: string | null;
  readonly changed_at: Date | null;
}

/** The other procedures of a dossier, in the order of their group. */
export function partsOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<readonly PartRow[]> {
  return many(
    connection,
    sql<PartRow>`
      select procedure_code as code, name, agency, state, foreign_code, result_number, result_on::text as result_on,
        reason, changed_at
      from dossiers.part
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
      order by position
    `,
  );
}

/** The same for screens; what is not known is left out. */
export function partView(row: PartRow): PartView {
  return {
    code: row.code,
    name: row.name,
    state: row.state,
    ...(row.agency !== null && { agency: row.agency }),
    ...(row.foreign_code !== null && { foreignCode: row.foreign_code }),
    ...(row.result_number !== null && { resultNumber: row.result_number }),
    ...(row.result_on !== null && { resultOn: row.result_on }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.changed_at !== null && { changedAt: row.changed_at.toISOString() }),
  };
}

/** Writes how far a part is; the dossier is locked. */
export async function savePart(
  tx: Tx,
  ctx: CommandContext,
  dossierId: string,
  change: RecordPartInput,
  by: Id<'account'>,
): Promise<void> {
  const foreignCode = change.state === 'refused' ? undefined : change.foreignCode;
  await sql`
    update dossiers.part
    set state = ${change.state}, foreign_code = coalesce(${foreignCode ?? null}, foreign_code),
      result_number = ${change.state === 'done' ? change.number : null},
      result_on = ${change.state === 'done' ? change.on : null}::date,
      reason = ${change.state === 'refused' ? change.reason : null}, changed_at = ${ctx.now}, changed_by = ${by}
    where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId} and procedure_code = ${change.code}
  `.execute(tx);
}
