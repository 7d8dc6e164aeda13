import type { FieldRefusal } from '../../../../kernel/refusal.ts';
import { type Refused, refuse } from '../../../../kernel/result.ts';
import { checkBranches } from './check-branches.ts';
import { fieldOf } from './field-of.ts';
import type { ProcessTable } from './process-table.ts';
import { allowedOutcomes, type Step } from './step.ts';

const keyShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Why a table cannot run, with a pointer to each wrong field; undefined when it can. */
export function checkTable(table: ProcessTable): Refused | undefined {
  if (table.steps.length === 0) return refuse('invalid', 'process.no-steps');
  const fields = table.steps.flatMap((step, row) => [
    ...checkStep(step, row),
    ...checkPlace(table.steps, row),
    ...checkTimers(step, row),
    ...checkSeparation(table.steps, row),
  ]);
  fields.push(...checkBranches(table.steps));
  return fields.length > 0 ? refuse('invalid', 'process.table-invalid', { fields }) : undefined;
}

function checkStep(step: Step, row: number): FieldRefusal[] {
  const wrong: FieldRefusal[] = [];
  if (!keyShape.test(step.key) || step.key === 'end')
    wrong.push(fieldOf(row, 'key', 'process.step-key-invalid'));
  if (step.name.trim() === '') wrong.push(fieldOf(row, 'name', 'process.step-name-missing'));
  const hours = step.kind === 'wait' ? (step.hours ?? 0) : step.hours;
  if (!(hours >= 0 && Number.isSafeInteger(hours * 60)))
    wrong.push(fieldOf(row, 'hours', 'process.step-hours-invalid'));
  if (step.kind !== 'wait' && !allowedOutcomes(step).includes('forward'))
    wrong.push(fieldOf(row, 'outcomes', 'process.step-without-way-forward'));
  return wrong;
}

function checkTimers(step: Step, row: number): FieldRefusal[] {
  const timers = step.timers ?? [];
  const wrong = timers.some(({ key, at }, index) => {
    const [amount = 0] = Object.values(at);
    return !(amount > 0 && amount <= 10_000) || timers.findIndex((other) => other.key === key) < index;
  });
  return wrong ? [fieldOf(row, 'timers', 'process.step-timers-invalid')] : [];
}

/** Duties are kept apart from another performed step of the same table. */
function checkSeparation(steps: readonly Step[], row: number): FieldRefusal[] {
  const step = steps[row];
  if (step === undefined || step.kind === 'wait') return [];
  const wrong = (step.notBy ?? []).some(
    (key) => key === step.key || !steps.some((other) => other.key === key && other.kind !== 'wait'),
  );
  return wrong ? [fieldOf(row, 'notBy', 'process.not-by-unknown')] : [];
}

/** Keys are unique, and a `together` label names one unbroken run of at least two steps. */
function checkPlace(steps: readonly Step[], row: number): FieldRefusal[] {
  const step = steps[row];
  if (!step) return [];
  const wrong: FieldRefusal[] = [];
  if (steps.findIndex((other) => other.key === step.key) < row)
    wrong.push(fieldOf(row, 'key', 'process.step-key-repeated'));
  if (step.together === undefined) return wrong;
  const rows = steps.flatMap((other, at) => (other.together === step.together ? [at] : []));
  const span = (rows.at(-1) ?? row) - (rows[0] ?? row) + 1;
  const branches = new Set(rows.map((at) => steps[at]?.branch ?? steps[at]?.key));
  if (branches.size < 2 || span !== rows.length)
    wrong.push(fieldOf(row, 'together', 'process.parallel-part-broken'));
  return wrong;
}
