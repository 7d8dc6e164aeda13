import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Refused, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { type Advance, advance, type Decision, findStep, type ProcessGraph } from '../../process/public.ts';
import type { CompleteTaskInput } from '../contract.ts';
import { missingOpinions } from '../core/opinions.ts';
import { behindAct } from '../core/separation.ts';
import type { DossierDeps } from '../store/deps.ts';
import { opinionsOf } from '../store/opinions.ts';
import { tokensOf } from '../store/tokens.ts';
import type { LockedTask } from './lock-task.ts';
import { processFacts } from './process-facts.ts';
import { refuseBarred } from './refuse-barred.ts';

/** What completing a step does to the dossier's tokens; refuses what the step may not decide, or not yet. */
export async function decideStep(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  locked: LockedTask,
  wanted: CompleteTaskInput,
): Promise<Result<Advance>> {
  const { dossier, task } = locked;
  const process = await deps.process.getProcessVersion(tx, dossier.process_version_id);
  if (!process.ok) return process;
  const { graph } = process.value;
  const step = findStep(graph, task.step_key)?.step;
  if (!step) return refuse('invalid', 'dossiers.not-a-step');
  if (wanted.outcome === 'back' && !wanted.note) {
    return refuseField('/note', 'dossiers.reason-needed');
  }
  const hindered = await hindrance(tx, ctx, deps, locked, wanted);
  if (hindered) return hindered;
  const decision = decisionOf(graph, task.step_key, wanted);
  if (!decision) return refuse('invalid', 'dossiers.cannot-go-back', { params: { step: task.step_name } });
  const facts = await processFacts(tx, ctx, deps, locked, step);
  if (!facts.ok) return facts;
  const unmet = step.preconditions?.find((needed) => !facts.value.met?.includes(needed));
  if (unmet && wanted.outcome === 'forward') return refuse('invalid', `dossiers.unmet-${unmet}`);
  const tokens = await tokensOf(tx, ctx.jurisdiction, dossier.dossier_id);
  const moved = advance(graph, tokens, decision, ctx.now, facts.value);
  return moved.ok ? ok(moved.value) : moved;
}

/** What keeps a step from being completed now, whatever its process says. */
async function hindrance(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  { dossier, task, officer, post }: LockedTask,
  wanted: CompleteTaskInput,
): Promise<Refused | undefined> {
  if (task.waiting === 'supplement') return refuse('conflict', 'dossiers.supplement-open');
  if (dossier.withdrawal_requested_at !== null) return refuse('conflict', 'dossiers.withdrawal-unanswered');
  if (wanted.outcome === 'back') return undefined;
  const barred = await refuseBarred(tx, ctx, deps, task, behindAct(officer, post));
  if (barred) return barred;
  if (task.needs_acceptance && task.accepted_at === null) {
    return refuse('conflict', 'dossiers.hand-over-not-accepted');
  }
  const opinions = await opinionsOf(tx, ctx.jurisdiction, dossier.dossier_id);
  const missing = missingOpinions(opinions, task.task_id, ctx.now);
  if (missing.length === 0) return undefined;
  const { units } = deps.identity;
  const names = missing.map(
    ({ unit_id: id }) => (units.unitOn(id, plainDateOf(ctx.now)) ?? units.latest(id))?.name,
  );
  return refuse('conflict', 'dossiers.opinion-missing', { params: { units: names.join(', ') } });
}

/** Going back leads to the named step or the nearest one; never to the intake itself, which has been accepted. */
function decisionOf(graph: ProcessGraph, step: string, wanted: CompleteTaskInput): Decision | undefined {
  if (wanted.outcome === 'forward') {
    return { kind: 'forward', step, ...(wanted.choice !== undefined && { choice: wanted.choice }) };
  }
  const targets = (findStep(graph, step)?.backTo ?? []).filter((key) => {
    const kind = findStep(graph, key)?.step.kind;
    return kind !== undefined && kind !== 'intake';
  });
  const to = wanted.backTo === undefined ? targets[0] : targets.find((key) => key === wanted.backTo);
  return to === undefined ? undefined : { kind: 'back', step, to };
}
