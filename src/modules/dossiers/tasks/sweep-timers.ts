import type { CommandContext } from '../../../kernel/context.ts';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { advance } from '../../process/public.ts';
import { settleOpinions } from '../commands/settle-opinions.ts';
import { withdrawTasks } from '../commands/withdraw-tasks.ts';
import type { DossierEvent } from '../core/events.ts';
import { phaseAfter } from '../core/life-cycle.ts';
import type { DossierDeps } from '../store/deps.ts';
import { type DossierRow, lockDossier } from '../store/dossier-row.ts';
import { openNext } from '../store/open-next.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { closeTask, findTask, type TaskRow } from '../store/tasks.ts';
import { type DueTimer, markTask, putOffTimer, takeTimer, timersDue } from '../store/timers.ts';
import { saveTokens, tokensOf } from '../store/tokens.ts';

/** Fires the timers whose time has come; comes back every minute. */
export const sweepTimersTask = 'dossiers.sweep-timers';

const atOnce = 500;

/**
 * Fires what is due now, each timer in a transaction of its own with the dossier locked first: who is killed in between
 * leaves it unfired, who comes second finds it taken. A refusal (nobody can do what follows) puts the timer off, longer each
 * time, and does not keep the others; the first refusal fails the job after its sweep, so that the worker logs it, once.
 */
export async function sweepTimers(deps: DossierDeps, jurisdiction: Jurisdiction, now: Date): Promise<number> {
  let fired = 0;
  const refused: string[] = [];
  for (const timer of await timersDue(deps.db, jurisdiction, now, atOnce)) {
    const ctx: CommandContext = {
      jurisdiction,
      actor: { kind: 'system', task: sweepTimersTask },
      now,
      origin: { ip: undefined, userAgent: undefined },
      requestId: deps.newId<'request'>(),
    };
    const outcome = await inTransaction(deps.db, (tx) => fire(tx, ctx, deps, timer));
    if (outcome.ok && outcome.value) fired++;
    if (outcome.ok) continue;
    await putOffTimer(deps.db, ctx, timer, outcome.refusal.type);
    if (timer.refused === 0) refused.push(`timer ${timer.timer_id}: ${outcome.refusal.type}`);
  }
  if (refused.length > 0) throw new Error(`steps that cannot go on: ${refused.join('; ')}`);
  return fired;
}

async function fire(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  timer: DueTimer,
): Promise<Result<boolean>> {
  const dossier = await lockDossier(tx, ctx.jurisdiction, timer.dossier_id);
  const task = await findTask(tx, ctx.jurisdiction, timer.task_id);
  if (!dossier || !task) throw new Error(`timer ${timer.timer_id} lost its step`);
  if (!(await takeTimer(tx, ctx, timer))) return ok(false);
  if (task.closed_at) return ok(false);
  if (timer.kind !== 'proceed') await markTask(tx, ctx, timer);
  const proceeded = timer.kind === 'proceed' ? await proceed(tx, ctx, deps, dossier, task, timer) : ok([]);
  if (!proceeded.ok) return proceeded;
  const phase = timer.kind === 'proceed' ? phaseAfter(dossier.phase, 'advance') : ok(dossier.phase);
  if (!phase.ok) return phase;
  const lastSeq = await record(tx, ctx, deps, {
    command: sweepTimersTask,
    dossierId: dossier.dossier_id,
    lastSeq: dossier.last_seq,
    events: [timerFired(task, timer), ...proceeded.value],
  });
  await saveDossier(tx, ctx.jurisdiction, dossier, { phase: phase.value }, lastSeq);
  return ok(true);
}

/** Goes on without an answer, where the process says that silence is consent. */
async function proceed(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  task: TaskRow,
  timer: DueTimer,
): Promise<Result<readonly DossierEvent[]>> {
  const process = await deps.process.getProcessVersion(tx, dossier.process_version_id);
  if (!process.ok) return process;
  const tokens = await tokensOf(tx, ctx.jurisdiction, dossier.dossier_id);
  const decision = { kind: 'timer', step: task.step_key, timer: timer.timer_key } as const;
  const facts = { case: dossier.case_key, channel: dossier.channel, answers: dossier.answers };
  const moved = advance(process.value.graph, tokens, decision, ctx.now, facts);
  if (!moved.ok) return moved;
  await closeTask(tx, ctx, task.task_id, { outcome: 'silence', facts: task.facts });
  const settled = await settleOpinions(tx, ctx, dossier.dossier_id, new Set([task.task_id]));
  const withdrawn = await withdrawTasks(tx, ctx, deps, dossier, moved.value);
  if (!withdrawn.ok) return withdrawn;
  await saveTokens(tx, ctx.jurisdiction, dossier.dossier_id, moved.value.tokens);
  const follower = { unitId: task.unit_id, role: task.role };
  const opened = await openNext(tx, ctx, deps, dossier, moved.value, follower);
  return opened.ok ? ok([...settled, ...withdrawn.value, ...opened.value]) : opened;
}

function timerFired(task: TaskRow, timer: DueTimer): DossierEvent {
  return {
    type: 'dossiers.timerFired',
    payload: {
      taskId: task.task_id,
      stepKey: task.step_key,
      stepName: task.step_name,
      unitId: task.unit_id,
      timer: timer.timer_key,
      kind: timer.kind,
    },
  };
}
