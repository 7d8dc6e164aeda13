import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many } from '../../../platform/database.ts';
import type { ProcedureContent } from '../core/content.ts';
import type { DecisionChange, DecisionKind } from '../core/decisions/decision-inputs.ts';
import type { PlannedDecisionLine } from './plan-decision.ts';

interface Row {
  readonly draft_id: string;
  readonly kind: DecisionKind;
  readonly number: string;
  readonly decided_on: PlainDate;
  readonly signer: string | null;
  readonly change: DecisionChange;
}

/** The texts of drafts as they are published: with every decision recorded for them, those they named themselves first. */
export async function decidedContent(
  db: Connection,
  jurisdiction: Jurisdiction,
  lines: readonly Pick<PlannedDecisionLine, 'row' | 'text'>[],
): Promise<ReadonlyMap<string, ProcedureContent>> {
  const ids = lines.flatMap((line) => line.row.draft_id ?? []);
  const rows = await many(
    db,
    sql<Row>`
      select l.draft_id, d.kind, d.number, d.decided_on, d.signer, l.change
      from catalogue.decision_line l
      join catalogue.decision d on d.jurisdiction = l.jurisdiction and d.decision_id = l.decision_id
      where l.jurisdiction = ${jurisdiction} and l.draft_id = any (${ids}::uuid[])
      order by d.decided_on, d.number
    `,
  );
  return new Map(
    lines.flatMap(({ row, text }): [string, ProcedureContent][] => {
      if (!text || row.draft_id === null) return [];
      const own = text.content.decisions;
      const recorded = rows.filter((each) => each.draft_id === row.draft_id).flatMap(decisionOf);
      const added = recorded.filter(
        ({ kind, number }) => !own.some((each) => each.kind === kind && each.number === number),
      );
      return [[row.draft_id, { ...text.content, decisions: [...own, ...added] }]];
    }),
  );
}

function decisionOf({ kind, number, decided_on: on, signer, change }: Row): ProcedureContent['decisions'] {
  // A line that ends a procedure has no draft.
  if (change === 'suspended') return [];
  return [{ kind, number, on, ...(signer === null ? {} : { signer }), change }];
}
