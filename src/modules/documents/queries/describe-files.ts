import type { FileDescription } from '../core/file-description.ts';
import { holdOf, opensHeld } from '../core/file-scan.ts';
import type { Scanning } from '../store/scanning.ts';

/** Says beside a file what keeps others than its sender from opening it. */
export function withHold(file: FileDescription, scanning: Scanning | undefined): FileDescription {
  const why = holdOf(file.scan, scanning !== undefined);
  if (why === undefined) return file;
  const openWaiting = scanning?.openWaiting === true;
  return { ...file, hold: { why, isShut: !opensHeld(why, { isOwn: false, openWaiting }) } };
}
