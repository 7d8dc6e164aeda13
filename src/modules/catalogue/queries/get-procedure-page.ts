import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import { type PlainDate, parsePlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import type { ProcessVersion } from '../../process/public.ts';
import { channel } from '../core/content.ts';
import { type Guide, guideFor } from '../core/guide-for.ts';
import { type OnlineSubmission, onlineSubmission } from '../core/online-submission.ts';
import type { ProcedureVersion } from '../core/procedure-version.ts';
import { type StepsTold, stepsTold } from '../core/steps-told.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { getVersionInForce } from '../store/find-version.ts';

const quantity = z.int().min(1).max(100_000).optional();

const input = z.object({
  code: z.string().max(40),
  on: z.string().max(10).optional(),
  caseKey: z.string().max(200).optional(),
  answers: z.record(z.string().max(100), z.string().max(100)).default({}),
  channel: channel.optional(),
  quantities: z
    .object({ page: quantity, copy: quantity, signature: quantity, document: quantity, item: quantity })
    .partial()
    .default({}),
});
export type ProcedurePageInput = z.input<typeof input>;

/** A procedure as its public page shows it on one day, for one matter. */
export interface ProcedurePage {
  readonly version: ProcedureVersion;
  readonly on: PlainDate;
  readonly today: PlainDate;
  readonly guide: Guide;
  /** The way of a dossier: the process in force that day, for the case chosen. */
  readonly steps: StepsTold;
  readonly online: OnlineSubmission;
}

/**
 * The page of a procedure in force on a day (today by default). Refuses `catalogue.procedure-not-found`,
 * `catalogue.not-in-force` and, for what no link of ours asks, `catalogue.search-invalid`.
 */
export async function getProcedurePage(
  deps: CatalogueDeps,
  ctx: QueryContext,
  asked: ProcedurePageInput,
): Promise<Result<ProcedurePage>> {
  const parsed = parseInput(input, asked);
  if (!parsed.ok) return refuse('invalid', 'catalogue.search-invalid');
  const { code, ...matter } = parsed.value;
  const today = plainDateOf(ctx.now);
  const on = matter.on === undefined ? today : parsePlainDate(matter.on);
  if (!on) return refuse('invalid', 'catalogue.search-invalid');
  const found = await getVersionInForce(deps.db, ctx.jurisdiction, code, on);
  if (!found.ok) return found;
  const guide = guideFor(found.value, { ...matter, quantities: withoutGaps(matter.quantities) });
  const [form, processes] = await Promise.all([
    deps.forms.getFormInForce(deps.db, ctx.jurisdiction, code, on),
    processesOf(deps, found.value, on, guide.chosenCase?.key),
  ]);
  const [only, ...others] = processes;
  return ok({
    version: found.value,
    on,
    today,
    guide,
    steps: stepsTold(found.value.content.steps, others.length === 0 ? only : undefined),
    online: onlineSubmission(found.value, { form: form.ok, process: only !== undefined }),
  });
}

/** Enough for every procedure typed in; an imported one may list headings as cases. */
const casesAsked = 8;

/** The processes in force for the case, or for any case while none is chosen; each once. */
async function processesOf(
  { db, process }: CatalogueDeps,
  { code, content }: ProcedureVersion,
  on: PlainDate,
  caseKey: string | undefined,
): Promise<readonly ProcessVersion[]> {
  const cases = caseKey === undefined ? content.cases.slice(0, casesAsked).map(({ key }) => key) : [caseKey];
  const found = await Promise.all(cases.map((key) => process.getProcessInForce(db, code, on, key)));
  const versions = found.flatMap((one) => (one.ok ? [one.value] : []));
  return versions.filter(({ id }, at) => versions.findIndex((other) => other.id === id) === at);
}

function withoutGaps<T extends object>(quantities: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(quantities).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}
