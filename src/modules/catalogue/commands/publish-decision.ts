import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import type { FieldRefusal } from '../../../kernel/refusal.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { recordAction } from '../../../platform/journal.ts';
import { publishDecisionInput } from '../core/decisions/decision-inputs.ts';
import type { DecisionEffect } from '../core/decisions/decision-views.ts';
import type { ProcedureRecord } from '../core/procedure-record.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { contentHash } from '../store/content-hash.ts';
import { decidedContent } from '../store/decided-content.ts';
import { keepBefore } from '../store/decision-before.ts';
import { type DecisionRow, lockDecisionAt } from '../store/decisions.ts';
import { accountOf } from '../store/drafts.ts';
import { changeLists } from '../store/lists.ts';
import { lockCatalogue } from '../store/newest-versions.ts';
import { type PlannedDecision, type PlannedDecisionLine, planDecision } from '../store/plan-decision.ts';
import { addProcedures, insertVersions, type NewVersion } from '../store/save-versions.ts';
import { type Amendment, amendSpans, findSpans, noSpans } from '../store/spans.ts';
import { runCommand } from './run-command.ts';

/** What carrying a decision out did. */
export interface CarriedOut {
  readonly from: string;
  readonly published: readonly {
    readonly code: string;
    readonly versionId: string;
    readonly number: number;
  }[];
  readonly ended: readonly string[];
}

/**
 * Carries a decision out: all its approved texts at once, in force from a day, and all its endings. Refuses a day that
 * is over, an effect that is no longer what was shown (`catalogue.effect-changed`), and names every obstacle by line.
 */
export function publishDecision(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<CarriedOut>> {
  const frame = {
    name: 'catalogue.publish-decision',
    input: publishDecisionInput,
    needs: 'catalogue.publish',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, { effect, ...seen }) => {
    const from = seen.from as PlainDate;
    const today = plainDateOf(ctx.now);
    if (from < today) return refuseField('/from', 'catalogue.from-in-the-past');
    const decision = await lockDecisionAt(tx, ctx, seen);
    if (!decision.ok) return decision;
    await lockCatalogue(tx, ctx.jurisdiction);
    const planned = await planDecision(deps, tx, ctx.jurisdiction, decision.value, from);
    if (!planned.effect.possible)
      return refuse('conflict', 'catalogue.decision-impossible', { fields: obstacles(planned.effect) });
    if (planned.effect.effect !== effect) return refuse('conflict', 'catalogue.effect-changed');
    const done = await carryOut(tx, ctx, deps, decision.value, from, planned);
    await recordAction(tx, ctx, deps.newId, {
      command: frame.name,
      subjectId: seen.decisionId,
      facts: { from, published: done.published.length, ended: done.ended.length },
    });
    return ok(done);
  });
}

async function carryOut(
  tx: Tx,
  ctx: CommandContext,
  deps: CatalogueDeps,
  decision: DecisionRow,
  from: PlainDate,
  { lines, lists }: PlannedDecision,
): Promise<CarriedOut> {
  const ending = lines.filter((line) => line.act === 'end');
  const versions = await newVersions(tx, ctx, deps, lines, from);
  if (from > plainDateOf(ctx.now))
    await keepBefore(tx, ctx.jurisdiction, decision.decision_id, from, {
      published: versions.map(({ version }) => version.id),
      versionIds: lines.flatMap(({ change }) => touchedBy(change)),
      lists,
    });
  await markCarriedOut(tx, ctx, decision, from);
  await amendSpans(
    tx,
    ctx.jurisdiction,
    plainDateOf(ctx.now),
    lines.flatMap((line) => amendmentOf(line, decision, from)),
  );
  await addProcedures(
    tx,
    ctx.jurisdiction,
    versions.map(({ version }) => version.record.code),
  );
  await insertVersions(
    tx,
    ctx,
    'edited',
    versions.map(({ version }) => version),
  );
  await markPublished(tx, ctx, versions);
  await changeLists(tx, ctx, deps.newId, decision, from, lists);
  return {
    from,
    published: versions.map(({ version }) => ({
      code: version.record.code,
      versionId: version.id,
      number: version.number,
    })),
    ended: ending.map((line) => line.row.code),
  };
}

function amendmentOf(
  { act, change, row }: PlannedDecisionLine,
  decision: DecisionRow,
  from: PlainDate,
): Amendment[] {
  if (!change) return [];
  if (act === 'publish') return [{ ...change, from }];
  const how = row.change === 'suspended' || row.change === 'replaced' ? row.change : 'abolished';
  return [{ ...change, from, ended: { how, decisionId: decision.decision_id } }];
}

function touchedBy(change: PlannedDecisionLine['change']): readonly string[] {
  if (!change) return [];
  return [...change.withdraws, ...(change.closes ? [change.closes] : [])].map(({ versionId }) => versionId);
}

interface DraftedVersion {
  readonly draftId: string;
  readonly version: NewVersion;
}

async function newVersions(
  tx: Tx,
  ctx: CommandContext,
  deps: CatalogueDeps,
  lines: readonly PlannedDecisionLine[],
  from: PlainDate,
): Promise<readonly DraftedVersion[]> {
  const publishing = lines.filter((line) => line.act === 'publish');
  const published = await findSpans(
    tx,
    ctx.jurisdiction,
    publishing.map((line) => line.row.code),
  );
  const contents = await decidedContent(tx, ctx.jurisdiction, publishing);
  return publishing.flatMap(({ row, text }): DraftedVersion[] => {
    if (!text || row.draft_id === null) return [];
    const record: ProcedureRecord = {
      ...text,
      content: contents.get(row.draft_id) ?? text.content,
      validFrom: from,
      prominence: 0,
    };
    const version = {
      id: deps.newId<'procedureVersion'>(),
      record,
      contentHash: contentHash(record),
      number: (published.get(row.code) ?? noSpans).highest + 1,
      validFrom: from,
    };
    return [{ draftId: row.draft_id, version }];
  });
}

async function markCarriedOut(
  tx: Tx,
  ctx: CommandContext,
  decision: DecisionRow,
  from: PlainDate,
): Promise<void> {
  await sql`
    update catalogue.decision d
    set in_force_from = ${from}, carried_out_at = ${ctx.now}, carried_out_by = ${accountOf(ctx.actor)},
      version = ${decision.version + 1}
    where d.jurisdiction = ${ctx.jurisdiction} and d.decision_id = ${decision.decision_id}
  `.execute(tx);
}

async function markPublished(
  tx: Tx,
  ctx: CommandContext,
  versions: readonly DraftedVersion[],
): Promise<void> {
  const rows = versions.map(({ draftId, version }) => ({ draftId, versionId: version.id }));
  await sql`
    update catalogue.draft d set state = 'published', version = d.version + 1, version_id = r."versionId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("draftId" uuid, "versionId" uuid)
    where d.jurisdiction = ${ctx.jurisdiction} and d.draft_id = r."draftId"
  `.execute(tx);
}

function obstacles(effect: DecisionEffect): readonly FieldRefusal[] {
  const ofLines = effect.lines.flatMap((line, index) =>
    line.obstacles.map(({ type, detail }) => ({
      pointer: `/lines/${index}`,
      type: detail === undefined ? type : 'catalogue.line-lint',
      params: { code: line.code, name: line.name, reason: type, detail: detail ?? '' },
    })),
  );
  const ofLists = effect.lists.flatMap(({ code, obstacles: found }, index) =>
    found.map(({ type }) => ({ pointer: `/lists/${index}`, type, params: { code } })),
  );
  return [...ofLines, ...ofLists];
}
