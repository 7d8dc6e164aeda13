import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { many, maybeOne, type Tx } from '../../../platform/database.ts';
import { type ActionName, recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { checkLines, type KnownDraft } from '../core/decisions/check-lines.ts';
import {
  abolishProcedureInput,
  changeDecisionInput,
  changeDecisionLinesInput,
  changeDecisionListsInput,
  type DecisionLine,
  recordDecisionInput,
  recordPublicityInput,
} from '../core/decisions/decision-inputs.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { linesOf, lockDecisionAt, touchDecision, writeLines } from '../store/decisions.ts';
import { accountOf } from '../store/drafts.ts';
import { writeListLines } from '../store/lists.ts';
import { runCommand } from './run-command.ts';

type Versioned = { readonly version: number };

/** Enters a decision; it changes nothing until it is carried out. Refuses `catalogue.decision-known`. */
export function recordDecision(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly decisionId: string; readonly version: number }>> {
  const frame = {
    name: 'catalogue.record-decision',
    input: recordDecisionInput,
    needs: 'catalogue.publish',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, { lines, ...said }) => {
    const checked = await checkedLines(tx, ctx, lines);
    if (!checked.ok) return checked;
    const decisionId = deps.newId<'decision'>();
    const inserted = await maybeOne(
      tx,
      sql<{ decision_id: string }>`
        insert into catalogue.decision
          (jurisdiction, decision_id, kind, number, decided_on, agency, signer, title, effective_on,
           announced_on, published_on, posted_on, version, recorded_at, recorded_by)
        values (${ctx.jurisdiction}, ${decisionId}, ${said.kind}, ${said.number}, ${said.decidedOn}, ${said.agency},
          ${said.signer ?? null}, ${said.title ?? null}, ${said.effectiveOn ?? null},
          ${said.announcedOn ?? null}, ${said.publishedOn ?? null}, ${said.postedOn ?? null}, 1, ${ctx.now},
          ${accountOf(ctx.actor)})
        on conflict (jurisdiction, agency, number, decided_on) do nothing
        returning decision_id
      `,
    );
    if (!inserted) return refuse('conflict', 'catalogue.decision-known', { params: { number: said.number } });
    await writeLines(tx, ctx.jurisdiction, decisionId, lines);
    await recordAction(tx, ctx, deps.newId, {
      command: frame.name,
      subjectId: decisionId,
      facts: { number: journalKey(said.number), kind: said.kind, lines: lines.length },
    });
    return ok({ decisionId, version: 1 });
  });
}

/** Corrects what was entered of a decision that is not carried out. */
export function changeDecision(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<Versioned>> {
  const frame = {
    name: 'catalogue.change-decision',
    input: changeDecisionInput,
    needs: 'catalogue.publish',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, said) => {
    const decision = await lockDecisionAt(tx, ctx, said);
    if (!decision.ok) return decision;
    const known = await maybeOne(
      tx,
      sql<{ decision_id: string }>`
        select d.decision_id from catalogue.decision d
        where d.jurisdiction = ${ctx.jurisdiction} and d.agency = ${said.agency} and d.number = ${said.number}
          and d.decided_on = ${said.decidedOn} and d.decision_id <> ${said.decisionId}
      `,
    );
    if (known) return refuse('conflict', 'catalogue.decision-known', { params: { number: said.number } });
    await sql`
      update catalogue.decision d
      set kind = ${said.kind}, number = ${said.number}, decided_on = ${said.decidedOn}, agency = ${said.agency},
        signer = ${said.signer ?? null}, title = ${said.title ?? null},
        effective_on = ${said.effectiveOn ?? null}, announced_on = ${said.announcedOn ?? null},
        published_on = ${said.publishedOn ?? null}, posted_on = ${said.postedOn ?? null}
      where d.jurisdiction = ${ctx.jurisdiction} and d.decision_id = ${said.decisionId}
    `.execute(tx);
    const version = await touchDecision(tx, ctx.jurisdiction, decision.value);
    await recordAction(tx, ctx, deps.newId, {
      command: frame.name,
      subjectId: said.decisionId,
      facts: { version },
    });
    return ok({ version });
  });
}

/** Says anew which procedures the decision touches and how. Refuses `catalogue.lines-wrong` with every place. */
export function changeDecisionLines(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<Versioned>> {
  const frame = {
    name: 'catalogue.change-decision-lines',
    input: changeDecisionLinesInput,
    needs: 'catalogue.publish',
  } as const;
  return runCommand(deps, ctx, frame, input, (tx, { lines, ...seen }) =>
    replaceLines(deps, tx, ctx, frame.name, seen, () => lines),
  );
}

/** Says anew what the decision changes of the lists: interconnected, public post, essential, paperless, shorter and cheaper online. */
export function changeDecisionLists(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<Versioned>> {
  const frame = {
    name: 'catalogue.change-decision-lists',
    input: changeDecisionListsInput,
    needs: 'catalogue.publish',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, { lists, ...seen }) => {
    const decision = await lockDecisionAt(tx, ctx, seen);
    if (!decision.ok) return decision;
    const keys = lists.map((line) => `${line.change === 'add' ? line.facts.list : line.list} ${line.code}`);
    const repeated = keys.findIndex((key, index) => keys.indexOf(key) < index);
    if (repeated >= 0)
      return refuse('invalid', 'catalogue.lines-wrong', {
        fields: [{ pointer: `/lists/${repeated}/code`, type: 'catalogue.line-repeated' }],
      });
    await writeListLines(tx, ctx.jurisdiction, seen.decisionId, lists);
    const version = await touchDecision(tx, ctx.jurisdiction, decision.value);
    const facts = { version, lists: lists.length };
    await recordAction(tx, ctx, deps.newId, { command: frame.name, subjectId: seen.decisionId, facts });
    return ok({ version });
  });
}

/** Adds to a decision that it abolishes a procedure, in place of any other line for it. */
export function abolishProcedure(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<Versioned>> {
  const frame = {
    name: 'catalogue.abolish-procedure',
    input: abolishProcedureInput,
    needs: 'catalogue.publish',
  } as const;
  return runCommand(deps, ctx, frame, input, (tx, { code, replacedBy, ...seen }) =>
    replaceLines(deps, tx, ctx, frame.name, seen, (before) => [
      ...before.filter((line) => line.code !== code),
      { code, change: 'abolished', ...(replacedBy === undefined ? {} : { replacedBy }) },
    ]),
  );
}

/** When a decision was entered in the national database and posted: also after it was carried out, each once. */
export function recordPublicity(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<Versioned>> {
  const frame = {
    name: 'catalogue.record-publicity',
    input: recordPublicityInput,
    needs: 'catalogue.publish',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, said) => {
    const decision = await lockDecisionAt(tx, ctx, said, { carriedOut: true });
    if (!decision.ok) return decision;
    const { published_on: published, posted_on: posted, carried_out_at: carriedOut } = decision.value;
    const moved = (before: string | null, now: string | undefined) =>
      before !== null && now !== undefined && before !== now;
    if (carriedOut !== null && (moved(published, said.publishedOn) || moved(posted, said.postedOn)))
      return refuse('conflict', 'catalogue.publicity-known');
    await sql`
      update catalogue.decision d
      set published_on = ${said.publishedOn ?? published}, posted_on = ${said.postedOn ?? posted}
      where d.jurisdiction = ${ctx.jurisdiction} and d.decision_id = ${said.decisionId}
    `.execute(tx);
    const version = await touchDecision(tx, ctx.jurisdiction, decision.value);
    await recordAction(tx, ctx, deps.newId, {
      command: frame.name,
      subjectId: said.decisionId,
      facts: { version },
    });
    return ok({ version });
  });
}

async function replaceLines(
  deps: CatalogueDeps,
  tx: Tx,
  ctx: CommandContext,
  command: ActionName,
  seen: { readonly decisionId: string; readonly version: number },
  change: (before: readonly DecisionLine[]) => readonly DecisionLine[],
): Promise<Result<Versioned>> {
  const decision = await lockDecisionAt(tx, ctx, seen);
  if (!decision.ok) return decision;
  const before = await linesOf(tx, ctx.jurisdiction, seen.decisionId);
  const lines = change(
    before.map((line) => ({
      code: line.code,
      change: line.change,
      ...(line.draft_id === null ? {} : { draftId: line.draft_id }),
      ...(line.replaced_by === null ? {} : { replacedBy: line.replaced_by }),
    })),
  );
  const checked = await checkedLines(tx, ctx, lines);
  if (!checked.ok) return checked;
  await writeLines(tx, ctx.jurisdiction, seen.decisionId, lines);
  const version = await touchDecision(tx, ctx.jurisdiction, decision.value);
  await recordAction(tx, ctx, deps.newId, {
    command,
    subjectId: seen.decisionId,
    facts: { version, lines: lines.length },
  });
  return ok({ version });
}

async function checkedLines(
  tx: Tx,
  ctx: CommandContext,
  lines: readonly DecisionLine[],
): Promise<Result<null>> {
  const ids = lines.flatMap((line) => line.draftId ?? []);
  const rows = await many(
    tx,
    sql<KnownDraft & { readonly draft_id: string }>`
      select d.draft_id, d.code, d.state from catalogue.draft d
      where d.jurisdiction = ${ctx.jurisdiction} and d.draft_id = any (${ids}::uuid[])
    `,
  );
  const faults = checkLines(lines, new Map(rows.map((row) => [row.draft_id, row])));
  return faults.length === 0 ? ok(null) : refuse('invalid', 'catalogue.lines-wrong', { fields: faults });
}
