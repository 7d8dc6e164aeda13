import type { Result } from '../../../kernel/result.ts';

/** The value, or a failed test that says why it was refused. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.type} ${JSON.stringify(result.refusal)}`);
  return result.value;
}
