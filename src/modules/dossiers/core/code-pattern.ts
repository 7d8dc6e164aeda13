import type { PlainDate } from '../../../kernel/plain-date.ts';

/** The text around the serial of a dossier code, and the serial's least width. */
export interface CodeFrame {
  readonly before: string;
  readonly after: string;
  readonly width: number;
}

/** What a pattern may name besides the serial. */
export interface CodeFacts {
  readonly agencyCode: string | undefined;
  readonly gsoCode: string | undefined;
  /** What tells the unit from all others when it has no official code: its key in capitals. */
  readonly unitKey: string;
  readonly on: PlainDate;
}

const serial = /\{serial:(\d)\}/;

/**
 * Fills a code pattern (data: TT 01/2018 Art. 19 and its successors) up to the serial:
 * `H53.{gso}-{yyMMdd}-{serial:4}`. Throws when the pattern has no serial or names a fact the unit lacks: that is
 * wrong data, found when it is loaded.
 */
export function frameCode(pattern: string, facts: CodeFacts): CodeFrame {
  const match = serial.exec(pattern);
  if (!match) throw new Error(`code pattern "${pattern}" has no {serial:n}`);
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => factNamed(name, facts, pattern));
  return {
    before: fill(pattern.slice(0, match.index)),
    after: fill(pattern.slice(match.index + match[0].length)),
    width: Number(match[1]),
  };
}

function factNamed(name: string, facts: CodeFacts, pattern: string): string {
  const values: Readonly<Record<string, string | undefined>> = {
    agency: facts.agencyCode,
    gso: facts.gsoCode,
    unit: facts.gsoCode ?? facts.unitKey.toUpperCase(),
    yyMMdd: facts.on.slice(2).replaceAll('-', ''),
    yyyyMMdd: facts.on.replaceAll('-', ''),
  };
  const value = values[name];
  if (value === undefined) throw new Error(`code pattern "${pattern}": the unit has no {${name}}`);
  return value;
}
