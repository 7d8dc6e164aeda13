/** Why a file cannot be read at all; whoever reads it has a refusal for each. */
export type UnreadableReason = 'too-large' | 'torn' | 'unpacks-too-large' | 'locked' | 'too-many-cells';

/** Thrown while a file is read, caught where its refusal is made. */
export class UnreadableFile extends Error {
  readonly reason: UnreadableReason;
  constructor(reason: UnreadableReason) {
    super(`import file: ${reason}`);
    this.reason = reason;
  }
}
