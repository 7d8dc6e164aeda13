import { LogicEngine } from 'json-logic-engine';
import { parsePlainDate } from '../../../kernel/plain-date.ts';
import type { Condition } from './definition.ts';

/** Operators a definition may use; everything else is refused when the definition is parsed. */
export const operators = [
  'var',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '!',
  'and',
  'or',
  'in',
  'addYears',
] as const;

/** What a condition can see: answers given so far, what the form is given (`$…`), and inside a repeat `row`. */
export type Scope = Readonly<Record<string, unknown>>;

const standard = new LogicEngine().methods;
const kept = ['var', '!', 'and', 'or', 'in'].map((name) => [name, standard[name]]);

/** Interpreted only: a strict Content-Security-Policy forbids the engine's compiled mode in the browser. */
const engine = new LogicEngine(Object.fromEntries(kept), {
  disableInline: true,
  disableInterpretedOptimization: true,
  permissive: false,
});
addBinary('addYears', addYears);
addBinary('==', (left, right) => same(left, right));
addBinary('!=', (left, right) => !same(left, right));
addBinary('<', (left, right) => compare(left, right) < 0);
addBinary('<=', (left, right) => compare(left, right) <= 0);
addBinary('>', (left, right) => compare(left, right) > 0);
addBinary('>=', (left, right) => compare(left, right) >= 0);

/** Whether a condition of a parsed definition holds; an absent condition gives `otherwise`. */
export function holds(condition: Condition | undefined, scope: Scope, otherwise: boolean): boolean {
  if (condition === undefined) return otherwise;
  if (typeof condition === 'boolean') return condition;
  return Boolean(engine.run(condition, scope));
}

/** 29 February becomes 1 March in a common year, as ages are counted; null when the date is not complete. */
function addYears(date: unknown, years: unknown): string | null {
  if (typeof date !== 'string' || typeof years !== 'number') return null;
  const start = parsePlainDate(date);
  if (start === undefined) return null;
  const year = String(Number(start.slice(0, 4)) + years).padStart(4, '0');
  const moved = `${year}${start.slice(4)}`;
  return parsePlainDate(moved) ?? `${year}-03-01`;
}

/** No loose equality: an unanswered yes-no question is neither true nor false. */
function same(left: unknown, right: unknown): boolean {
  return (left ?? null) === (right ?? null);
}

/** Orders two numbers or two texts (dates are text); NaN otherwise, so that comparing with no answer is false. */
function compare(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left !== 'string' || typeof right !== 'string') return Number.NaN;
  return left < right ? -1 : Number(left > right);
}

function addBinary(name: string, method: (left: unknown, right: unknown) => unknown): void {
  engine.addMethod(name, (input: unknown) => (Array.isArray(input) ? method(input[0], input[1]) : null));
}
