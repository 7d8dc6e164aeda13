import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { appendEvents, once, recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import type { DueRule } from '../../process/public.ts';
import { checkReport } from '../core/wrong-list/check-report.ts';
import { reportWrongListInput } from '../core/wrong-list/report-inputs.ts';
import type { Reported } from '../core/wrong-list/report-views.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { getVersion } from '../store/find-version.ts';

const command = 'catalogue.report-wrong-list';

/** Answered by the end of the working day it comes in; after hours, of the next one. */
const sameDay: DueRule = { unit: 'same-day', amount: 1, cutOff: null, dueAt: 'end-of-day', roll: 'next' };

/**
 * Says that a published text is wrong somewhere. For everybody; only an officer may name a dossier, one they may read.
 * Refuses `catalogue.version-not-found`, `catalogue.report-unknown-paper`, `catalogue.report-dossier-unknown`.
 */
export async function reportWrongList(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<Reported>> {
  const parsed = parseInput(reportWrongListInput, input);
  if (!parsed.ok) return parsed;
  const wanted = parsed.value;
  const reporter = reporterOf(ctx);
  if (reporter === undefined) return refuse('forbidden', 'catalogue.not-allowed');
  const dossierCode = await dossierCodeFor(deps, ctx, wanted.dossierId);
  if (!dossierCode.ok) return dossierCode;
  return inTransaction(deps.db, (tx) =>
    once(tx, ctx, command, wanted, async () => {
      const version = await getVersion(tx, ctx.jurisdiction, wanted.versionId as Id<'procedureVersion'>);
      if (!version.ok) return version;
      const checked = checkReport(wanted, version.value.content);
      if (!checked.ok) return checked;
      const { code } = version.value;
      const due = dueOf(deps, ctx);
      if (!due.ok) return due;
      const row = { ...wanted, ...reporter, code, dossierCode: dossierCode.value, dueAt: due.value };
      return ok(await insertReport(deps, tx, ctx, row));
    }),
  );
}

interface Reporter {
  readonly kind: 'officer' | 'citizen' | 'anonymous';
  readonly account: Id<'account'> | null;
  readonly unit: Id<'unit'> | null;
}

/** Undefined for the system and for an officer without a post: they have no unit to count under. */
function reporterOf({ actor }: CommandContext): Reporter | undefined {
  if (actor.kind === 'anonymous') return { kind: 'anonymous', account: null, unit: null };
  if (actor.kind === 'citizen') return { kind: 'citizen', account: actor.accountId, unit: null };
  const [post] = actor.kind === 'officer' ? actor.posts : [];
  if (actor.kind !== 'officer' || post === undefined) return undefined;
  return { kind: 'officer', account: actor.accountId, unit: post.unitId };
}

async function dossierCodeFor(
  deps: CatalogueDeps,
  ctx: CommandContext,
  dossierId: string | undefined,
): Promise<Result<string | null>> {
  if (dossierId === undefined) return ok(null);
  const code = ctx.actor.kind === 'officer' ? await deps.dossiers.codeForOfficer(ctx, dossierId) : undefined;
  return code === undefined ? refuse('not-found', 'catalogue.report-dossier-unknown') : ok(code);
}

/** By the calendar of the office that answers; throws when the unit is missing: the reference data is not loaded. */
function dueOf(deps: CatalogueDeps, ctx: CommandContext): Result<Date> {
  const unit = deps.identity.units.byKey(deps.rules.answeringUnit);
  if (!unit) throw new Error(`answeringUnit ${deps.rules.answeringUnit} is not a unit`);
  const promise = deps.process.promise(
    deps.process.calendarOf(unit.id, plainDateOf(ctx.now)),
    sameDay,
    ctx.now,
  );
  return promise.ok ? ok(promise.value.dueAt) : promise;
}

interface NewReport extends Reporter {
  readonly versionId: string;
  readonly code: string;
  readonly part: string;
  readonly componentKey?: string | undefined;
  readonly text: string;
  readonly dossierId?: string | undefined;
  readonly dossierCode: string | null;
  readonly dueAt: Date;
}

async function insertReport(
  deps: CatalogueDeps,
  tx: Tx,
  ctx: CommandContext,
  report: NewReport,
): Promise<Reported> {
  const reportId = deps.newId<'wrongListReport'>();
  const token = randomBytes(32).toString('base64url');
  const { code, versionId, part } = report;
  await sql`
    insert into catalogue.wrong_list_report
      (jurisdiction, report_id, version_id, code, part, component_key, body, reporter_kind, reporter_account,
       reporter_unit, dossier_id, dossier_code, link_token, received_at, due_at)
    values (${ctx.jurisdiction}, ${reportId}, ${versionId}, ${code}, ${part}, ${report.componentKey ?? null},
      ${report.text}, ${report.kind}, ${report.account}, ${report.unit}, ${report.dossierId ?? null},
      ${report.dossierCode}, ${token}, ${ctx.now}, ${report.dueAt})
  `.execute(tx);
  const facts = {
    code: journalKey(code),
    versionId: journalKey(versionId),
    part: journalKey(part),
    ...(report.unit && { unitId: report.unit }),
  };
  await appendEvents(tx, ctx, deps.newId, { id: reportId, lastSeq: 0 }, [
    { type: 'catalogue.wrongListReported', payload: facts },
  ]);
  await recordAction(tx, ctx, deps.newId, { command, subjectId: reportId, facts });
  return { reportId, token };
}
