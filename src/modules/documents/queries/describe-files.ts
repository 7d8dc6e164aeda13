import type { FileHoldView } from '../contract.ts';
import type { FileDescription } from '../core/file-description.ts';
import { holdOf, opensHeld } from '../core/file-scan.ts';
import type { Scanning } from '../store/scanning.ts';

/** What the scanner says of a file, and whether that keeps it shut: for its sender, or for everybody else. */
export function holdOn(
  { scan }: Pick<FileDescription, 'scan'>,
  scanning: Scanning | undefined,
  isOwn: boolean,
): FileHoldView | undefined {
  const why = holdOf(scan, scanning !== undefined);
  if (why === undefined) return undefined;
  return { why, isShut: !opensHeld(why, { isOwn, openWaiting: scanning?.openWaiting === true }) };
}

/** Says beside a file what keeps others than its sender from opening it. */
export function withHold(file: FileDescription, scanning: Scanning | undefined): FileDescription {
  const hold = holdOn(file, scanning, false);
  return hold === undefined ? file : { ...file, hold };
}
