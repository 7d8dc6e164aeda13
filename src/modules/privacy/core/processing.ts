import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { ProcessingView } from '../contract.ts';

/** A row of the register as it stands from a day to a day. */
export interface Processing extends ProcessingView {
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate | undefined;
}

/** The register of processing, and under which of them each recorded reading falls. */
export interface Register {
  readonly processings: readonly Processing[];
  /** Name of the query in the journal → key of the processing. */
  readonly reads: ReadonlyMap<string, string>;
}

/** What is processed on a day, in the order of the register. */
export function processingsOn(register: Register, day: PlainDate): readonly Processing[] {
  return register.processings.filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day < validTo),
  );
}

/**
 * Under which processing a reading fell on its day. The journal names some queries more closely than the register
 * (`dossiers.inbox.cho-ky`): the longest name that begins it decides.
 */
export function purposeOf(register: Register, query: string, day: PlainDate): Processing | undefined {
  const key = readName(register, query);
  const processing = key === undefined ? undefined : register.reads.get(key);
  return processingsOn(register, day).find((each) => each.key === processing);
}

/** The name under which the register knows a query; undefined when it does not. */
export function readName({ reads }: Register, query: string): string | undefined {
  const parts = query.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('.');
    if (reads.has(name)) return name;
  }
  return undefined;
}
