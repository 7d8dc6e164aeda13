/** Why nothing is known of a content: clamd is away, too slow, broke off, or said what it never says. */
export class ClamdFault extends Error {
  readonly reason: 'unreachable' | 'slow' | 'cut' | 'garbage';
  constructor(reason: ClamdFault['reason'], message: string) {
    super(`${reason}: ${message}`);
    this.name = 'ClamdFault';
    this.reason = reason;
  }
}
