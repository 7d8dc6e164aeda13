import type { FileHoldView } from '../contract.ts';

/** How an upload stands with the scanner for malware; see docs/adr/20261126-uploads-wait-for-the-scanner.md. */
export type ScanState = 'waiting' | 'clean' | 'infected' | 'unscanned';

/** What is stored of it. */
export interface FileScan {
  readonly state: ScanState;
  /** When the scanner last said something about it. */
  readonly at: Date | undefined;
}

type FileHold = FileHoldView['why'];

/**
 * What keeps a file from being opened. An infected one stays shut whatever is configured. The others wait only where there is a
 * scanner: what came before there was one stays open until it has been looked at, or no office could work on the day it is switched on.
 */
export function holdOf(scan: FileScan | undefined, isScanning: boolean): FileHold | undefined {
  if (scan === undefined || scan.state === 'clean') return undefined;
  if (scan.state === 'infected') return 'infected';
  if (!isScanning) return undefined;
  if (scan.state === 'waiting') return 'waiting';
  return scan.at === undefined ? undefined : 'unscanned';
}

/** Whether a held file opens all the same: never an infected one; another for its sender, or where it is configured so. */
export function opensHeld(hold: FileHold, { isOwn, openWaiting }: { isOwn: boolean; openWaiting: boolean }) {
  return hold !== 'infected' && (isOwn || openWaiting);
}
