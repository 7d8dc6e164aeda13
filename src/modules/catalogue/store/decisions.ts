import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import type { DecisionChange, DecisionKind, DecisionLine } from '../core/decisions/decision-inputs.ts';
import type { DraftDocument } from '../core/drafts/draft-document.ts';
import type { DraftState } from '../core/drafts/draft-views.ts';

/** Row of catalogue.decision. */
export interface DecisionRow {
  readonly decision_id: string;
  readonly kind: DecisionKind;
  readonly number: string;
  readonly decided_on: PlainDate;
  readonly agency: string;
  readonly signer: string | null;
  readonly title: string | null;
  readonly file_id: string | null;
  readonly effective_on: PlainDate | null;
  readonly announced_on: PlainDate | null;
  readonly published_on: PlainDate | null;
  readonly posted_on: PlainDate | null;
  readonly version: number;
  readonly recorded_at: Date;
  readonly recorded_by: Id<'account'> | null;
  readonly in_force_from: PlainDate | null;
  readonly carried_out_at: Date | null;
  readonly carried_out_by: Id<'account'> | null;
  /** When it was last taken back before its day. */
  readonly undone_at: Date | null;
  readonly undone_by: Id<'account'> | null;
  readonly undo_reason: string | null;
}

/** Columns of a decision under the alias `d`. */
export const decisionColumns = sql`
  d.decision_id, d.kind, d.number, d.decided_on, d.agency, d.signer, d.title, d.file_id, d.effective_on,
  d.announced_on, d.published_on, d.posted_on, d.version, d.recorded_at, d.recorded_by, d.in_force_from,
  d.carried_out_at, d.carried_out_by, d.undone_at, d.undone_by, d.undo_reason`;

export function findDecision(
  db: Connection,
  jurisdiction: Jurisdiction,
  decisionId: string,
): Promise<DecisionRow | undefined> {
  return maybeOne(
    db,
    sql<DecisionRow>`
      select ${decisionColumns} from catalogue.decision d
      where d.jurisdiction = ${jurisdiction} and d.decision_id = ${decisionId}
    `,
  );
}

/**
 * Locks a decision at the version that was seen. Refuses `catalogue.decision-not-found`, `catalogue.decision-changed`
 * and, unless asked otherwise, `catalogue.decision-carried-out`.
 */
export async function lockDecisionAt(
  tx: Tx,
  ctx: CommandContext,
  seen: { readonly decisionId: string; readonly version: number },
  also: { readonly carriedOut: boolean } = { carriedOut: false },
): Promise<Result<DecisionRow>> {
  const decision = await maybeOne(
    tx,
    sql<DecisionRow>`
      select ${decisionColumns} from catalogue.decision d
      where d.jurisdiction = ${ctx.jurisdiction} and d.decision_id = ${seen.decisionId}
      for update
    `,
  );
  if (!decision) return refuse('not-found', 'catalogue.decision-not-found');
  if (decision.carried_out_at !== null && !also.carriedOut)
    return refuse('conflict', 'catalogue.decision-carried-out', { params: { number: decision.number } });
  if (decision.version !== seen.version) return refuse('conflict', 'catalogue.decision-changed');
  return ok(decision);
}

/** A line with what is known of its draft. */
export interface LineRow {
  readonly code: string;
  readonly change: DecisionChange;
  readonly draft_id: string | null;
  readonly replaced_by: string | null;
  readonly draft_state: DraftState | null;
  readonly draft_code: string | null;
  readonly draft_version: number | null;
  readonly base_version_id: string | null;
  readonly document: DraftDocument | null;
  readonly version_id: string | null;
}

export function linesOf(
  db: Connection,
  jurisdiction: Jurisdiction,
  decisionId: string,
  /** Only these; else all. */
  codes?: readonly string[],
): Promise<readonly LineRow[]> {
  return many(
    db,
    sql<LineRow>`
      select l.code, l.change, l.draft_id, l.replaced_by, d.state as draft_state, d.code as draft_code,
        d.version as draft_version, d.base_version_id, d.document, d.version_id
      from catalogue.decision_line l
      left join catalogue.draft d on d.jurisdiction = l.jurisdiction and d.draft_id = l.draft_id
      where l.jurisdiction = ${jurisdiction} and l.decision_id = ${decisionId}
        ${codes === undefined ? sql`` : sql`and l.code = any (${[...codes]}::text[])`}
      order by l.code
    `,
  );
}

/** Makes these the lines of a locked decision. */
export async function writeLines(
  tx: Tx,
  jurisdiction: Jurisdiction,
  decisionId: string,
  lines: readonly DecisionLine[],
): Promise<void> {
  await sql`
    delete from catalogue.decision_line l
    where l.jurisdiction = ${jurisdiction} and l.decision_id = ${decisionId}
  `.execute(tx);
  await addLines(tx, jurisdiction, decisionId, lines);
}

/** Adds lines to a locked decision that has none for their codes. */
export async function addLines(
  tx: Tx,
  jurisdiction: Jurisdiction,
  decisionId: string,
  lines: readonly DecisionLine[],
): Promise<void> {
  await sql`
    insert into catalogue.decision_line (jurisdiction, decision_id, code, change, draft_id, replaced_by)
    select ${jurisdiction}, ${decisionId}, r.code, r.change, r."draftId", r."replacedBy"
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as r(code text, change text, "draftId" uuid, "replacedBy" text)
  `.execute(tx);
}

/** The next version of a locked decision. */
export async function touchDecision(
  tx: Tx,
  jurisdiction: Jurisdiction,
  decision: DecisionRow,
): Promise<number> {
  const version = decision.version + 1;
  await sql`
    update catalogue.decision d set version = ${version}
    where d.jurisdiction = ${jurisdiction} and d.decision_id = ${decision.decision_id}
  `.execute(tx);
  return version;
}

/** Whether a decision not carried out yet has a line for the draft. */
export async function isOnDecision(
  db: Connection,
  jurisdiction: Jurisdiction,
  draftId: string,
): Promise<boolean> {
  const line = await maybeOne(
    db,
    sql<{ code: string }>`
      select l.code from catalogue.decision_line l
      where l.jurisdiction = ${jurisdiction} and l.draft_id = ${draftId} limit 1
    `,
  );
  return line !== undefined;
}
