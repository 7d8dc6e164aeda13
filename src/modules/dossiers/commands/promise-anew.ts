import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { type Extension, promiseDay, promiseExtension } from '../../process/public.ts';
import { apologiseInput, extendDeadlineInput, type NewDate } from '../contract.ts';
import { type DateFacts, decideApology, decideExtension } from '../core/new-date.ts';
import { promisePlaces } from '../core/power-places.ts';
import { findClock } from '../store/clock-row.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { extensionRuleOf } from '../store/extension-rule.ts';
import { requestLetter } from '../store/letters.ts';
import { issuePromise, type NewPromise, promisesOf } from '../store/promises.ts';
import { record } from '../store/record.ts';
import { calendarToday, recountClock } from '../store/recount-clock.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { lockStanding, refuseUndecided } from './lock-standing.ts';
import { requirePower } from './under-power.ts';

/**
 * "Văn bản xin lỗi và đề nghị gia hạn" (form 04), signed by the head of the resolving agency: a second date beside the
 * promise, which stays. It moves no forecast: whether the dossier was late is judged without it.
 */
export function apologise(deps: DossierDeps, ctx: CommandContext, input: unknown): Promise<Result<NewDate>> {
  return runCommand(deps, ctx, 'dossiers.apologise', apologiseInput, input, async (tx, wanted) => {
    const locked = await lockForLeader(tx, ctx, deps, wanted.dossierId, 'apology');
    if (!locked.ok) return locked;
    const { dossier, facts } = locked.value;
    const day = promiseDay(calendarToday(ctx, deps, dossier), wanted.newDueOn as PlainDate);
    if (!day.ok) return day;
    const decided = decideApology(facts, day.value, ctx.now);
    if (!decided.ok) return decided;
    return issue(tx, ctx, deps, locked.value, {
      kind: 'apology',
      promise: day.value,
      reason: wanted.reason,
      late: decided.value.late,
    });
  });
}

/** Further time by reasoned notice, lawful only where the regime of the procedure says so and as far as it says. */
export function extendDeadline(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<NewDate>> {
  return runCommand(deps, ctx, 'dossiers.extend-deadline', extendDeadlineInput, input, async (tx, wanted) => {
    const locked = await lockForLeader(tx, ctx, deps, wanted.dossierId, 'extension');
    if (!locked.ok) return locked;
    const { dossier, facts } = locked.value;
    const rule = await extensionRuleOf(tx, ctx, deps, dossier);
    const decided = decideExtension(facts, rule, wanted.amount, ctx.now);
    if (!decided.ok) return decided;
    if (!rule) throw new Error('an extension was allowed without a rule');
    const extension: Extension = { unit: rule.unit, amount: wanted.amount, moves: rule.moves };
    const calendar = calendarToday(ctx, deps, dossier);
    const promise = promiseExtension(calendar, extension, decided.value.from);
    if (!promise.ok) return promise;
    return issue(tx, ctx, deps, locked.value, {
      kind: 'extension',
      promise: promise.value,
      reason: wanted.reason,
      extension,
    });
  });
}

interface LockedForLeader {
  readonly dossier: DossierRow;
  readonly facts: DateFacts;
  readonly signerLines: readonly string[];
  /** Set where the post they act under was lent to them. */
  readonly delegationId: Id<'delegation'> | undefined;
}

/** The running dossier, locked; refuses whoever does not lead the agency that decides. */
async function lockForLeader(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossierId: string,
  act: 'apology' | 'extension',
): Promise<Result<LockedForLeader>> {
  const locked = await lockStanding(tx, ctx, deps, dossierId);
  if (!locked.ok) return locked;
  const dossier = locked.value;
  const power = await requirePower(tx, ctx, deps, dossier, promisePlaces(dossier, act));
  if (!power.ok) return power;
  const undecided = refuseUndecided(ctx, deps, dossier);
  if (undecided) return undecided;
  if (dossier.phase !== 'accepted' && dossier.phase !== 'inProcess')
    return refuse('conflict', 'dossiers.wrong-phase', { params: { phase: dossier.phase, act: 'promise' } });
  const clock = await findClock(tx, ctx.jurisdiction, dossierId);
  const promises = await promisesOf(tx, ctx.jurisdiction, dossierId);
  const { officer, post, delegationId } = power.value;
  return ok({
    dossier,
    facts: {
      forecastAt: clock?.forecast_at ?? null,
      remaining: clock?.remaining?.amount ?? null,
      promises: promises.map(({ kind, due_at }) => ({ kind, dueAt: due_at })),
    },
    signerLines: await deps.identity.delegations.signatureOf(
      tx,
      officer.personId,
      post,
      plainDateOf(ctx.now),
    ),
    delegationId,
  });
}

/** Writes the promise, orders its letter, counts the clock anew and says so. */
async function issue(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  { dossier, facts, signerLines, delegationId }: LockedForLeader,
  made: Pick<NewPromise, 'promise' | 'late' | 'extension'> & {
    readonly kind: 'extension' | 'apology';
    readonly reason: string;
  },
): Promise<Result<NewDate>> {
  const { dossier_id: dossierId } = dossier;
  const seq = facts.promises.length + 1;
  await issuePromise(tx, ctx, dossierId, { ...made, seq, signerLines });
  await requestLetter(tx, ctx, deps, dossierId, made.kind, { promiseSeq: seq });
  const counted = await recountClock(tx, ctx, deps, dossier);
  if (!counted.ok) return counted;
  const late = made.late ?? false;
  const dueAt = made.promise.dueAt.toISOString();
  const lastSeq = await record(tx, ctx, deps, {
    delegationId,
    command: made.kind === 'apology' ? 'dossiers.apologise' : 'dossiers.extend-deadline',
    dossierId,
    lastSeq: dossier.last_seq,
    events: [{ type: 'dossiers.promised', payload: { seq, kind: made.kind, promisedAt: dueAt, late } }],
  });
  await saveDossier(tx, ctx.jurisdiction, dossier, {}, lastSeq);
  return ok({ dueAt, late });
}
