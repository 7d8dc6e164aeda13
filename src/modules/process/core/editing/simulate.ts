import type { Suspension } from '../clock/suspension.ts';
import type { WorkingCalendar } from '../clock/working-calendar.ts';
import { advance, begin } from '../flow/advance.ts';
import { findStep, findWait, type ProcessGraph } from '../flow/process-graph.ts';
import type { Step } from '../flow/step.ts';
import { stepDue } from '../flow/step-due.ts';
import type { Decision, Token } from '../flow/token.ts';

/** What a trial run assumes: everybody works to the last minute, waits last so long, choices go this way. */
export interface Assumptions {
  readonly startAt: Date;
  readonly calendar: WorkingCalendar;
  /** Working hours a wait is taken to last, by its key; what is not named lasts its own hours, else five days. */
  readonly waits: Readonly<Record<string, number>>;
  /** The way taken after a step, by its key; what is not named goes the first way. */
  readonly choices: Readonly<Record<string, string>>;
}

/** One step of the run. `hours` is what it was given, or how long the wait was taken to last. */
export interface SimulatedStep {
  readonly step: Step;
  readonly opensAt: Date;
  /** The same instant for a step that takes no time. */
  readonly dueAt: Date;
  readonly hours: number;
}

export interface Simulation {
  readonly steps: readonly SimulatedStep[];
  readonly suspensions: readonly Suspension[];
  /** When the last step is done; absent when the run does not come to its end. */
  readonly endAt?: Date;
}

const usualWait = 40;
/** A run through a loop ends here: no process has so many steps. */
const mostSteps = 500;

/** Plays a process once from a receipt on: when every step opens and is due at the latest. */
export function simulate(graph: ProcessGraph, assumed: Assumptions): Simulation {
  const steps: SimulatedStep[] = [];
  const suspensions: Suspension[] = [];
  const open = new Map<string, Date>();
  const enter = (tokens: readonly Token[]) => {
    for (const node of open.keys()) if (!tokens.some((token) => token.node === node)) open.delete(node);
    for (const { node, enteredAt } of tokens) {
      const step = findStep(graph, node)?.step ?? findWait(graph, node)?.step;
      if (step === undefined || open.has(node)) continue;
      const line = lineOf(step, enteredAt, suspensions, assumed);
      if (step.kind === 'wait' && step.wait.suspension !== undefined)
        suspensions.push({ from: enteredAt, to: line.dueAt, effect: 'continue' });
      steps.push(line);
      open.set(node, line.dueAt);
    }
  };
  let tokens = begin(graph, assumed.startAt).tokens;
  let endAt = assumed.startAt;
  enter(tokens);
  while (open.size > 0 && steps.length < mostSteps) {
    const [key, at] = earliest(open);
    open.delete(key);
    const next = advance(graph, tokens, decisionOn(graph, key, assumed), at, allMet);
    if (!next.ok) return { steps, suspensions };
    ({ tokens } = next.value);
    endAt = at;
    enter(tokens);
  }
  return tokens.length === 0 ? { steps, suspensions, endAt } : { steps, suspensions };
}

const allMet = { met: ['papers-checked', 'fee-settled', 'result-file', 'opinions-in'] } as const;

function lineOf(
  step: Step,
  opensAt: Date,
  suspensions: readonly Suspension[],
  { calendar, waits }: Assumptions,
): SimulatedStep {
  const hours = step.kind === 'wait' ? (waits[step.key] ?? step.hours ?? usualWait) : step.hours;
  // A wait stops the dossier's clock, not the one who is waited for.
  const stopped = step.kind === 'wait' ? [] : suspensions;
  return { step, opensAt, dueAt: stepDue({ hours }, opensAt, calendar, stopped) ?? opensAt, hours };
}

function decisionOn(graph: ProcessGraph, key: string, { choices }: Assumptions): Decision {
  const step = findStep(graph, key)?.step;
  if (step === undefined) return { kind: 'message', step: key };
  const choice = choices[key] ?? step.choices?.[0]?.key;
  return { kind: 'forward', step: key, ...(choice === undefined ? {} : { choice }) };
}

function earliest(open: ReadonlyMap<string, Date>): readonly [string, Date] {
  const [first, ...rest] = open;
  if (first === undefined) throw new Error('nothing is open');
  return rest.reduce((sooner, other) => (other[1] < sooner[1] ? other : sooner), first);
}
