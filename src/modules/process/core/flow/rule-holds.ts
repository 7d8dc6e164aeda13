import type { Operand, Rule, RuleFacts } from './rule.ts';

/** Whether a rule holds. No loose equality: an unknown fact equals only null, and orders before nothing. */
export function ruleHolds(rule: Rule, facts: RuleFacts): boolean {
  if ('and' in rule) return rule.and.every((part) => ruleHolds(part, facts));
  if ('or' in rule) return rule.or.some((part) => ruleHolds(part, facts));
  if ('!' in rule) return !ruleHolds(rule['!'][0], facts);
  if ('in' in rule) return rule.in[1].some((one) => one === factOf(rule.in[0], facts));
  if ('==' in rule) return factOf(rule['=='][0], facts) === factOf(rule['=='][1], facts);
  if ('!=' in rule) return factOf(rule['!='][0], facts) !== factOf(rule['!='][1], facts);
  if ('<' in rule) return order(rule['<'], facts) < 0;
  if ('<=' in rule) return order(rule['<='], facts) <= 0;
  if ('>' in rule) return order(rule['>'], facts) > 0;
  return order(rule['>='], facts) >= 0;
}

function factOf(operand: Operand, facts: RuleFacts): unknown {
  if (operand === null || typeof operand !== 'object') return operand;
  if (operand.var === 'case') return facts.case ?? null;
  if (operand.var === 'channel') return facts.channel ?? null;
  const name = operand.var.slice('answers.'.length);
  return facts.answers && Object.hasOwn(facts.answers, name) ? (facts.answers[name] ?? null) : null;
}

/** Numbers by size and texts by their letters; NaN, with which every comparison is false, for anything else. */
function order([first, second]: readonly [Operand, Operand], facts: RuleFacts): number {
  const left = factOf(first, facts);
  const right = factOf(second, facts);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left !== 'string' || typeof right !== 'string') return Number.NaN;
  return left < right ? -1 : Number(left > right);
}
