import type { Result } from '../../kernel/result.ts';

/** The value of a result; a refusal fails the test with everything it says. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.type} ${JSON.stringify(result.refusal)}`);
  return result.value;
}
