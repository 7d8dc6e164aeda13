import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many } from '../../../platform/database.ts';
import type { DecisionEffect, LineEffect, ListEffect } from '../core/decisions/decision-views.ts';
import { type LineFacts, type PlannedLine, planLine } from '../core/decisions/line-effect.ts';
import { canonicalJson } from '../core/differing-parts.ts';
import { readDraft } from '../core/drafts/draft-document.ts';
import type { Finding } from '../core/lint/finding.ts';
import { sayFinding } from '../core/lint/say-finding.ts';
import type { ProcedureText } from '../core/procedure-text.ts';
import type { CatalogueDeps } from './catalogue-deps.ts';
import { type DecisionRow, type LineRow, linesOf } from './decisions.ts';
import { lintText } from './lint-text.ts';
import { type ListLineRow, listLinesOf } from './lists.ts';
import { findSpans, noSpans } from './spans.ts';

export interface PlannedDecisionLine extends PlannedLine {
  readonly row: LineRow;
  /** The finished text of its draft. */
  readonly text?: ProcedureText;
}

export interface PlannedDecision {
  readonly lines: readonly PlannedDecisionLine[];
  readonly lists: readonly ListLineRow[];
  readonly effect: DecisionEffect;
}

/** Everything a decision changes from a day on, and whether it can: the same for who looks and for who carries it out. */
export async function planDecision(
  deps: Pick<CatalogueDeps, 'forms' | 'process' | 'identity' | 'rules'>,
  db: Connection,
  jurisdiction: Jurisdiction,
  decision: Pick<DecisionRow, 'decision_id' | 'version'>,
  from: PlainDate,
): Promise<PlannedDecision> {
  const rows = await linesOf(db, jurisdiction, decision.decision_id);
  const codes = rows.map((row) => row.code);
  const published = await findSpans(db, jurisdiction, codes);
  const names = await namesOf(db, jurisdiction, codes);
  const lines: PlannedDecisionLine[] = [];
  for (const row of rows) {
    const read = row.document === null ? undefined : readDraft(row.document);
    const text = read && 'text' in read ? read.text : undefined;
    const facts = factsOf(row, names.get(row.code), published.get(row.code) ?? noSpans);
    const faults = read && !('text' in read) ? read : undefined;
    const planned = planLine(
      facts.draft && faults ? { ...facts, draft: { ...facts.draft, faults } } : facts,
      from,
    );
    const findings =
      text && planned.act === 'publish' ? await lintText(deps, db, jurisdiction, text, from) : [];
    const effect = withFindings(planned.effect, findings);
    lines.push({ row, ...planned, effect, ...(text ? { text } : {}) });
  }
  const lists = await listLinesOf(db, jurisdiction, decision.decision_id, from);
  return {
    lines,
    lists,
    effect: effectOf(
      decision,
      from,
      lines,
      lists.map((row) => listEffect(row, codes)),
    ),
  };
}

/** Errors of the linter stand in the way, warnings are told. */
function withFindings(effect: LineEffect, findings: readonly Finding[]): LineEffect {
  const said = findings.map(sayFinding);
  const of = (severity: Finding['severity']) => said.filter((finding) => finding.severity === severity);
  const errors = of('error').map(({ type, pointer, sentence }) => ({
    type: `catalogue.lint.${type}`,
    pointer,
    detail: sentence,
  }));
  return { ...effect, obstacles: [...effect.obstacles, ...errors], warnings: of('warning') };
}

function factsOf(
  row: LineRow,
  name: string | undefined,
  { spans }: { spans: LineFacts['spans'] },
): LineFacts {
  return {
    code: row.code,
    name: row.document?.name || (name ?? row.code),
    change: row.change,
    spans,
    ...(row.replaced_by === null ? {} : { replacedBy: row.replaced_by }),
    ...(row.draft_id === null || row.draft_state === null
      ? {}
      : {
          draft: {
            draftId: row.draft_id,
            state: row.draft_state,
            ...(row.base_version_id === null ? {} : { baseVersionId: row.base_version_id }),
          },
        }),
  };
}

function effectOf(
  decision: Pick<DecisionRow, 'decision_id' | 'version'>,
  from: PlainDate,
  lines: readonly PlannedDecisionLine[],
  lists: readonly ListEffect[],
): DecisionEffect {
  const effects = lines.map((line) => line.effect);
  const shown = {
    decision: [decision.decision_id, decision.version],
    from,
    effects,
    lists,
    texts: lines.map((line) => line.row.draft_version),
  };
  return {
    from,
    lines: effects,
    lists,
    possible:
      effects.length + lists.length > 0 &&
      [...effects, ...lists].every((effect) => effect.obstacles.length === 0),
    effect: createHash('sha256').update(canonicalJson(shown)).digest('base64url'),
  };
}

/** Only what is known or made known by the same decision is put on a list, only what is on it is taken off. */
function listEffect(row: ListLineRow, codes: readonly string[]): ListEffect {
  const unknown = row.change === 'add' && row.name === null && !codes.includes(row.code);
  const absent = row.change === 'remove' && !row.listed;
  return {
    list: row.list,
    code: row.code,
    ...(row.name === null ? {} : { name: row.name }),
    change: row.change,
    obstacles: [
      ...(unknown ? [{ type: 'catalogue.list-unknown-procedure' }] : []),
      ...(absent ? [{ type: 'catalogue.not-on-list' }] : []),
    ],
  };
}

/** Names by the newest version of each code. */
async function namesOf(
  db: Connection,
  jurisdiction: Jurisdiction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await many(
    db,
    sql<{ code: string; name: string }>`
      select distinct on (v.code) v.code, v.name from catalogue.procedure_version v
      where v.jurisdiction = ${jurisdiction} and v.code = any (${[...codes]}::text[])
      order by v.code, v.number desc
    `,
  );
  return new Map(rows.map((row) => [row.code, row.name]));
}
