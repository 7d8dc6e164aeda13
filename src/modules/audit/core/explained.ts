import type { PlainDate } from '../../../kernel/plain-date.ts';
import { parsePlainDate } from '../../../kernel/plain-date.ts';

/** What an operator has looked into and knows the reason of: positions of the journal, and days of its heads. Both ends included. */
export interface Explained {
  readonly positions: readonly (readonly [number, number])[];
  readonly days: readonly (readonly [PlainDate, PlainDate])[];
}

export const nothingExplained: Explained = { positions: [], days: [] };

/** Reads `1042,2000..3999,2026-11-24,2026-01-01..2026-02-01`; undefined when a part is neither positions nor days. */
export function parseExplained(text: string): Explained | undefined {
  let explained = nothingExplained;
  for (const part of text.split(',')) {
    const [from = '', to = from, ...more] = part.trim().split('..');
    const positions = [positionOf(from), positionOf(to)] as const;
    const days = [parsePlainDate(from), parsePlainDate(to)] as const;
    if (more.length > 0) return undefined;
    if (positions[0] && positions[1])
      explained = { ...explained, positions: [...explained.positions, [positions[0], positions[1]]] };
    else if (days[0] && days[1]) explained = { ...explained, days: [...explained.days, [days[0], days[1]]] };
    else return undefined;
  }
  return explained;
}

/** Whether the reason of what the head of this day tells is known. */
export function isDayExplained({ days }: Explained, day: PlainDate): boolean {
  return days.some(([from, to]) => from <= day && day <= to);
}

/** Whether the reason of what stands at this position is known. */
export function isPositionExplained({ positions }: Explained, position: number): boolean {
  return positions.some(([from, to]) => from <= position && position <= to);
}

function positionOf(text: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}
