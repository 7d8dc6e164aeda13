import { randomUUID } from 'node:crypto';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Jurisdiction } from '../../../kernel/id.ts';

/** The system acting in jurisdiction 1 at noon of the day (2026-11-22 by default). */
export function systemContext(on = '2026-11-22'): CommandContext {
  return {
    jurisdiction: 1 as Jurisdiction,
    actor: { kind: 'system', task: 'test' },
    now: new Date(`${on}T12:00:00+07:00`),
    origin: { ip: undefined, userAgent: undefined },
    requestId: randomUUID(),
  };
}
