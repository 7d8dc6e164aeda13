/** A text file of `data/`, named as in the repository so that an error can point at it. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** One thing wrong in a data file; `line` is 1-based and counts the heading of a CSV. */
export interface DataFault {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** The shipped facts cannot be read. Carries every fault found, so that an editor mends them in one go. */
export class ReferenceDataError extends Error {
  readonly faults: readonly DataFault[];

  constructor(faults: readonly DataFault[]) {
    super(faults.map((fault) => `${fault.path}:${fault.line}: ${fault.message}`).join('\n'));
    this.name = 'ReferenceDataError';
    this.faults = faults;
  }
}

/** Throws the faults, if any, as one error. */
export function throwFaults(faults: readonly DataFault[]): void {
  if (faults.length > 0) throw new ReferenceDataError(faults);
}
