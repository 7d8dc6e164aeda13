import { z } from 'zod';
import type { Rule } from './rule.ts';

const plain = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const operand = z.union([
  plain,
  z.strictObject({ var: z.string().regex(/^(case|channel|answers\.[A-Za-z][A-Za-z0-9_-]{0,63})$/) }),
]);
const pair = z.tuple([operand, operand]);
const deepest = 8;

/** At most eight levels deep and twenty parts wide: a diagram from outside is not trusted to be small. */
function ruleAt(depth: number): z.ZodType<Rule> {
  const leaves = [
    z.strictObject({ '==': pair }),
    z.strictObject({ '!=': pair }),
    z.strictObject({ '<': pair }),
    z.strictObject({ '<=': pair }),
    z.strictObject({ '>': pair }),
    z.strictObject({ '>=': pair }),
    z.strictObject({ in: z.tuple([operand, z.array(plain).min(1).max(100)]) }),
  ] as const;
  if (depth === 0) return z.union(leaves);
  const inner = ruleAt(depth - 1);
  const several = z.array(inner).min(1).max(20);
  return z.union([
    ...leaves,
    z.strictObject({ '!': z.tuple([inner]) }),
    z.strictObject({ and: several }),
    z.strictObject({ or: several }),
  ]);
}

/** The shape of a rule: anything else is refused when a definition is read. */
export const ruleSchema = ruleAt(deepest);
