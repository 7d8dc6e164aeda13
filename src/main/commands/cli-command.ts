/** One command of `npx motcua`. */
export interface CliCommand {
  /** Its words, e.g. `catalogue import`. */
  readonly name: string;
  /** The words with arguments, as shown in the help. */
  readonly usage: string;
  readonly summary: string;
  /** Resolves with the exit code. Throws an error whose message says what to do. */
  run(args: readonly string[]): Promise<number>;
}
